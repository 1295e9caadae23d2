import { findFunction } from "../functions/registry.ts";
import type { CountStar, Expression, FunctionCall, Variable } from "../syntax/ast.ts";
import { freeVariables, isOfPattern, someExpression, someOncePerRow } from "../syntax/walk-expression.ts";
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

/** An item of a projection before it is bound; `*` has been written out. */
export interface NamedItem {
  readonly name: string;
  readonly expression: Expression;
}

/** Groups and aggregates of a projection, and the scopes in which its items are bound after grouping. */
export interface AggregationBinding {
  readonly aggregation: BoundAggregation;
  /** The scope of an item, given as a whole. */
  readonly scopeOf: (item: Expression) => ExpressionScope;
}

/**
 * Items without an aggregate are what rows are grouped by; the others are computed from groups and aggregates
 * only. `undefined` where no item has an aggregate.
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
    // What is wrong with it has been reported.
    if (isAggregateCall(expression)) return nothing;
    const ungrouped = ungroupedVariable(expression);
    if (ungrouped === undefined) return undefined;
    analysis.problems.report(
      "AmbiguousAggregationExpression",
      `${ungrouped.name} is used beside an aggregate, and rows are not grouped by it`,
      { span: ungrouped.span, hint: `make it an item of its own: WITH ${ungrouped.name}, …` },
    );
    return nothing;
  };
  /** A pattern is looked through at once: it would take the name of an ungrouped variable for a new one. */
  const ungroupedVariable = (expression: Expression): Variable | undefined => {
    const isUngrouped = ({ name }: Variable) => scope.has(name) && !known.has(name);
    if (expression.kind === "Variable") return isUngrouped(expression) ? expression : undefined;
    if (!isOfPattern(expression)) return undefined;
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
    // Filled while the items are bound, which is when their aggregates are met.
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

/** The groups that are a variable by itself, by its name. */
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

/** What may be used of a group beside an aggregate: a variable, or a property of one. */
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
    analysis.problems.report("NestedAggregation", "an aggregate cannot stand inside another", {
      span: nested.span,
      hint: "compute the inner one in a WITH before",
    });
    return undefined;
  }
  const random = call.arguments.find((argument) => someExpression(argument, isRandomCall));
  if (random !== undefined) {
    analysis.problems.report("NonConstantExpression", "an aggregate cannot be of random numbers", {
      span: random.span,
      hint: "draw them in a WITH before",
    });
    return undefined;
  }
  const definition = resolveFunction(call, analysis);
  if (definition?.kind !== "aggregate") return undefined;
  const args = call.arguments.map((argument) => analysis.bind(argument, { variables: scope }));
  return { variable, call: { definition, arguments: args }, distinct: call.distinct, span: call.span };
}

/** Whether an expression aggregates the rows of its clause; where it is evaluated for an item or a match, it cannot. */
export function hasAggregate(expression: Expression): boolean {
  return someOncePerRow(expression, isAggregateCall);
}

/** Whether a call gives another value each time: openCypher allows none inside an aggregate. */
function isRandomCall(expression: Expression): boolean {
  return expression.kind === "FunctionCall" && expression.name.toLowerCase() === "rand";
}

export function isAggregateCall(expression: Expression): expression is FunctionCall | CountStar {
  if (expression.kind === "CountStar") return true;
  return expression.kind === "FunctionCall" && findFunction(expression.name)?.kind === "aggregate";
}
