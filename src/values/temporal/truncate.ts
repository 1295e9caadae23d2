import { CypherError } from "../../diagnostics/cypher-error.ts";
import { oneOf } from "../../diagnostics/nearest-names.ts";
import { quarterOf, weekDate } from "./calendar.ts";
import { CypherDate, dateOfEpochDay, epochDayOf } from "./date.ts";
import { type LocalTime, MIDNIGHT, nanosecondOfDay, timeOfDay } from "./local-time.ts";
import { dateOfWeek } from "./read-date.ts";

/** Calendar units, each with a function that returns the first date of the unit that contains a date. */
const DATE_UNITS = {
  millennium: ({ year }) => new CypherDate(Math.floor(year / 1000) * 1000),
  century: ({ year }) => new CypherDate(Math.floor(year / 100) * 100),
  decade: ({ year }) => new CypherDate(Math.floor(year / 10) * 10),
  weekYear: (date) => dateOfWeek(weekDate(date).weekYear, 1),
  year: ({ year }) => new CypherDate(year),
  quarter: ({ year, month }) => new CypherDate(year, quarterOf(month) * 3 - 2),
  month: ({ year, month }) => new CypherDate(year, month),
  week: (date) => dateOfEpochDay(epochDayOf(date) - weekDate(date).dayOfWeek + 1),
  day: (date) => date,
} as const satisfies Record<string, (date: CypherDate) => CypherDate>;

/** Clock units, in nanoseconds. */
const TIME_UNITS = {
  hour: 3_600_000_000_000,
  minute: 60_000_000_000,
  second: 1_000_000_000,
  millisecond: 1_000_000,
  microsecond: 1000,
} as const;

export type DateUnit = keyof typeof DATE_UNITS;
export type TimeUnit = keyof typeof TIME_UNITS;

/**
 * The unit of that name, ignoring case.
 *
 * @throws CypherError `InvalidArgumentValue` if there is none
 */
export function truncationUnit(name: string): DateUnit | TimeUnit {
  const units = [...Object.keys(DATE_UNITS), ...Object.keys(TIME_UNITS)];
  const unit = units.find((known) => known.toLowerCase() === name.toLowerCase());
  if (unit !== undefined) return unit as DateUnit | TimeUnit;
  throw new CypherError("InvalidArgumentValue", `unknown truncation unit ${JSON.stringify(name)}`, {
    hint: `the units are ${oneOf(units)}`,
  });
}

export function isDateUnit(unit: DateUnit | TimeUnit): unit is DateUnit {
  return Object.hasOwn(DATE_UNITS, unit);
}

/** The first date of the unit that contains `date`; years of a century count from 00. */
export function truncateDate(date: CypherDate, unit: DateUnit): CypherDate {
  return DATE_UNITS[unit](date);
}

/** The start of the unit that contains `time`; for a day or a larger unit, midnight. */
export function truncateTime(time: LocalTime, unit: DateUnit | TimeUnit): LocalTime {
  if (isDateUnit(unit)) return MIDNIGHT;
  const nanosecond = nanosecondOfDay(time);
  return timeOfDay(nanosecond - (nanosecond % TIME_UNITS[unit]));
}
