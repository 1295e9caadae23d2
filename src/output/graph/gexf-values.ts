import { isFloat, isInteger } from "../../values/numbers.ts";
import { isTemporal } from "../../values/temporal/temporal.ts";
import type { Value } from "../../values/value.ts";
import { valueText } from "../../values/value-text.ts";
import { xmlText } from "./xml-text.ts";

/**
 * The types that Gephi, NetworkX and graphology all read; `liststring` is the only list type that NetworkX knows.
 * Integers are always `long`: a type that depended on their size would change from one export to the next.
 */
export type GexfType = "boolean" | "long" | "double" | "string" | "liststring";

/** One attribute of all nodes, or of all relationships. */
export interface GexfColumn {
  readonly type: GexfType;
  /** By element: its value as text; undefined for values that GEXF cannot express: null, NaN, the empty string. */
  readonly texts: readonly (string | undefined)[];
}

/**
 * Values converted to one type, as GEXF requires for an attribute. The type depends only on the kinds of the values:
 * booleans, integers, floats (also mixed with integers), strings or lists of strings. Values of several types become
 * strings, any lists become lists of strings, maps and temporal values become their text.
 */
export function gexfColumn(values: readonly Value[]): GexfColumn {
  const type = typeOf(new Set(values.filter((value) => !isNothing(value)).map(kindOf)), values);
  return {
    type,
    texts: values.map((value) => (isNothing(value) || isNotANumber(value) ? undefined : TEXTS[type](value))),
  };
}

/** NaN is left out, but counts as a float. */
function isNotANumber(value: Value): boolean {
  return typeof value === "number" && Number.isNaN(value);
}

function isNothing(value: Value): boolean {
  return value === null || value === undefined || value === "";
}

function kindOf(value: Value): GexfType {
  if (typeof value === "boolean") return "boolean";
  if (isInteger(value)) return "long";
  if (isFloat(value)) return "double";
  return Array.isArray(value) ? "liststring" : "string";
}

function typeOf(kinds: ReadonlySet<GexfType>, values: readonly Value[]): GexfType {
  const [kind = "string", ...others] = kinds;
  if (others.length === 0) return kind;
  const isNumeric = [...kinds].every((one) => one === "long" || one === "double");
  // A large integer would lose digits as a double.
  return isNumeric && values.every((value) => typeof value !== "bigint" || BigInt(Number(value)) === value)
    ? "double"
    : "string";
}

const TEXTS: Readonly<Record<GexfType, (value: Value) => string>> = {
  boolean: String,
  long: String,
  double: (value) => (typeof value === "bigint" ? String(value) : doubleText(Number(value))),
  string: plainText,
  liststring: (value) =>
    `[${(value as readonly Value[]).map((element) => quoted(plainText(element))).join(", ")}]`,
};

function doubleText(number: number): string {
  if (Object.is(number, -0)) return "-0.0";
  return Number.isSafeInteger(number) ? `${number}.0` : String(number);
}

/** An element of a list. Gephi takes the character after a backslash literally: `\n` would be an n. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

function plainText(value: Value): string {
  return xmlText(typeof value === "string" || isTemporal(value) ? String(value) : valueText(value));
}
