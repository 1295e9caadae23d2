import { unreachable } from "../../diagnostics/invariant.ts";
import type { BoundExpression, Comparison, ComparisonChain } from "../../semantics/bound-tree.ts";
import type { Budget } from "../../values/budget.ts";
import { equals } from "../../values/equality.ts";
import { compare } from "../../values/ordering.ts";
import type { Value } from "../../values/value.ts";

/** Length in UTF-16 units from which comparing strings is charged to the budget. */
const LONG_TEXT = 1024;

/** Compares two values; null if the result is unknown. */
type Compare = (left: Value, right: Value) => boolean | null;

/** `= <> < <= > >=`, alone or in a chain. */
export function compileComparison(
  expression: Comparison | ComparisonChain,
  budget: Budget,
  compile: (part: BoundExpression) => () => Value,
): () => Value {
  if (expression.kind === "ComparisonChain") return compileChain(expression, budget, compile);
  const left = compile(expression.left);
  const right = compile(expression.right);
  const holds = comparison(expression.operator, budget);
  return () => holds(left(), right());
}

/** Evaluates each operand once, from the left, until a comparison is false. */
function compileChain(
  { operands, operators }: ComparisonChain,
  budget: Budget,
  compile: (part: BoundExpression) => () => Value,
): () => Value {
  const [first, ...others] = operands.map(compile);
  const comparisons = operators.map((operator) => comparison(operator, budget));
  return () => {
    let left = first?.() ?? null;
    let unknown = false;
    for (const [at, operand] of others.entries()) {
      const right = operand();
      const truth = comparisons[at]?.(left, right) ?? null;
      if (truth === false) return false;
      if (truth === null) unknown = true;
      left = right;
    }
    return unknown ? null : true;
  };
}

/** Numbers and strings take a fast path: most values are of these types, and so are all rows of most filters. */
function comparison(operator: Comparison["operator"], budget: Budget): Compare {
  switch (operator) {
    case "=":
      return (left, right) =>
        typeof left === "string" && typeof right === "string" && left.length < LONG_TEXT
          ? left === right
          : equals(left, right, budget);
    case "<>":
      return (left, right) => {
        if (typeof left === "string" && typeof right === "string" && left.length < LONG_TEXT)
          return left !== right;
        const equal = equals(left, right, budget);
        return equal === null ? null : !equal;
      };
    case "<":
      return (left, right) => {
        if (typeof left === "number" && typeof right === "number") return left < right;
        const difference = compare(left, right, budget);
        return difference === null ? null : difference < 0;
      };
    case "<=":
      return (left, right) => {
        if (typeof left === "number" && typeof right === "number") return left <= right;
        const difference = compare(left, right, budget);
        return difference === null ? null : difference <= 0;
      };
    case ">":
      return (left, right) => {
        if (typeof left === "number" && typeof right === "number") return left > right;
        const difference = compare(left, right, budget);
        return difference === null ? null : difference > 0;
      };
    case ">=":
      return (left, right) => {
        if (typeof left === "number" && typeof right === "number") return left >= right;
        const difference = compare(left, right, budget);
        return difference === null ? null : difference >= 0;
      };
    default:
      return unreachable(operator);
  }
}
