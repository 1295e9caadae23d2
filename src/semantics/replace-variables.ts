import { mapTree } from "../syntax/map-tree.ts";
import type { BoundExpression, BoundVariable } from "./bound-tree.ts";

/** The expression with other variables in the place of some. */
export function replaceVariables(
  expression: BoundExpression,
  others: ReadonlyMap<BoundVariable, BoundVariable>,
): BoundExpression {
  return mapTree(expression, (node) => others.get(node as BoundVariable) ?? node);
}
