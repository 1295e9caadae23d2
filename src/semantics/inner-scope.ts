import type { Expression } from "../syntax/ast.ts";
import { nodesContaining, visitTree } from "../syntax/walk-expression.ts";
import { isAggregateCall } from "./bind-aggregation.ts";
import type { BoundVariable } from "./bound-tree.ts";
import type { ExpressionScope } from "./scope.ts";

/** The scope of a pattern in an expression: its variables are not visible outside. */
export function insideOfPattern(scope: ExpressionScope): ExpressionScope {
  return { ...scope, variables: scope.variables.inside() };
}

/** The scope inside a comprehension, quantifier or reduce. */
export function insideOfList(scope: ExpressionScope, ...variables: BoundVariable[]): ExpressionScope {
  return withLocals(insideOfPattern(scope), variables);
}

/**
 * Adds local variables to a scope. Expressions computed outside cannot use them. Aggregates cannot be used there, since
 * they are over rows, not over list items or matches.
 */
export function withLocals(scope: ExpressionScope, locals: readonly BoundVariable[]): ExpressionScope {
  const { computed } = scope;
  const variables = scope.variables.extend(locals);
  if (computed === undefined) return { variables };
  const names = new Set(locals.map(({ name }) => name));
  /** `computed` is called for an expression before its parts, so each part is visited only once. */
  const examined = new WeakSet<object>();
  const holdingLocals = new WeakSet<object>();
  const examine = (expression: Expression) => {
    visitTree(expression, (part) => {
      const isNew = !examined.has(part);
      examined.add(part);
      return isNew;
    });
    const isLocal = (part: Expression) => part.kind === "Variable" && names.has(part.name);
    for (const part of nodesContaining(expression, isLocal)) holdingLocals.add(part);
  };
  return {
    variables,
    computed: (expression) => {
      if (!examined.has(expression)) examine(expression);
      return holdingLocals.has(expression) || isAggregateCall(expression) ? undefined : computed(expression);
    },
  };
}
