import type { BoundExpression } from "./bound-tree.ts";

/**
 * The part of an expression that is always evaluated first, and once: the left operand of `+`, what a property is of.
 * Operators in a row are as deep as the row is long, all along this part; whatever goes through expressions goes
 * along it in a loop, and recurses into the other parts only.
 */
export function leadingPart(expression: BoundExpression): BoundExpression | undefined {
  switch (expression.kind) {
    case "PropertyOf":
    case "IndexOf":
    case "SliceOf":
    case "HasLabels":
      return expression.object;
    case "Not":
    case "IsNull":
      return expression.operand;
    case "Call":
      return expression.arguments[0];
    default:
      return undefined;
  }
}

/** An expression, its leading part, that one's leading part, and so on: outermost first. */
export function leadingParts(expression: BoundExpression): BoundExpression[] {
  const parts = [expression];
  for (let part = leadingPart(expression); part !== undefined; part = leadingPart(part)) parts.push(part);
  return parts;
}
