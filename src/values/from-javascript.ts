import { CypherError } from "../diagnostics/cypher-error.ts";
import { Float } from "./float.ts";
import { fitsInteger, integer } from "./numbers.ts";
import { type DateTime, dateTimeOfInstant, instantOfEpoch } from "./temporal/date-time.ts";
import { isTemporal } from "./temporal/temporal.ts";
import { Node, Path, Relationship, type Value } from "./value.ts";

/**
 * Converts a JavaScript value (a parameter, or a property set by a program) to a Cypher value. `undefined` becomes
 * null, a Date a DateTime in UTC, a Map a map, and Sets and typed arrays lists.
 *
 * @throws CypherError `InvalidParameterValue` if a value has no counterpart (a function, a symbol), contains a cycle,
 * or is a bigint of more than 64 bits
 */
export function fromJavaScript(value: unknown): Value {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "number":
      return value;
    case "bigint":
      if (!fitsInteger(value)) throw unsupported("a bigint of more than 64 bits");
      return integer(value);
    case "undefined":
      return null;
    case "object":
      return value === null ? null : fromObject(value, 0);
    default:
      throw unsupported(`a JavaScript ${typeof value}`);
  }
}

/** Deeper than any realistic value: deeper nesting is taken for a cycle. */
const MAX_DEPTH = 200;

function fromObject(value: object, depth: number): Value {
  if (depth > MAX_DEPTH) throw unsupported("a value that contains itself, or is nested very deeply,");
  if (
    value instanceof Float ||
    isTemporal(value) ||
    value instanceof Node ||
    value instanceof Relationship ||
    value instanceof Path
  ) {
    return value;
  }
  if (value instanceof Date) return dateTime(value);
  if (Array.isArray(value)) return value.map((item) => nested(item, depth));
  if (value instanceof Set || ArrayBuffer.isView(value)) {
    return Array.from(value as Iterable<unknown>, (item) => nested(item, depth));
  }
  const entries =
    value instanceof Map
      ? [...value].map(([key, item]) => [String(key), item] as const)
      : Object.entries(value);
  const map: Record<string, Value> = Object.create(null);
  for (const [key, item] of entries) map[key] = nested(item, depth);
  return map;
}

function dateTime(date: Date): DateTime {
  if (Number.isNaN(date.getTime())) throw unsupported("an invalid Date");
  return dateTimeOfInstant(instantOfEpoch(BigInt(date.getTime()) * 1_000_000n), 0);
}

function nested(value: unknown, depth: number): Value {
  return typeof value === "object" && value !== null ? fromObject(value, depth + 1) : fromJavaScript(value);
}

function unsupported(what: string): CypherError {
  return new CypherError("InvalidParameterValue", `${what} has no Cypher counterpart`, {
    hint: "use strings, numbers, bigints, booleans, null, arrays or plain objects",
  });
}
