import { type CypherDate, epochDayOf } from "./date.ts";
import { type DateTime, instantOf } from "./date-time.ts";
import { type Duration, SECONDS_PER_DAY, SECONDS_PER_MONTH, totalNanoseconds } from "./duration.ts";
import { type LocalTime, NANOSECONDS_PER_SECOND, nanosecondOfDay } from "./local-time.ts";
import type { Temporal } from "./temporal.ts";
import type { Time } from "./time.ts";

/**
 * The order of temporal values of one type; 0 only if they are equal. Points in time are ordered by UTC time, then by
 * offset from west to east, then by the name of the zone. Durations are ordered by mean length, then by months, then by
 * days.
 *
 * @returns undefined if the types differ
 */
export function compareTemporals(left: Temporal, right: Temporal): number | undefined {
  if (left.type === "Date" && right.type === "Date") return compareDates(left, right);
  if (left.type === "LocalTime" && right.type === "LocalTime") return compareTimes(left, right);
  if (left.type === "Time" && right.type === "Time") return compareZonedTimes(left, right);
  if (left.type === "LocalDateTime" && right.type === "LocalDateTime")
    return compareDates(left.date, right.date) || compareTimes(left.time, right.time);
  if (left.type === "DateTime" && right.type === "DateTime") return compareDateTimes(left, right);
  if (left.type === "Duration" && right.type === "Duration") return compareDurations(left, right);
  return undefined;
}

function compareDates(left: CypherDate, right: CypherDate): number {
  return epochDayOf(left) - epochDayOf(right);
}

function compareTimes(left: LocalTime, right: LocalTime): number {
  return nanosecondOfDay(left) - nanosecondOfDay(right);
}

function compareZonedTimes(left: Time, right: Time): number {
  return utcNanosecond(left) - utcNanosecond(right) || left.offsetSeconds - right.offsetSeconds;
}

function utcNanosecond({ time, offsetSeconds }: Time): number {
  return nanosecondOfDay(time) - offsetSeconds * NANOSECONDS_PER_SECOND;
}

function compareDateTimes(left: DateTime, right: DateTime): number {
  const a = instantOf(left);
  const b = instantOf(right);
  return (
    a.epochDay - b.epochDay ||
    a.nanosecondOfDay - b.nanosecondOfDay ||
    left.offsetSeconds - right.offsetSeconds ||
    compareNames(left.zone ?? "", right.zone ?? "")
  );
}

function compareNames(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function compareDurations(left: Duration, right: Duration): number {
  return (
    sign(meanNanoseconds(left) - meanNanoseconds(right)) ||
    sign(left.months - right.months) ||
    sign(left.days - right.days)
  );
}

function meanNanoseconds(duration: Duration): bigint {
  const seconds = duration.months * SECONDS_PER_MONTH + duration.days * SECONDS_PER_DAY;
  return seconds * 1_000_000_000n + totalNanoseconds(duration);
}

function sign(number: bigint): number {
  return number < 0n ? -1 : Number(number > 0n);
}
