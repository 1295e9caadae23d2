import { Float, float } from "./float.ts";
import { integer } from "./numbers.ts";
import { readTemporal, TEMPORAL_TYPES } from "./temporal/read-temporal.ts";
import { isTemporal, type TemporalTypeName } from "./temporal/temporal.ts";
import { isList } from "./type-name.ts";
import type { Value, ValueMap } from "./value.ts";

/**
 * A value as JSON that preserves its type: strings, booleans, null and safe integers are written as they are, lists are
 * arrays, and every other value is an object whose only key is its type: `{"Date": "2025-05-07"}`, `{"Float": "1"}`,
 * `{"Map": {…}}`. Nodes, relationships and paths cannot be stored.
 */
export function toTaggedJson(value: Value): string {
  return JSON.stringify(tagged(value));
}

/**
 * The inverse of {@link toTaggedJson}.
 *
 * @throws SyntaxError if `text` is not such JSON
 * @throws CypherError if a temporal value in it is invalid
 */
export function fromTaggedJson(text: string): Value {
  return untagged(JSON.parse(text));
}

/** The JSON value that {@link toTaggedJson} writes, for use inside other JSON. */
export function tagged(value: Value): unknown {
  if (isList(value)) return value.map(tagged);
  if (isTemporal(value)) return { [value.type]: `${value}` };
  if (typeof value === "bigint") return { Integer: `${value}` };
  if (value instanceof Float) return { Float: numberText(value.value) };
  if (typeof value === "number") {
    return Number.isSafeInteger(value) && !Object.is(value, -0) ? value : { Float: numberText(value) };
  }
  if (typeof value !== "object" || value === null) return value;
  return {
    Map: Object.fromEntries(Object.entries(value as ValueMap).map(([key, item]) => [key, tagged(item)])),
  };
}

/**
 * The inverse of {@link tagged}.
 *
 * @throws SyntaxError or CypherError as {@link fromTaggedJson} does
 */
export function untagged(json: unknown): Value {
  if (Array.isArray(json)) return json.map(untagged);
  if (typeof json !== "object" || json === null) return json as Value;
  const [[type, content] = ["", ""]] = Object.entries(json);
  if (type === "Integer") return integer(BigInt(String(content)));
  if (type === "Float") return float(Number(content));
  if (type === "Map") {
    return Object.fromEntries(Object.entries(content as object).map(([key, item]) => [key, untagged(item)]));
  }
  if (TEMPORAL_TYPES.includes(type as TemporalTypeName)) {
    return readTemporal(type as TemporalTypeName, String(content));
  }
  throw new SyntaxError(`unknown value type ${type}`);
}

function numberText(number: number): string {
  return Object.is(number, -0) ? "-0" : String(number);
}
