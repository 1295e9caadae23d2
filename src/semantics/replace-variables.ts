import { mapTree } from "../syntax/map-tree.ts";
import type { BoundExpression, BoundVariable } from "./bound-tree.ts";

/** Replaces variables in an expression; `others` maps old to new. */
export function replaceVariables(
  expression: BoundExpression,
  others: ReadonlyMap<BoundVariable, BoundVariable>,
): BoundExpression {
  return mapTree(expression, (node) => others.get(node as BoundVariable) ?? node);
}
