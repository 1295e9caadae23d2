import { CypherError } from "../../diagnostics/cypher-error.ts";
import { isInteger, isNumber, toDouble } from "../numbers.ts";
import type { Value } from "../value.ts";
import { addDuration, addDurations, negateDuration, scaleDuration } from "./add-duration.ts";
import { decimal, type Fraction, inverse, whole } from "./fraction.ts";
import { isDuration, isTemporal } from "./temporal.ts";

/**
 * The operators `+ - * /` with a temporal operand: a duration is added to a point in time or another duration, and is
 * multiplied and divided by numbers.
 *
 * @returns undefined for other operands
 * @throws CypherError `NumberOutOfRange` or `ArithmeticOverflow` if the result is too large, or `DivisionByZero`
 */
export function temporalArithmetic(operator: string, left: Value, right: Value): Value | undefined {
  if (operator === "+" && isDuration(left)) {
    if (!isTemporal(right)) return undefined;
    return right.type === "Duration" ? addDurations(left, right) : addDuration(right, left);
  }
  if ((operator === "+" || operator === "-") && isTemporal(left) && isDuration(right)) {
    const moved = operator === "+" ? right : negateDuration(right);
    return left.type === "Duration" ? addDurations(left, moved) : addDuration(left, moved);
  }
  if (operator === "*" && isDuration(left) && isNumber(right)) return scaleDuration(left, factor(right));
  if (operator === "*" && isNumber(left) && isDuration(right)) return scaleDuration(right, factor(left));
  if (operator === "/" && isDuration(left) && isNumber(right)) {
    if (toDouble(right) === 0) throw new CypherError("DivisionByZero", "a duration is divided by zero");
    return scaleDuration(left, inverse(factor(right)));
  }
  return undefined;
}

function factor(number: Parameters<typeof toDouble>[0]): Fraction {
  return isInteger(number) ? whole(number) : decimalOf(toDouble(number));
}

/** @throws CypherError `NumberOutOfRange` if the number is infinite or NaN */
export function decimalOf(number: number): Fraction {
  if (Number.isFinite(number)) return decimal(String(number));
  throw new CypherError("NumberOutOfRange", `a duration cannot be made with ${number}`);
}
