import { CypherError } from "../../diagnostics/cypher-error.ts";
import { daysInMonth, MAX_YEAR, yearMonthDay } from "./calendar.ts";
import { CypherDate, dateOfEpochDay, epochDayOf } from "./date.ts";
import { type DateTime, dateTimeAt, dateTimeOfInstant, instantOf, zoneOf } from "./date-time.ts";
import { Duration, durationOf, totalNanoseconds } from "./duration.ts";
import { type Fraction, product, whole } from "./fraction.ts";
import { LocalDateTime } from "./local-date-time.ts";
import { type LocalTime, NANOSECONDS_PER_DAY, nanosecondOfDay, timeOfDay } from "./local-time.ts";
import type { TemporalInstant } from "./temporal.ts";
import { Time } from "./time.ts";

const DAY = BigInt(NANOSECONDS_PER_DAY);
/** More than the number of days between the first and the last date. */
const MAX_DAYS = BigInt(MAX_YEAR) * 2n * 366n;

/**
 * Adds `duration` to `instant`: first months (a day that does not exist in the month becomes its last day), then
 * calendar days, then seconds of clock time. A Date moves by whole days only; a time of day wraps around midnight.
 *
 * @throws CypherError `NumberOutOfRange` if the year would have more than nine digits
 */
export function addDuration(instant: TemporalInstant, duration: Duration): TemporalInstant {
  const nanoseconds = totalNanoseconds(duration);
  switch (instant.type) {
    case "Date":
      return addDays(addMonths(instant, duration.months), duration.days + nanoseconds / DAY);
    case "LocalTime":
      return wrapAroundMidnight(instant, nanoseconds);
    case "Time":
      return new Time(wrapAroundMidnight(instant.time, nanoseconds), instant.offsetSeconds);
    case "LocalDateTime": {
      const date = addDays(addMonths(instant.date, duration.months), duration.days);
      const moved = BigInt(nanosecondOfDay(instant.time)) + nanoseconds;
      return new LocalDateTime(
        addDays(date, floorDays(moved)),
        wrapAroundMidnight(instant.time, nanoseconds),
      );
    }
    case "DateTime":
      return addToDateTime(instant, duration);
  }
}

export function negateDuration({ months, days, seconds, nanoseconds }: Duration): Duration {
  return new Duration(-months, -days, -seconds, -nanoseconds);
}

export function addDurations(left: Duration, right: Duration): Duration {
  return new Duration(
    left.months + right.months,
    left.days + right.days,
    0,
    totalNanoseconds(left) + totalNanoseconds(right),
  );
}

/** Fractions of a month become days, fractions of a day hours, and so on. */
export function scaleDuration(duration: Duration, factor: Fraction): Duration {
  return durationOf({
    months: product(whole(duration.months), factor),
    days: product(whole(duration.days), factor),
    nanoseconds: product(whole(totalNanoseconds(duration)), factor),
  });
}

/** Adds months and days on the calendar of the zone. A local time that its clocks skip is moved forward. */
function addToDateTime(dateTime: DateTime, duration: Duration): DateTime {
  const { months, days } = duration;
  const zone = zoneOf(dateTime);
  const onDate = (from: DateTime, date: CypherDate) => dateTimeAt(date, from.time, zone, from.offsetSeconds);
  const byMonths = months === 0n ? dateTime : onDate(dateTime, addMonths(dateTime.date, months));
  const byDays = days === 0n ? byMonths : onDate(byMonths, addDays(byMonths.date, days));
  const nanoseconds = totalNanoseconds(duration);
  if (nanoseconds === 0n) return byDays;
  const { epochDay, nanosecondOfDay: nanosecond } = instantOf(byDays);
  const moved = BigInt(nanosecond) + nanoseconds;
  const day = epochDay + inRange(floorDays(moved));
  return dateTimeOfInstant({ epochDay: day, nanosecondOfDay: Number(modulo(moved)) }, zone);
}

export function addMonths(date: CypherDate, months: bigint): CypherDate {
  if (months === 0n) return date;
  const count = date.year * 12 + date.month - 1 + inRange(months);
  const year = checkYear(Math.floor(count / 12));
  const month = count - year * 12 + 1;
  return new CypherDate(year, month, Math.min(date.day, daysInMonth(year, month)));
}

export function addDays(date: CypherDate, days: bigint): CypherDate {
  if (days === 0n) return date;
  const day = epochDayOf(date) + inRange(days);
  checkYear(yearMonthDay(day).year);
  return dateOfEpochDay(day);
}

function wrapAroundMidnight(time: LocalTime, nanoseconds: bigint): LocalTime {
  return timeOfDay(Number(modulo(BigInt(nanosecondOfDay(time)) + nanoseconds)));
}

function modulo(nanoseconds: bigint): bigint {
  return ((nanoseconds % DAY) + DAY) % DAY;
}

function floorDays(nanoseconds: bigint): bigint {
  return (nanoseconds - modulo(nanoseconds)) / DAY;
}

function inRange(amount: bigint): number {
  if (amount >= -MAX_DAYS && amount <= MAX_DAYS) return Number(amount);
  throw tooFar();
}

function checkYear(year: number): number {
  if (Math.abs(year) <= MAX_YEAR) return year;
  throw tooFar();
}

function tooFar(): CypherError {
  return new CypherError("NumberOutOfRange", "the date would have a year of more than nine digits");
}
