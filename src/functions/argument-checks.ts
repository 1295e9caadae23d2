import { CypherError } from "../diagnostics/cypher-error.ts";
import type { Float } from "../values/float.ts";
import { type Integer, isInteger, isNumber } from "../values/numbers.ts";
import { typeName } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";

/** The error for an argument whose type the function does not accept. */
export function wrongType(functionName: string, expected: string, met: Value): CypherError {
  return new CypherError("InvalidArgumentValue", `${functionName}() takes ${expected}, not ${typeName(met)}`);
}

export function stringArgument(functionName: string, value: Value | undefined): string {
  if (typeof value === "string") return value;
  throw wrongType(functionName, "a String", value ?? null);
}

export function numberArgument(functionName: string, value: Value | undefined): Integer | Float {
  if (value !== undefined && isNumber(value)) return value;
  throw wrongType(functionName, "a number", value ?? null);
}

/** An integer as a JavaScript number, for positions and lengths. */
function integerArgument(functionName: string, value: Value | undefined): number {
  if (value !== undefined && isInteger(value)) return Number(value);
  throw wrongType(functionName, "an Integer", value ?? null);
}

/** An integer of any size. */
export function bigIntArgument(functionName: string, value: Value | undefined): bigint {
  if (value !== undefined && isInteger(value)) return BigInt(value);
  throw wrongType(functionName, "an Integer", value ?? null);
}

/** Same as {@link integerArgument}, but not negative. */
export function lengthArgument(functionName: string, value: Value | undefined): number {
  const length = integerArgument(functionName, value);
  if (length >= 0) return length;
  throw new CypherError("NumberOutOfRange", `${functionName}() takes a non-negative Integer, not ${length}`);
}
