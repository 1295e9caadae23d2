import { float } from "../values/float.ts";
import { fitsInteger, integer, isInteger, isNumber, toDouble } from "../values/numbers.ts";
import { isTemporal } from "../values/temporal/temporal.ts";
import { isList, isMap } from "../values/type-name.ts";
import { Node, Path, Relationship, type Value } from "../values/value.ts";
import { valueText } from "../values/value-text.ts";
import { wrongType } from "./argument-checks.ts";
import type { FunctionDefinition } from "./definition.ts";

/** The number of digits of the largest 64-bit integers. */
const MAX_DIGITS = 19;

/** Conversions between types. A string that cannot be parsed returns null; a type that is not accepted is an error. */
export const CONVERSION_FUNCTIONS: readonly FunctionDefinition[] = [
  conversion(
    "toString",
    "String",
    "a String, a number, a Boolean or a temporal value",
    "The value as text.",
    (value) => {
      if (typeof value === "string") return value;
      if (isTemporal(value)) return String(value);
      return typeof value === "boolean" || isNumber(value) ? valueText(value) : undefined;
    },
  ),
  conversion(
    "toInteger",
    "Integer",
    "a String or a number",
    "The value as an integer, truncated towards zero.",
    (value) => {
      if (isInteger(value)) return value;
      if (isNumber(value)) return fromDouble(toDouble(value));
      if (typeof value !== "string") return undefined;
      const text = value.trim();
      if (!/^[+-]?\d+$/.test(text)) return text === "" ? null : fromDouble(readFloat(text));
      const digits = text.replace(/^[+-]?0*/, "");
      // BigInt needs quadratic time to parse a number.
      if (digits.length > MAX_DIGITS) return null;
      const magnitude = BigInt(digits);
      const exact = text.startsWith("-") ? -magnitude : magnitude;
      return fitsInteger(exact) ? integer(exact) : null;
    },
  ),
  conversion("toFloat", "Float", "a String or a number", "The value as a float.", (value) => {
    if (isNumber(value)) return float(toDouble(value));
    if (typeof value !== "string") return undefined;
    const number = readFloat(value.trim());
    return Number.isNaN(number) ? null : float(number);
  }),
  conversion(
    "toBoolean",
    "Boolean",
    "a String or a Boolean",
    "True for the text true, false for the text false, ignoring case.",
    (value) => {
      if (typeof value === "boolean") return value;
      if (typeof value !== "string") return undefined;
      const word = value.trim().toLowerCase();
      return word === "true" ? true : word === "false" ? false : null;
    },
  ),
];

function fromDouble(number: number): Value {
  return Number.isFinite(number) && fitsInteger(BigInt(Math.trunc(number)))
    ? integer(BigInt(Math.trunc(number)))
    : null;
}

function readFloat(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
}

function conversion(
  name: string,
  result: string,
  takes: string,
  description: string,
  convert: (value: Value) => Value | undefined,
): FunctionDefinition {
  return {
    kind: "function",
    name,
    signature: `${name}(value: Any) :: ${result}`,
    description,
    call: ([value = null]) => {
      const converted = isStructure(value) ? undefined : convert(value);
      if (converted !== undefined) return converted;
      throw wrongType(name, takes, value);
    },
  };
}

function isStructure(value: Value): boolean {
  return (
    isList(value) ||
    isMap(value) ||
    value instanceof Node ||
    value instanceof Relationship ||
    value instanceof Path
  );
}
