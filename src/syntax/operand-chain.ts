import type { Expression } from "./ast.ts";

/**
 * The leading operand of an operator: `a + b` in `a + b + c`, `NOT a` in `NOT NOT a`, `a.b` in `a.b.c`. A chain of
 * operators makes a tree that is as deep as the chain is long, always along this operand. Code that visits expressions
 * follows it in a loop, and recurses only into the other operands.
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
