import type { Expression, ReturnClause, WithClause } from "../syntax/ast.ts";
import { variableNames } from "../syntax/walk-expression.ts";
import type { Analysis } from "./analysis.ts";
import { bindAggregation, type NamedItem } from "./bind-aggregation.ts";
import type { BoundExpression, BoundVariable } from "./bound-expression.ts";
import type { BoundItem, BoundProjection } from "./bound-query.ts";
import { expressionKey } from "./expression-key.ts";
import { EMPTY_SCOPE, type ExpressionScope, extendScope, type Scope } from "./scope.ts";

/** A bound WITH or RETURN, and the variables that are known after it: the items, and nothing else. */
export interface ProjectionBinding {
  readonly projection: BoundProjection;
  readonly variables: Scope;
}

/** @param text the query's text: an item without AS is named as it is written */
export function bindProjection(
  clause: WithClause | ReturnClause,
  scope: Scope,
  text: string,
  analysis: Analysis,
): ProjectionBinding {
  const { projection } = clause;
  const named = namedItems(clause, scope, text, analysis);
  checkNames(named, analysis);
  const aggregation = bindAggregation(named, scope, analysis);
  const inner: ExpressionScope = aggregation?.scope ?? { variables: scope };
  const items = named.map(({ name, expression }): BoundItem => {
    const bound = analysis.bind(expression, inner);
    const type = bound.kind === "VariableReference" ? bound.variable.type : "value";
    return { variable: analysis.slots.variable(name, type), expression: bound };
  });
  const variables = extendScope(
    EMPTY_SCOPE,
    items.map(({ variable }) => variable),
  );
  const after = scopeAfterItems(named, items, aggregation?.scope, projection.distinct ? EMPTY_SCOPE : scope);
  return {
    projection: {
      kind: "BoundProjection",
      aggregation: aggregation?.aggregation,
      items,
      distinct: projection.distinct,
      orderBy: projection.orderBy.map(({ expression, descending }) => ({
        expression: analysis.bind(expression, after),
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

function namedItems(
  clause: WithClause | ReturnClause,
  scope: Scope,
  text: string,
  analysis: Analysis,
): NamedItem[] {
  const { projection } = clause;
  const named: NamedItem[] = [];
  if (projection.star) {
    const names = [...scope].filter(([, variable]) => !variable.generated).map(([name]) => name);
    if (names.length === 0 && clause.kind === "ReturnClause") {
      analysis.problems.report("NoVariablesInScope", "* stands for all variables, and none is bound here", {
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
        : text.slice(expression.span.start, expression.span.end);
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

/**
 * What ORDER BY and WITH's WHERE see: the new names; an expression that is written like an item is that item;
 * and, where rows are neither grouped nor made distinct, the variables from before.
 */
function scopeAfterItems(
  named: readonly NamedItem[],
  items: readonly BoundItem[],
  grouped: ExpressionScope | undefined,
  before: Scope,
): ExpressionScope {
  const byKey = new Map<string, BoundVariable>();
  for (const [at, { expression }] of named.entries()) {
    const variable = items[at]?.variable;
    if (variable !== undefined && expression.kind !== "Variable")
      byKey.set(expressionKey(expression), variable);
  }
  const newVariables = items.map(({ variable }) => variable);
  const variables =
    grouped === undefined
      ? extendScope(before, newVariables)
      : extendScope(renamed(named, items), newVariables);
  return {
    variables,
    computed: (expression) => {
      const variable = byKey.get(expressionKey(expression));
      return variable && { kind: "VariableReference", variable, span: expression.span };
    },
  };
}

/** After grouping a variable from before is still known where it is itself an item, under another name. */
function renamed(named: readonly NamedItem[], items: readonly BoundItem[]): Scope {
  const variables = new Map<string, BoundVariable>();
  for (const [at, { expression }] of named.entries()) {
    const item = items[at];
    if (expression.kind === "Variable" && item !== undefined) variables.set(expression.name, item.variable);
  }
  return variables;
}

/** SKIP and LIMIT are the same for every row: no variable may stand in them. */
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
  const bound = analysis.bind(expression, { variables: EMPTY_SCOPE });
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
