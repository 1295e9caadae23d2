import type { BoundExpression } from "./bound-tree.ts";

/**
 * The part of an expression that is always evaluated first, and once: the left operand of `+`, the object of a
 * property. A chain of operators is as deep as it is long, always along this part. Code that visits expressions follows
 * it in a loop, and recurses only into the other parts.
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

/** An expression, its leading part, the leading part of that, and so on: outermost first. */
export function leadingParts(expression: BoundExpression): BoundExpression[] {
  const parts = [expression];
  for (let part = leadingPart(expression); part !== undefined; part = leadingPart(part)) parts.push(part);
  return parts;
}
