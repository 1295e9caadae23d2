import { CypherError } from "../diagnostics/cypher-error.ts";
import { Float } from "./float.ts";
import type { Value } from "./value.ts";

/** A Cypher integer: a safe JavaScript integer, or a bigint beyond that range. */
export type Integer = number | bigint;

const INTEGER_MIN = -(2n ** 63n);
const INTEGER_MAX = 2n ** 63n - 1n;

export function isInteger(value: Value): value is Integer {
  return typeof value === "number"
    ? Number.isSafeInteger(value) && !Object.is(value, -0)
    : typeof value === "bigint";
}

/** Any float, boxed or not. */
export function isFloat(value: Value): value is number | Float {
  return value instanceof Float || (typeof value === "number" && !isInteger(value));
}

export function isNumber(value: Value): value is Integer | Float {
  return typeof value === "number" || typeof value === "bigint" || value instanceof Float;
}

/** The nearest double. */
export function toDouble(value: Integer | Float): number {
  return Number(value);
}

/** `value` in the unique form of an integer: a number if it is safe, otherwise a bigint. */
export function integer(value: bigint): Integer {
  if (value >= BigInt(Number.MIN_SAFE_INTEGER) && value <= BigInt(Number.MAX_SAFE_INTEGER))
    return Number(value);
  return value;
}

/**
 * As {@link integer}.
 *
 * @throws CypherError `ArithmeticOverflow` if `value` does not fit into 64 bits
 */
export function integerInRange(value: bigint): Integer {
  if (!fitsInteger(value)) {
    throw new CypherError("ArithmeticOverflow", `${value} does not fit into a 64-bit integer`, {
      hint: "floats have a wider range: write one operand with a decimal point, or use toFloat()",
    });
  }
  return integer(value);
}

/** Whether `value` fits into a 64-bit integer. */
export function fitsInteger(value: bigint): boolean {
  return value >= INTEGER_MIN && value <= INTEGER_MAX;
}
