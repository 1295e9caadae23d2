import { CypherError } from "../../diagnostics/cypher-error.ts";
import {
  buildDateOnly,
  buildDateTime,
  buildLocalDateTime,
  buildLocalTime,
  buildZonedTime,
} from "./build-instant.ts";
import type { CypherDate } from "./date.ts";
import { type DateTime, dateTimeAt, type Zone } from "./date-time.ts";
import { type Fields, hasAny, zoneField } from "./fields.ts";
import { LocalDateTime } from "./local-date-time.ts";
import { type LocalTime, MIDNIGHT } from "./local-time.ts";
import { datePart, timePart, zonePart } from "./parts.ts";
import type { TemporalInstant } from "./temporal.ts";
import { Time } from "./time.ts";
import { type DateUnit, isDateUnit, type TimeUnit, truncateDate, truncateTime } from "./truncate.ts";

/**
 * A point in time to truncate to the start of its unit, possibly to a value of another type. `fields` replace smaller
 * components; a `timezone` among them sets the zone without converting the time.
 */
export interface Truncation {
  readonly unit: DateUnit | TimeUnit;
  readonly value: TemporalInstant;
  readonly fields: Fields;
}

/**
 * @throws CypherError `InvalidArgumentValue` if the value or the type does not have the unit; true of all functions
 * below
 */
export function truncateToDate({ unit, value, fields }: Truncation): CypherDate {
  if (!isDateUnit(unit)) throw cannot(value, unit, "Date", "Date");
  const date = truncateDate(datePart(value) ?? lacking(value, unit, "Date"), unit);
  return isEmpty(fields) ? date : buildDateOnly({ ...fields, date });
}

export function truncateToLocalTime(truncation: Truncation): LocalTime {
  const time = timeOf(truncation, "LocalTime");
  const { fields } = truncation;
  return isEmpty(fields) ? time : buildLocalTime({ ...withSubseconds(truncation, time), time });
}

export function truncateToTime(truncation: Truncation, offsetNow: (zone: Zone) => number): Time {
  const local = timeOf(truncation, "Time");
  const { value, fields } = truncation;
  const zone = zoneField(fields);
  const known = value.type === "Time" || value.type === "DateTime" ? value.offsetSeconds : 0;
  const time = new Time(local, zone === undefined ? known : offsetNow(zone));
  const { timezone: _, ...others } = withSubseconds(truncation, local);
  return isEmpty(others) ? time : buildZonedTime({ ...others, time }, offsetNow);
}

export function truncateToLocalDateTime(truncation: Truncation): LocalDateTime {
  const { date, time } = dateAndTimeOf(truncation, "LocalDateTime");
  const datetime = new LocalDateTime(date, time);
  const { fields } = truncation;
  return isEmpty(fields) ? datetime : buildLocalDateTime({ ...withSubseconds(truncation, time), datetime });
}

export function truncateToDateTime(truncation: Truncation): DateTime {
  const { date, time } = dateAndTimeOf(truncation, "DateTime");
  const { value, fields } = truncation;
  const offset = value.type === "DateTime" ? value.offsetSeconds : undefined;
  const datetime = dateTimeAt(date, time, zoneField(fields) ?? zonePart(value) ?? 0, offset);
  const { timezone: _, ...others } = withSubseconds(truncation, time);
  return isEmpty(others) ? datetime : buildDateTime({ ...others, datetime });
}

function timeOf({ unit, value }: Truncation, type: string): LocalTime {
  if (isDateUnit(unit) && unit !== "day") throw cannot(value, unit, type, type);
  return truncateTime(timePart(value) ?? lacking(value, unit, type), unit);
}

function dateAndTimeOf(
  { unit, value }: Truncation,
  type: string,
): { readonly date: CypherDate; readonly time: LocalTime } {
  const date = datePart(value) ?? lacking(value, unit, type);
  if (isDateUnit(unit)) return { date: truncateDate(date, unit), time: MIDNIGHT };
  return { date, time: truncateTime(timePart(value) ?? lacking(value, unit, type), unit) };
}

/** Smaller parts of a second are added to the truncated milliseconds or microseconds. */
function withSubseconds({ unit, fields }: Truncation, { nanosecond }: LocalTime): Fields {
  if (unit === "millisecond" && hasAny(fields, ["microsecond", "nanosecond"]))
    return { millisecond: Math.floor(nanosecond / 1_000_000), ...fields };
  if (unit === "microsecond" && hasAny(fields, ["nanosecond"]) && !hasAny(fields, ["millisecond"]))
    return { microsecond: Math.floor(nanosecond / 1000), ...fields };
  return fields;
}

function isEmpty(fields: Fields): boolean {
  return Object.keys(fields).length === 0;
}

function lacking(value: TemporalInstant, unit: string, type: string): never {
  throw cannot(value, unit, type, value.type);
}

/** @param lacking the type that does not have the unit */
function cannot(value: TemporalInstant, unit: string, type: string, lacking: string): CypherError {
  const message = `a ${value.type} cannot be truncated to the ${unit} as a ${type}`;
  return new CypherError("InvalidArgumentValue", message, { hint: `a ${lacking} has no ${unit}` });
}
