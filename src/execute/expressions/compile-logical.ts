import { CypherError } from "../../diagnostics/cypher-error.ts";
import { unreachable } from "../../diagnostics/invariant.ts";
import type { Span } from "../../diagnostics/span.ts";
import type { BoundExpression, Logical, Not } from "../../semantics/bound-tree.ts";
import { typeWithArticle } from "../../values/type-name.ts";
import type { Value } from "../../values/value.ts";

/** AND, OR, XOR and NOT over true, false and null. AND and OR stop at the first operand that decides the result. */
export function compileLogical(
  expression: Logical | Not,
  compile: (part: BoundExpression) => () => Value,
): () => Value {
  if (expression.kind === "Not") {
    const operand = compileTruth(expression.operand, compile);
    return () => {
      const truth = operand();
      return truth === null ? null : !truth;
    };
  }
  const operands = expression.operands.map((operand) => compileTruth(operand, compile));
  switch (expression.operator) {
    case "AND":
      return () => decidedBy(false, operands);
    case "OR":
      return () => decidedBy(true, operands);
    case "XOR":
      return () =>
        operands.reduce<boolean | null>((result, operand) => {
          const truth = operand();
          return result === null || truth === null ? null : result !== truth;
        }, false);
    default:
      return unreachable(expression.operator);
  }
}

/** `decisive` if an operand equals it; otherwise null if one is null; otherwise the opposite. */
function decidedBy(decisive: boolean, operands: readonly (() => boolean | null)[]): boolean | null {
  let unknown = false;
  for (const operand of operands) {
    const truth = operand();
    if (truth === decisive) return decisive;
    if (truth === null) unknown = true;
  }
  return unknown ? null : !decisive;
}

/** An expression that must be a boolean or null. */
export function compileTruth(
  expression: BoundExpression,
  compile: (part: BoundExpression) => () => Value,
): () => boolean | null {
  const evaluate = compile(expression);
  const { span } = expression;
  return () => truthOf(evaluate(), span);
}

function truthOf(value: Value, span: Span): boolean | null {
  if (typeof value === "boolean" || value === null) return value;
  throw new CypherError(
    "ArgumentTypeMismatch",
    `a Boolean is needed here, and this is ${typeWithArticle(value)}`,
    {
      span,
      hint: "compare it with a value, or use IS NOT NULL",
    },
  );
}
