import { findFunction } from "../functions/registry.ts";
import type { CountStar, Expression, FunctionCall, Variable } from "../syntax/ast.ts";
import {
  freeVariables,
  isPatternOrSubquery,
  someExpression,
  someOncePerRow,
} from "../syntax/walk-expression.ts";
import type { Analysis } from "./analysis.ts";
import { resolveFunction } from "./bind-call.ts";
import type {
  BoundAggregate,
  BoundAggregation,
  BoundExpression,
  BoundItem,
  BoundVariable,
} from "./bound-tree.ts";
import type { ExpressionScope, ProjectionScope, Scope } from "./scope.ts";

/** An item of a projection before it is bound; `*` is already expanded. */
export interface NamedItem {
  readonly name: string;
  readonly expression: Expression;
}

/** The grouping keys and aggregates of a projection, and the scopes in which its items are bound after grouping. */
export interface AggregationBinding {
  readonly aggregation: BoundAggregation;
  /** Returns the scope of a whole item. */
  readonly scopeOf: (item: Expression) => ExpressionScope;
}

/**
 * Items without an aggregate are the grouping keys; the others are computed only from grouping keys and aggregates.
 * Returns `undefined` if no item has an aggregate.
 */
export function bindAggregation(
  named: readonly NamedItem[],
  { variables: scope, outer }: ProjectionScope,
  analysis: Analysis,
): AggregationBinding | undefined {
  if (!named.some(({ expression }) => hasAggregate(expression))) return undefined;
  const { keys } = analysis;
  const groups = new Map<number, BoundItem>();
  for (const { name, expression } of named.filter((item) => !hasAggregate(item.expression))) {
    const bound = analysis.bind(expression, { variables: scope });
    const type = bound.kind === "VariableReference" ? bound.variable.type : "value";
    groups.set(keys.of(expression), {
      variable: analysis.slots.variable(name, type),
      expression: bound,
    });
  }
  const aggregates = new Map<number, BoundAggregate>();
  const known = outer.inside().extendAs(groupedVariables(named, groups, analysis));
  const computed = (expression: Expression): BoundExpression | undefined => {
    const key = keys.of(expression);
    const candidate = groups.get(key);
    const group = candidate !== undefined && isSimple(expression) ? candidate : undefined;
    const variable = group?.variable ?? aggregateVariable(expression, key);
    if (variable !== undefined) return { kind: "VariableReference", variable, span: expression.span };
    const nothing: BoundExpression = { kind: "Constant", value: null, span: expression.span };
    // The problem is already reported.
    if (isAggregateCall(expression)) return nothing;
    const ungrouped = ungroupedVariable(expression);
    if (ungrouped === undefined) return undefined;
    analysis.problems.report(
      "AmbiguousAggregationExpression",
      `${ungrouped.name} is used together with an aggregate, but is not a grouping key`,
      { span: ungrouped.span, hint: `add it as a separate item: WITH ${ungrouped.name}, …` },
    );
    return nothing;
  };
  /** A pattern is checked as a whole: otherwise it would bind an ungrouped variable as a new one. */
  const ungroupedVariable = (expression: Expression): Variable | undefined => {
    const isUngrouped = ({ name }: Variable) => scope.has(name) && !known.has(name);
    if (expression.kind === "Variable") return isUngrouped(expression) ? expression : undefined;
    if (!isPatternOrSubquery(expression)) return undefined;
    const isGroup = (part: Expression) => isSimple(part) && groups.has(keys.of(part));
    return [...freeVariables(expression, isGroup)].find(isUngrouped);
  };
  const wholeGroup = (expression: Expression): BoundExpression | undefined => {
    const variable = groups.get(keys.of(expression))?.variable;
    return variable && { kind: "VariableReference", variable, span: expression.span };
  };
  const aggregateVariable = (expression: Expression, key: number): BoundVariable | undefined => {
    if (!isAggregateCall(expression)) return undefined;
    const known = aggregates.get(key) ?? bindAggregate(expression, scope, analysis);
    if (known !== undefined) aggregates.set(key, known);
    return known?.variable;
  };
  return {
    // `aggregates` is filled while the items are bound.
    aggregation: {
      groups: [...groups.values()],
      get aggregates() {
        return [...aggregates.values()];
      },
    },
    scopeOf: (item) => ({
      variables: known,
      computed: (expression) =>
        (expression === item ? wholeGroup(expression) : undefined) ?? computed(expression),
    }),
  };
}

/** The grouping keys that are plain variables, by name. */
function groupedVariables(
  named: readonly NamedItem[],
  groups: ReadonlyMap<number, BoundItem>,
  { keys }: Analysis,
): ReadonlyMap<string, BoundVariable> {
  const variables = new Map<string, BoundVariable>();
  for (const { expression } of named) {
    const group = groups.get(keys.of(expression));
    if (expression.kind === "Variable" && group !== undefined) variables.set(expression.name, group.variable);
  }
  return variables;
}

/** Whether a grouping key may be used together with an aggregate: a variable or parameter, or a property of one. */
export function isSimple(expression: Expression): boolean {
  let owner = expression;
  while (owner.kind === "PropertyAccess") owner = owner.object;
  return owner.kind === "Variable" || owner.kind === "Parameter";
}

function bindAggregate(
  call: FunctionCall | CountStar,
  scope: Scope,
  analysis: Analysis,
): BoundAggregate | undefined {
  const variable = analysis.slots.variable("", "value");
  if (call.kind === "CountStar") return { variable, call: undefined, distinct: false, span: call.span };
  const nested = call.arguments.find(hasAggregate);
  if (nested !== undefined) {
    analysis.problems.report("NestedAggregation", "an aggregate cannot be used inside another", {
      span: nested.span,
      hint: "compute the inner one in a WITH clause first",
    });
    return undefined;
  }
  const random = call.arguments.find((argument) => someExpression(argument, isRandomCall));
  if (random !== undefined) {
    analysis.problems.report("NonConstantExpression", "rand() cannot be used inside an aggregate", {
      span: random.span,
      hint: "compute the random numbers in a WITH clause first",
    });
    return undefined;
  }
  const definition = resolveFunction(call, analysis);
  if (definition?.kind !== "aggregate") return undefined;
  const args = call.arguments.map((argument) => analysis.bind(argument, { variables: scope }));
  return { variable, call: { definition, arguments: args }, distinct: call.distinct, span: call.span };
}

/**
 * Whether an expression aggregates the rows of its clause. Parts that are evaluated per list item or per match cannot
 * aggregate, so they are not considered.
 */
export function hasAggregate(expression: Expression): boolean {
  return someOncePerRow(expression, isAggregateCall);
}

/** Whether a call returns a different value each time: openCypher does not allow it inside an aggregate. */
function isRandomCall(expression: Expression): boolean {
  return expression.kind === "FunctionCall" && expression.name.toLowerCase() === "rand";
}

export function isAggregateCall(expression: Expression): expression is FunctionCall | CountStar {
  if (expression.kind === "CountStar") return true;
  return expression.kind === "FunctionCall" && findFunction(expression.name)?.kind === "aggregate";
}
