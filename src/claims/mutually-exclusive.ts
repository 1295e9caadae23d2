import type { Node } from "../values/value.ts";
import { timeOfDay } from "./event-time.ts";

/** The label that the loader gives to nodes that represent a number, duration, date or text. */
const VALUE = "Value";

/**
 * Whether two objects cannot both be right. Values exclude each other if their allowed ranges do not overlap: 2024-09
 * and 2024-10-23 do, as do `<20` and 25; 2024-10 and 2024-10-23 do not, nor do `>20` and 25. Values that cannot be
 * compared (hours and days, a date and a text) do not exclude each other. Two entities always do.
 */
export function areMutuallyExclusive(one: Node, other: Node): boolean {
  if (one.id === other.id) return false;
  if (!one.labels.includes(VALUE) || !other.labels.includes(VALUE)) return true;
  const [a, b] = [allowedBy(one), allowedBy(other)];
  return a.measure === b.measure && (isBelow(a, b) || isBelow(b, a));
}

/** The range that a value allows, from `least` to `most`. */
interface Allowed {
  /** The measure. Only values of the same measure can be compared. */
  readonly measure: string;
  readonly least: number | string;
  readonly most: number | string;
  /** Whether `least` and `most` themselves are excluded. */
  readonly isOpen?: boolean;
}

function allowedBy({ properties }: Node): Allowed {
  const { value = null, unit = null, comparison = null, from = null, to = null, name = null } = properties;
  if (typeof value === "number") {
    const measure = `number of ${String(unit)}`;
    const isOpen = comparison === ">" || comparison === "<";
    const least = comparison === null || comparison === ">" || comparison === ">=" ? value : -Infinity;
    const most = comparison === null || comparison === "<" || comparison === "<=" ? value : Infinity;
    return { measure, least, most, isOpen };
  }
  const [start, end] = [timeOfDay(from), timeOfDay(to)];
  if (start !== undefined || end !== undefined)
    return { measure: "time", least: start ?? -Infinity, most: end ?? Infinity };
  const text = String(value ?? name);
  return { measure: "text", least: text, most: text };
}

function isBelow(a: Allowed, b: Allowed): boolean {
  return a.most < b.least || (a.most === b.least && (a.isOpen === true || b.isOpen === true));
}
