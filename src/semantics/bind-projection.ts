import type { Expression, ProjectionItem, ReturnClause, Variable, WithClause } from "../syntax/ast.ts";
import { freeVariables, isPatternOrSubquery, variableNames } from "../syntax/walk-expression.ts";
import type { Analysis } from "./analysis.ts";
import {
  bindAggregation,
  hasAggregate,
  isAggregateCall,
  isSimple,
  type NamedItem,
} from "./bind-aggregation.ts";
import type { BoundExpression, BoundItem, BoundProjection, BoundVariable } from "./bound-tree.ts";
import { inferType } from "./infer-type.ts";
import { type ExpressionScope, type ProjectionScope, Scope } from "./scope.ts";

/** A bound WITH or RETURN, and the variables in scope after it: its items, and in a subquery the outer variables. */
export interface ProjectionBinding {
  readonly projection: BoundProjection;
  readonly variables: Scope;
}

export function bindProjection(
  clause: WithClause | ReturnClause,
  before: ProjectionScope,
  analysis: Analysis,
): ProjectionBinding {
  const { projection } = clause;
  const { variables: scope, outer } = before;
  const named = namedItems(clause, scope, analysis);
  checkNames(named, analysis);
  checkShadowing(projection.items, outer, analysis);
  const aggregation = bindAggregation(named, before, analysis);
  const items = named.map(({ name, expression }): BoundItem => {
    const bound = analysis.bind(expression, aggregation?.scopeOf(expression) ?? { variables: scope });
    const type = bound.kind === "VariableReference" ? bound.variable.type : "value";
    return { variable: analysis.slots.variable(name, type, inferType(bound)), expression: bound };
  });
  const variables = outer.extend(items.map(({ variable }) => variable));
  const keepsRows = aggregation === undefined && !projection.distinct;
  const kept = keepsRows ? scope : outer.inside().extendAs(renamed(named, items));
  const after = withoutDropped(scopeAfterItems(named, items, kept, analysis), scope, analysis);
  return {
    projection: {
      kind: "BoundProjection",
      aggregation: aggregation?.aggregation,
      items,
      distinct: projection.distinct,
      orderBy: projection.orderBy.map(({ expression, descending }) => ({
        expression: analysis.bind(expression, hasAggregate(expression) ? onlySimple(after, analysis) : after),
        descending,
      })),
      skip: bindRowCount("SKIP", projection.skip, analysis),
      limit: bindRowCount("LIMIT", projection.limit, analysis),
      where:
        clause.kind === "WithClause" && clause.where !== undefined
          ? analysis.bind(clause.where, after)
          : undefined,
      span: clause.span,
    },
    variables,
  };
}

function namedItems(clause: WithClause | ReturnClause, scope: Scope, analysis: Analysis): NamedItem[] {
  const { projection } = clause;
  const named: NamedItem[] = [];
  if (projection.star) {
    const names = [...scope.keys()].filter((name) => !scope.get(name)?.generated).sort();
    if (names.length === 0 && clause.kind === "ReturnClause") {
      analysis.problems.report("NoVariablesInScope", "* means all variables, but none is bound here", {
        span: projection.span,
        hint: "name a node or relationship of the pattern, such as (x)",
      });
    }
    const { span } = projection;
    for (const name of names) named.push({ name, expression: { kind: "Variable", name, span } });
  }
  for (const { expression, alias } of projection.items) {
    if (alias === undefined && clause.kind === "WithClause" && expression.kind !== "Variable") {
      analysis.problems.report("NoExpressionAlias", "an expression in WITH needs a name", {
        span: expression.span,
        hint: "add AS and a name after it",
      });
    }
    const written =
      expression.kind === "Variable"
        ? expression.name
        : analysis.text.slice(expression.span.start, expression.span.end);
    named.push({ name: alias?.name ?? written, expression });
  }
  return named;
}

function checkNames(named: readonly NamedItem[], analysis: Analysis): void {
  const seen = new Set<string>();
  for (const { name, expression } of named) {
    if (seen.has(name)) {
      analysis.problems.report("ColumnNameConflict", `two columns are called ${name}`, {
        span: expression.span,
        hint: "give one of them another name with AS",
      });
    }
    seen.add(name);
  }
}

/** In a subquery, all variables of the outer query stay visible: an item may pass one on, but must not hide it. */
function checkShadowing(items: readonly ProjectionItem[], outer: Scope, analysis: Analysis): void {
  for (const { expression, alias } of items) {
    if (alias === undefined || !outer.has(alias.name)) continue;
    if (expression.kind === "Variable" && expression.name === alias.name) continue;
    analysis.problems.report(
      "VariableAlreadyBound",
      `${alias.name} is a variable of the query around EXISTS, and cannot be bound again inside it`,
      { span: alias.span, hint: "choose another name" },
    );
  }
}

/**
 * The scope of ORDER BY and of the WHERE of WITH: the new names, and, if rows are neither grouped nor deduplicated, the
 * variables from before. An expression that is written like an item is that item.
 */
function scopeAfterItems(
  named: readonly NamedItem[],
  items: readonly BoundItem[],
  before: Scope,
  { keys }: Analysis,
): ExpressionScope {
  const byKey = new Map<number, BoundVariable>();
  for (const [at, { expression }] of named.entries()) {
    const variable = items[at]?.variable;
    if (variable !== undefined && expression.kind !== "Variable") byKey.set(keys.of(expression), variable);
  }
  return {
    variables: before.extend(items.map(({ variable }) => variable)),
    computed: (expression) => {
      const variable = byKey.get(keys.of(expression));
      return variable && { kind: "VariableReference", variable, span: expression.span };
    },
  };
}

/**
 * Reports a pattern that uses a variable dropped by grouping or DISTINCT: otherwise the pattern would bind it as a new
 * variable, and match something else than intended.
 */
function withoutDropped(after: ExpressionScope, before: Scope, analysis: Analysis): ExpressionScope {
  const isDropped = ({ name }: Variable) => before.has(name) && !after.variables.has(name);
  const isItem = (part: Expression) => after.computed?.(part) !== undefined;
  return {
    ...after,
    computed: (expression) => {
      const item = after.computed?.(expression);
      if (item !== undefined || !isPatternOrSubquery(expression)) return item;
      const dropped = [...freeVariables(expression, isItem)].find(isDropped);
      if (dropped === undefined) return undefined;
      analysis.problems.report(
        "UndefinedVariable",
        `${dropped.name} is not known after grouping or DISTINCT`,
        { span: dropped.span, hint: `add it as an item: ${dropped.name}, …` },
      );
      return { kind: "Constant", value: null, span: expression.span };
    },
  };
}

/** Together with an aggregate, ORDER BY may use only items that are aggregates or simple. */
function onlySimple(scope: ExpressionScope, analysis: Analysis): ExpressionScope {
  return {
    ...scope,
    computed: (expression) => {
      const item = scope.computed?.(expression);
      if (item === undefined || isSimple(expression) || isAggregateCall(expression)) return item;
      analysis.problems.report(
        "AmbiguousAggregationExpression",
        "this is used together with an aggregate, but is not a grouping key",
        {
          span: expression.span,
          hint: "give it a name with AS, and use that name",
        },
      );
      return item;
    },
  };
}

/** After grouping or DISTINCT, a variable from before is in scope only if it is an item, by its old or new name. */
function renamed(
  named: readonly NamedItem[],
  items: readonly BoundItem[],
): ReadonlyMap<string, BoundVariable> {
  const variables = new Map<string, BoundVariable>();
  for (const [at, { expression }] of named.entries()) {
    const item = items[at];
    if (expression.kind === "Variable" && item !== undefined) variables.set(expression.name, item.variable);
  }
  return variables;
}

/** SKIP and LIMIT are the same for every row: they cannot use variables. */
function bindRowCount(
  keyword: "SKIP" | "LIMIT",
  expression: Expression | undefined,
  analysis: Analysis,
): BoundExpression | undefined {
  if (expression === undefined) return undefined;
  if (variableNames(expression).size > 0) {
    analysis.problems.report("NonConstantExpression", `${keyword} must be the same for all rows`, {
      span: expression.span,
      hint: `write a number or a parameter: ${keyword} 10`,
    });
    return undefined;
  }
  const bound = analysis.bind(expression, { variables: new Scope() });
  if (bound.kind !== "Constant") return bound;
  if (typeof bound.value === "number" && bound.value < 0) {
    analysis.problems.report("NegativeIntegerArgument", `${keyword} cannot be negative`, {
      span: expression.span,
    });
  } else if (typeof bound.value !== "bigint" && !Number.isSafeInteger(bound.value)) {
    analysis.problems.report("InvalidArgumentType", `${keyword} takes an integer`, { span: expression.span });
  }
  return bound;
}
