import type { Expression } from "./ast.ts";

/**
 * The operand that an operator's text begins with, or that it stands before: `a + b` of `a + b + c`, `NOT a` of
 * `NOT NOT a`, `a.b` of `a.b.c`. Operators in a row make a tree that is as deep as the row is long, all along this
 * operand. Whatever goes through expressions goes along it in a loop, and recurses into the other operands only.
 */
export function leadingOperand(expression: Expression): Expression | undefined {
  switch (expression.kind) {
    case "PropertyAccess":
    case "IndexAccess":
    case "SliceAccess":
    case "LabelCheck":
      return expression.object;
    case "NotExpression":
    case "UnaryExpression":
    case "NullCheck":
      return expression.operand;
    case "BinaryExpression":
      return expression.left;
    default:
      return undefined;
  }
}
