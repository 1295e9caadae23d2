import { CypherError } from "../../diagnostics/cypher-error.ts";
import { oneOf } from "../../diagnostics/nearest-names.ts";
import { quarterOf, weekDate } from "./calendar.ts";
import { CypherDate, dateOfEpochDay, epochDayOf } from "./date.ts";
import { type LocalTime, MIDNIGHT, nanosecondOfDay, timeOfDay } from "./local-time.ts";
import { dateOfWeek } from "./read-date.ts";

/** Units on the calendar, with the first date of the unit that a date lies in. */
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

/** Units on the clock, in nanoseconds. */
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
 * The unit of that name, in any case.
 *
 * @throws CypherError `InvalidArgumentValue` for other texts
 */
export function truncationUnit(name: string): DateUnit | TimeUnit {
  const units = [...Object.keys(DATE_UNITS), ...Object.keys(TIME_UNITS)];
  const unit = units.find((known) => known.toLowerCase() === name.toLowerCase());
  if (unit !== undefined) return unit as DateUnit | TimeUnit;
  throw new CypherError("InvalidArgumentValue", `nothing can be truncated to ${JSON.stringify(name)}`, {
    hint: `the units are ${oneOf(units)}`,
  });
}

export function isDateUnit(unit: DateUnit | TimeUnit): unit is DateUnit {
  return Object.hasOwn(DATE_UNITS, unit);
}

/** The first date of the unit that `date` lies in; years of a century count from 00. */
export function truncateDate(date: CypherDate, unit: DateUnit): CypherDate {
  return DATE_UNITS[unit](date);
}

/** The begin of the unit that `time` lies in; that of a day or more is midnight. */
export function truncateTime(time: LocalTime, unit: DateUnit | TimeUnit): LocalTime {
  if (isDateUnit(unit)) return MIDNIGHT;
  const nanosecond = nanosecondOfDay(time);
  return timeOfDay(nanosecond - (nanosecond % TIME_UNITS[unit]));
}
