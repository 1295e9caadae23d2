import { printableText } from "../../diagnostics/printable-text.ts";
import { Float } from "../../values/float.ts";
import { isTemporal } from "../../values/temporal/temporal.ts";
import { Node, Path, Relationship, type Value } from "../../values/value.ts";

/**
 * `value` as JSON (RFC 8259). Differences from `JSON.stringify`:
 * - an integer beyond 2^53 is written with all its digits, which Python, jq 1.7 and Java read exactly;
 * - a float that is a whole number keeps its `.0`, for readers that distinguish floats from integers;
 * - NaN and the infinities, which JSON lacks, become the strings "NaN", "Infinity" and "-Infinity";
 * - control characters and those that reorder text are escaped, so that JSON is safe on a terminal.
 */
export function jsonText(value: Value): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "string") return jsonString(value);
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "object") return String(value);
  if (value instanceof Float) return floatText(value);
  if (isTemporal(value)) return jsonString(String(value));
  if (value instanceof Node) return members(value, ["id", "labels", "properties"]);
  if (value instanceof Relationship) return members(value, ["id", "type", "start", "end", "properties"]);
  if (value instanceof Path) return members(value, ["nodes", "relationships"]);
  if (Array.isArray(value)) return `[${value.map(jsonText).join(", ")}]`;
  return jsonObject(Object.entries(value));
}

/** A JSON object with these members, in this order. */
export function jsonObject(entries: Iterable<readonly [key: string, value: Value]>): string {
  return `{${Array.from(entries, ([key, value]) => `${jsonString(key)}: ${jsonText(value)}`).join(", ")}}`;
}

/** A JSON string, quoted. */
export function jsonString(text: string): string {
  return printableJson(JSON.stringify(text));
}

/** JSON with unprintable characters as JSON escapes; a character beyond U+FFFF needs two of them, as surrogates. */
export function printableJson(json: string): string {
  const escaped = json.replace(/[\u{10000}-\u{10ffff}]/gu, (char) =>
    printableText(char) === char ? char : surrogateEscapes(char),
  );
  return printableText(escaped);
}

function surrogateEscapes(char: string): string {
  return char
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16)}`)
    .join("");
}

function members<T extends object>(entity: T, names: readonly (keyof T & string)[]): string {
  return jsonObject(names.map((name) => [name, entity[name] as Value]));
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return jsonString(String(value));
  return Object.is(value, -0) ? "-0.0" : String(value);
}

function floatText(float: Float): string {
  return Number.isSafeInteger(float.value) ? float.toString() : numberText(float.value);
}
