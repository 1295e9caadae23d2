import { variableNames } from "../syntax/walk-expression.ts";
import { isAggregateCall } from "./bind-aggregation.ts";
import type { BoundVariable } from "./bound-tree.ts";
import { type ExpressionScope, extendScope } from "./scope.ts";

/**
 * The scope inside a comprehension, a pattern or their like, which bring `locals`. What was computed outside does not
 * know these, and an aggregate, which is of rows and not of items, cannot be used there.
 */
export function innerScope(scope: ExpressionScope, locals: Iterable<BoundVariable>): ExpressionScope {
  const { computed } = scope;
  const own = [...locals];
  const variables = extendScope(scope.variables, own);
  if (computed === undefined) return { variables };
  const names = new Set(own.map(({ name }) => name));
  return {
    variables,
    computed: (expression) => {
      const isLocal = [...variableNames(expression)].some((name) => names.has(name));
      return isLocal || isAggregateCall(expression) ? undefined : computed(expression);
    },
  };
}
