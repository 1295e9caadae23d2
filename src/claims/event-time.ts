import { isTemporal } from "../values/temporal/temporal.ts";
import type { Value } from "../values/value.ts";

/** First and last moment of an event, in milliseconds; `undefined` if unknown or open. */
export interface EventTime {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/**
 * The time of an event. `from` and `to` are its first and last day, which the loader computes from `when`. If a graph
 * has only `when`, plain dates at its beginning are read: `2025-05`, `2025-05-04?`, `2022/2025-05`.
 */
export function eventTime(when: Value, from: Value, to: Value): EventTime {
  const days = { from: timeOfDay(from), to: timeOfDay(to) };
  if (days.from !== undefined || days.to !== undefined) return days;
  const text = plainText(when);
  if (text === undefined) return days;
  const [start = "", end = start, ...more] = text.split("/");
  return more.length > 0 ? days : { from: plainBounds(start)?.first, to: plainBounds(end)?.last };
}

/** Compares two times: by their start (or their end, if the start is open), then by their end. */
export function compareEventTimes(one: EventTime, other: EventTime): number {
  // Not subtracted, because Infinity - Infinity is NaN: two unknown times are equal.
  return (
    compare(one.from ?? one.to ?? Infinity, other.from ?? other.to ?? Infinity) ||
    compare(one.to ?? Infinity, other.to ?? Infinity)
  );
}

/** The time at which a day begins, given as `2025-05-07`, `-000044-03-15` or a Cypher date. */
export function timeOfDay(day: Value): number | undefined {
  const text = plainText(day);
  if (text === undefined || !/^(?:\d{4}|[+-]\d{6})-\d\d-\d\d/.test(text)) return undefined;
  const time = Date.parse(text.slice(0, text.indexOf("-", 1) + "-MM-DD".length));
  return Number.isNaN(time) ? undefined : time;
}

function plainText(value: Value): string | undefined {
  if (isTemporal(value)) return String(value);
  return typeof value === "string" ? value : undefined;
}

function plainBounds(text: string): { readonly first: number; readonly last: number } | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T?~%]|$)/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const first = new Date(0);
  first.setUTCFullYear(Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
  const last = new Date(0);
  // Day 0 is the last day of the previous month.
  last.setUTCFullYear(Number(year), Number(month ?? 12) - (day === undefined ? 0 : 1), Number(day ?? 0));
  return { first: first.getTime(), last: last.getTime() };
}

function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
