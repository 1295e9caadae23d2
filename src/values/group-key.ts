import { Float } from "./float.ts";
import { isTemporal } from "./temporal/temporal.ts";
import { isList } from "./type-name.ts";
import { Node, Path, Relationship, type Value, type ValueMap } from "./value.ts";

/** Something that a JavaScript Map can be keyed by. */
export type GroupKey = string | number | bigint | boolean | null;

/**
 * A key such that two values have the same key just where they are equivalent, as DISTINCT and grouping
 * understand it: null is like null, NaN like NaN, 1 like 1.0. Strings are prefixed where another type's key
 * could look the same.
 */
export function groupKey(value: Value): GroupKey {
  switch (typeof value) {
    case "string":
      return `s${value}`;
    case "number":
      // Beyond the safe integers an integer is a bigint, and the float of the same value must get its key.
      return Number.isInteger(value) && !Number.isSafeInteger(value)
        ? BigInt(value)
        : value === 0
          ? 0
          : value;
    case "boolean":
    case "bigint":
      return value;
    default:
      return value === null ? null : value instanceof Float ? groupKey(value.value) : compositeKey(value);
  }
}

/** One key for several values together. */
export function groupKeyOf(values: readonly Value[]): GroupKey {
  return values.length === 1 ? groupKey(values[0] ?? null) : values.map(nestedKey).join("");
}

function compositeKey(value: Exclude<Value, null | string | number | boolean | bigint | Float>): string {
  if (isList(value)) return `l${value.length}:${value.map(nestedKey).join("")}`;
  if (isTemporal(value)) return `t${value.type} ${value}`;
  if (value instanceof Node) return `N${value.id}`;
  if (value instanceof Relationship) return `R${value.id}`;
  if (value instanceof Path)
    return `P${[...value.nodes.slice(0, 1), ...value.relationships].map(nestedKey).join("")}`;
  const map = value as ValueMap;
  return `m${Object.keys(map)
    .sort()
    .map((key) => nestedKey(key) + nestedKey(map[key] ?? null))
    .join("")}`;
}

/** Keys side by side are told apart by their lengths. */
function nestedKey(value: Value): string {
  const key = groupKey(value);
  const text = typeof key === "string" ? key : `${typeof key === "bigint" ? "number" : typeof key} ${key}`;
  return `${text.length}:${text}`;
}
