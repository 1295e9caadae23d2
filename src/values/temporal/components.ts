import { CypherError } from "../../diagnostics/cypher-error.ts";
import { didYouMean } from "../../diagnostics/nearest-names.ts";
import { integer } from "../numbers.ts";
import type { Value } from "../value.ts";
import { epochDay, quarterOf, weekDate } from "./calendar.ts";
import type { CypherDate } from "./date.ts";
import { type DateTime, instantOf } from "./date-time.ts";
import { type Duration, totalNanoseconds } from "./duration.ts";
import { type LocalTime, NANOSECONDS_PER_SECOND } from "./local-time.ts";
import { offsetText } from "./offset.ts";
import type { Temporal } from "./temporal.ts";

/** Readers of `value.name`, by the names of the components. */
type Components<Of> = Readonly<Record<string, (value: Of) => Value>>;

const DATE: Components<CypherDate> = {
  year: ({ year }) => year,
  quarter: ({ month }) => quarterOf(month),
  month: ({ month }) => month,
  week: (date) => weekDate(date).week,
  weekYear: (date) => weekDate(date).weekYear,
  day: ({ day }) => day,
  ordinalDay: (date) => daysSince(date, 1),
  weekDay: (date) => weekDate(date).dayOfWeek,
  dayOfWeek: (date) => weekDate(date).dayOfWeek,
  dayOfQuarter: (date) => daysSince(date, quarterOf(date.month) * 3 - 2),
  quarterDay: (date) => daysSince(date, quarterOf(date.month) * 3 - 2),
};

/**
 * Each part is the whole fraction of the second in its unit: 0.123456 s are 123 milliseconds and 123456 microseconds.
 */
const TIME: Components<LocalTime> = {
  hour: ({ hour }) => hour,
  minute: ({ minute }) => minute,
  second: ({ second }) => second,
  millisecond: ({ nanosecond }) => Math.floor(nanosecond / 1_000_000),
  microsecond: ({ nanosecond }) => Math.floor(nanosecond / 1000),
  nanosecond: ({ nanosecond }) => nanosecond,
};

const OFFSET: Components<{ readonly offsetSeconds: number; readonly zone?: string | undefined }> = {
  timezone: ({ zone, offsetSeconds }) => zone ?? offsetText(offsetSeconds),
  offset: ({ offsetSeconds }) => offsetText(offsetSeconds),
  offsetMinutes: ({ offsetSeconds }) => Math.trunc(offsetSeconds / 60) + 0,
  offsetSeconds: ({ offsetSeconds }) => offsetSeconds,
};

const EPOCH: Components<DateTime> = {
  epochSeconds: (value) => integer(epochNanoseconds(value, 1_000_000_000n)),
  epochMillis: (value) => integer(epochNanoseconds(value, 1_000_000n)),
};

/** Total units, then the remainders after the next larger unit: 16 months are 1 year and 4 months of the year. */
const DURATION: Components<Duration> = {
  years: ({ months }) => integer(months / 12n),
  quarters: ({ months }) => integer(months / 3n),
  months: ({ months }) => integer(months),
  weeks: ({ days }) => integer(days / 7n),
  days: ({ days }) => integer(days),
  hours: ({ seconds }) => integer(seconds / 3600n),
  minutes: ({ seconds }) => integer(seconds / 60n),
  seconds: ({ seconds }) => integer(seconds),
  milliseconds: (value) => integer(roundedDown(totalNanoseconds(value), 1_000_000n)),
  microseconds: (value) => integer(roundedDown(totalNanoseconds(value), 1000n)),
  nanoseconds: (value) => integer(totalNanoseconds(value)),
  quartersOfYear: ({ months }) => integer((months / 3n) % 4n),
  monthsOfYear: ({ months }) => integer(months % 12n),
  monthsOfQuarter: ({ months }) => integer(months % 3n),
  daysOfWeek: ({ days }) => integer(days % 7n),
  minutesOfHour: ({ seconds }) => integer((seconds / 60n) % 60n),
  secondsOfMinute: ({ seconds }) => integer(seconds % 60n),
  millisecondsOfSecond: ({ nanoseconds }) => Math.floor(nanoseconds / 1_000_000),
  microsecondsOfSecond: ({ nanoseconds }) => Math.floor(nanoseconds / 1000),
  nanosecondsOfSecond: ({ nanoseconds }) => nanoseconds,
};

/**
 * The value of `value.name`.
 *
 * @throws CypherError `InvalidArgumentValue` if values of the type have no such component
 */
export function temporalComponent(value: Temporal, name: string): Value {
  const component = componentsOf(value).find(([names]) => Object.hasOwn(names, name));
  if (component !== undefined) return component[1](name);
  const known = componentsOf(value).flatMap(([names]) => Object.keys(names));
  throw new CypherError("InvalidArgumentValue", `a ${value.type} has no component ${name}`, {
    hint: didYouMean(name, known) ?? `it has ${known.join(", ")}`,
  });
}

/** The component names for values of a type, with a reader for each group. */
function componentsOf(value: Temporal): readonly (readonly [names: object, read: (name: string) => Value])[] {
  switch (value.type) {
    case "Date":
      return [group(DATE, value)];
    case "LocalTime":
      return [group(TIME, value)];
    case "Time":
      return [group(TIME, value.time), group(OFFSET, value)];
    case "LocalDateTime":
      return [group(DATE, value.date), group(TIME, value.time)];
    case "DateTime":
      return [group(DATE, value.date), group(TIME, value.time), group(OFFSET, value), group(EPOCH, value)];
    case "Duration":
      return [group(DURATION, value)];
  }
}

function group<Of>(
  components: Components<Of>,
  value: Of,
): readonly [names: object, read: (name: string) => Value] {
  return [components, (name) => components[name]?.(value) ?? null];
}

/** Days since the beginning of that month, counting from 1. */
function daysSince(date: CypherDate, month: number): number {
  return epochDay(date) - epochDay({ year: date.year, month, day: 1 }) + 1;
}

/** Time since 1970-01-01T00:00Z, in units of `unit` nanoseconds, rounded down. */
function epochNanoseconds(value: DateTime, unit: bigint): bigint {
  const { epochDay: day, nanosecondOfDay } = instantOf(value);
  const nanoseconds = BigInt(day) * 86_400n * BigInt(NANOSECONDS_PER_SECOND) + BigInt(nanosecondOfDay);
  return roundedDown(nanoseconds, unit);
}

function roundedDown(amount: bigint, unit: bigint): bigint {
  return (amount - (((amount % unit) + unit) % unit)) / unit;
}
