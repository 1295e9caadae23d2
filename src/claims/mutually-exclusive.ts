import type { Node } from "../values/value.ts";
import { timeOfDay } from "./event-time.ts";

/** The label of nodes that are a number, duration, date or text, as the loader gives it. */
const VALUE = "Value";

/**
 * Whether two objects cannot both be the one that there is. Values exclude each other where what they allow does not
 * meet: 2024-09 and 2024-10-23 do, 2024-10 and 2024-10-23 do not, nor `>20` and 25. Of what cannot be compared (hours
 * and days, a date and a text) nothing is said. Two entities always exclude each other.
 */
export function areMutuallyExclusive(one: Node, other: Node): boolean {
  if (one.id === other.id) return false;
  if (!one.labels.includes(VALUE) || !other.labels.includes(VALUE)) return true;
  const [a, b] = [allowedBy(one), allowedBy(other)];
  return a.measure === b.measure && (isBelow(a, b) || isBelow(b, a));
}

/** What a value allows, from `least` to `most`. */
interface Allowed {
  /** What is measured: only of one measure can two be compared. */
  readonly measure: string;
  readonly least: number | string;
  readonly most: number | string;
  /** Whether `least` and `most` themselves are not allowed. */
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
