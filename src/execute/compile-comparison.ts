import { unreachable } from "../diagnostics/invariant.ts";
import type { BoundExpression, Comparison } from "../semantics/bound-tree.ts";
import { equals } from "../values/equality.ts";
import { compare } from "../values/ordering.ts";
import type { Value } from "../values/value.ts";

/** `= <> < <= > >=`, with null where the answer is unknown. */
export function compileComparison(
  { operator, left, right }: Comparison,
  compile: (part: BoundExpression) => () => Value,
): () => Value {
  const a = compile(left);
  const b = compile(right);
  switch (operator) {
    case "=":
      return () => equals(a(), b());
    case "<>":
      return () => {
        const equal = equals(a(), b());
        return equal === null ? null : !equal;
      };
    case "<":
      return ordered(a, b, (difference) => difference < 0);
    case "<=":
      return ordered(a, b, (difference) => difference <= 0);
    case ">":
      return ordered(a, b, (difference) => difference > 0);
    case ">=":
      return ordered(a, b, (difference) => difference >= 0);
    default:
      return unreachable(operator);
  }
}

function ordered(a: () => Value, b: () => Value, holds: (difference: number) => boolean): () => Value {
  return () => {
    const difference = compare(a(), b());
    return difference === null ? null : holds(difference);
  };
}
