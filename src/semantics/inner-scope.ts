import type { Expression } from "../syntax/ast.ts";
import { nodesContaining, visitTree } from "../syntax/walk-expression.ts";
import { isAggregateCall } from "./bind-aggregation.ts";
import type { BoundVariable } from "./bound-tree.ts";
import type { ExpressionScope } from "./scope.ts";

/** The scope of a pattern in an expression: what it binds is not known outside. */
export function insideOfPattern(scope: ExpressionScope): ExpressionScope {
  return { ...scope, variables: scope.variables.inside() };
}

/** The scope inside a comprehension or its like. */
export function insideOfList(scope: ExpressionScope, ...variables: BoundVariable[]): ExpressionScope {
  return withLocals(insideOfPattern(scope), variables);
}

/**
 * The scope with these variables as well. What was computed outside does not know them, and an aggregate, which is of
 * rows and not of items or matches, cannot be used there.
 */
export function withLocals(scope: ExpressionScope, locals: readonly BoundVariable[]): ExpressionScope {
  const { computed } = scope;
  const variables = scope.variables.extend(locals);
  if (computed === undefined) return { variables };
  const names = new Set(locals.map(({ name }) => name));
  /** It is asked of an expression before its parts: each is gone through once. */
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
