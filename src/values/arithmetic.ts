import { CypherError } from "../diagnostics/cypher-error.ts";
import { type Budget, joinTexts, MAX_LIST, makeList, UNLIMITED } from "./budget.ts";
import { type Float, float } from "./float.ts";
import { type Integer, integerInRange, isInteger, isNumber, toDouble } from "./numbers.ts";
import { negateDuration } from "./temporal/add-duration.ts";
import { isDuration, isTemporal } from "./temporal/temporal.ts";
import { temporalArithmetic } from "./temporal/temporal-arithmetic.ts";
import { isList, typeName } from "./type-name.ts";
import type { Value, ValueList } from "./value.ts";
import { valueText } from "./value-text.ts";

/**
 * The operators `+ - * / % ^`. A null operand yields null. Two integers yield an integer, exact to 64 bits or an error;
 * an integer and a float yield a float. `+` also joins strings, lists, and a string and a number; for temporal values,
 * see {@link temporalArithmetic}.
 */
export function add(left: Value, right: Value, budget: Budget = UNLIMITED): Value {
  if (typeof left === "number" && typeof right === "number") {
    const sum = left + right;
    if (Number.isSafeInteger(sum) && isInteger(left) && isInteger(right)) return sum;
  }
  if (isList(left))
    return isList(right)
      ? joined(left, right, budget)
      : right === null
        ? null
        : joined(left, [right], budget);
  if (left === null || right === null) return null;
  if (isList(right)) return joined([left], right, budget);
  if (typeof left === "string" && typeof right === "string") return concatenated(left, right, budget);
  if (typeof left === "string" && isNumber(right)) return concatenated(left, valueText(right), budget);
  if (typeof right === "string" && isNumber(left)) return concatenated(valueText(left), right, budget);
  return arithmetic(
    "+",
    left,
    right,
    (a, b) => a + b,
    (a, b) => a + b,
  );
}

function concatenated(left: string, right: string, budget: Budget): string {
  joinTexts(budget, left.length + right.length);
  return left + right;
}

function joined(left: ValueList, right: ValueList, budget: Budget): ValueList {
  const length = left.length + right.length;
  if (length > MAX_LIST) {
    const message = `+ can make a list of at most ${MAX_LIST} items, but this one would have ${length}`;
    throw new CypherError("ResourceExhausted", message);
  }
  makeList(budget, length);
  return left.concat(right);
}

export function subtract(left: Value, right: Value): Value {
  return arithmetic(
    "-",
    left,
    right,
    (a, b) => a - b,
    (a, b) => a - b,
  );
}

export function multiply(left: Value, right: Value): Value {
  return arithmetic(
    "*",
    left,
    right,
    (a, b) => a * b,
    (a, b) => a * b,
  );
}

/** For integers, the quotient is truncated towards zero. */
export function divide(left: Value, right: Value): Value {
  return arithmetic(
    "/",
    left,
    right,
    (a, b) => a / b,
    (a, b) => a / nonZero(b),
  );
}

/** The remainder has the sign of the dividend. */
export function modulo(left: Value, right: Value): Value {
  return arithmetic(
    "%",
    left,
    right,
    (a, b) => a % b,
    (a, b) => a % nonZero(b),
  );
}

/** Always a float. */
export function power(left: Value, right: Value): Value {
  if (left === null || right === null) return null;
  const [base, exponent] = numbers("^", left, right);
  return float(toDouble(base) ** toDouble(exponent));
}

export function negate(operand: Value): Value {
  if (operand === null) return null;
  if (isInteger(operand)) return integerInRange(-BigInt(operand));
  if (isNumber(operand)) return float(-toDouble(operand));
  if (isDuration(operand)) return negateDuration(operand);
  throw new CypherError("ArgumentTypeMismatch", `- is not defined for ${typeName(operand)}`);
}

function arithmetic(
  operator: string,
  left: Value,
  right: Value,
  onDoubles: (a: number, b: number) => number,
  onIntegers: (a: bigint, b: bigint) => bigint,
): Value {
  if (left === null || right === null) return null;
  if (isTemporal(left) || isTemporal(right))
    return temporalArithmetic(operator, left, right) ?? undefinedFor(operator, left, right);
  const [a, b] = numbers(operator, left, right);
  if (!isInteger(a) || !isInteger(b)) return float(onDoubles(toDouble(a), toDouble(b)));
  if (operator !== "/" && operator !== "%" && typeof a === "number" && typeof b === "number") {
    const result = onDoubles(a, b);
    if (Number.isSafeInteger(result)) return result === 0 ? 0 : result;
  }
  return integerInRange(onIntegers(BigInt(a), BigInt(b)));
}

function numbers(operator: string, left: Value, right: Value): [Integer | Float, Integer | Float] {
  return isNumber(left) && isNumber(right) ? [left, right] : undefinedFor(operator, left, right);
}

function undefinedFor(operator: string, left: Value, right: Value): never {
  const message = `${operator} is not defined for ${typeName(left)} and ${typeName(right)}`;
  throw new CypherError("ArgumentTypeMismatch", message, {
    hint:
      operator === "-" && isTemporal(left) && isTemporal(right)
        ? "use duration.between(from, to) to get the time between two points in time"
        : undefined,
  });
}

function nonZero(divisor: bigint): bigint {
  if (divisor !== 0n) return divisor;
  throw new CypherError("DivisionByZero", "an integer is divided by zero", {
    hint: "guard it with CASE WHEN divisor <> 0 THEN …, or divide floats",
  });
}
