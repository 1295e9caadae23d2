import { addDays, addMonths } from "./add-duration.ts";
import { CypherDate, dateOfEpochDay, epochDayOf } from "./date.ts";
import { type DateTime, dateTimeAt, dateTimeOfInstant, instantOf, zoneOf } from "./date-time.ts";
import { Duration } from "./duration.ts";
import { MIDNIGHT, NANOSECONDS_PER_DAY, nanosecondOfDay } from "./local-time.ts";
import { datePart, timePart, zonePart } from "./parts.ts";
import type { TemporalInstant } from "./temporal.ts";

/**
 * Durations between two points in time of any types. A date or time zone that one of them lacks is taken from the
 * other; a Date without a time means its midnight. If neither has a date, both are on the same day; if neither has a
 * zone, no clock changes occur.
 */

/** In months, then days, then seconds, in the order in which {@link addDuration} adds them. */
export function durationBetween(from: TemporalInstant, to: TemporalInstant): Duration {
  const { start, end } = comparable(from, to);
  const months = wholeMonths(start, end);
  const byMonths = dateTimeAt(
    addMonths(start.date, BigInt(months)),
    start.time,
    zoneOf(start),
    start.offsetSeconds,
  );
  const days = wholeDays(byMonths, end);
  const byDays = dateTimeAt(
    addDays(byMonths.date, BigInt(days)),
    byMonths.time,
    zoneOf(start),
    byMonths.offsetSeconds,
  );
  return new Duration(months, days, 0, nanosecondsBetween(byDays, end));
}

/** In whole months. */
export function monthsBetween(from: TemporalInstant, to: TemporalInstant): Duration {
  const { start, end } = comparable(from, to);
  return new Duration(wholeMonths(start, end));
}

/** In whole days. */
export function daysBetween(from: TemporalInstant, to: TemporalInstant): Duration {
  const { start, end } = comparable(from, to);
  return new Duration(0, wholeDays(start, end));
}

/** In seconds of elapsed time. */
export function secondsBetween(from: TemporalInstant, to: TemporalInstant): Duration {
  const { start, end } = comparable(from, to);
  return new Duration(0, 0, 0, nanosecondsBetween(start, end));
}

const EPOCH = new CypherDate(1970);

/** Completes both values to a date, time and zone. The end is converted to the zone of the start. */
function comparable(
  from: TemporalInstant,
  to: TemporalInstant,
): { readonly start: DateTime; readonly end: DateTime } {
  const zone = zonePart(from) ?? zonePart(to) ?? 0;
  const start = dateTimeAt(
    datePart(from) ?? datePart(to) ?? EPOCH,
    timePart(from) ?? MIDNIGHT,
    zone,
    preferredOffset(from),
  );
  const end = dateTimeAt(
    datePart(to) ?? datePart(from) ?? EPOCH,
    timePart(to) ?? MIDNIGHT,
    zonePart(to) ?? zone,
    preferredOffset(to),
  );
  return { start, end: dateTimeOfInstant(instantOf(end), zone) };
}

function preferredOffset(value: TemporalInstant): number | undefined {
  return value.type === "DateTime" ? value.offsetSeconds : undefined;
}

/**
 * On the calendar of the zone, truncated towards zero: a month is complete when its day and time of day are reached.
 */
function wholeMonths(start: DateTime, end: DateTime): number {
  const last = endDate(start, end);
  const months = (last.year - start.date.year) * 12 + last.month - start.date.month;
  if (months > 0 && last.day < start.date.day) return months - 1;
  return months < 0 && last.day > start.date.day ? months + 1 : months;
}

/** On the calendar of the zone, truncated towards zero. */
function wholeDays(start: DateTime, end: DateTime): number {
  return epochDayOf(endDate(start, end)) - epochDayOf(start.date);
}

/** The date up to which complete days are counted. */
function endDate(start: DateTime, end: DateTime): CypherDate {
  const days = epochDayOf(end.date) - epochDayOf(start.date);
  const later = nanosecondOfDay(end.time) - nanosecondOfDay(start.time);
  if (days > 0 && later < 0) return dateOfEpochDay(epochDayOf(end.date) - 1);
  return days < 0 && later > 0 ? dateOfEpochDay(epochDayOf(end.date) + 1) : end.date;
}

function nanosecondsBetween(start: DateTime, end: DateTime): bigint {
  const from = instantOf(start);
  const to = instantOf(end);
  const days = BigInt(to.epochDay - from.epochDay);
  return days * BigInt(NANOSECONDS_PER_DAY) + BigInt(to.nanosecondOfDay - from.nanosecondOfDay);
}
