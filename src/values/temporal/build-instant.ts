import { CypherError } from "../../diagnostics/cypher-error.ts";
import { buildDate, DATE_FIELDS, hasDay } from "./build-date.ts";
import { buildNanosecond, buildTime, SUBSECONDS, TIME_FIELDS } from "./build-time.ts";
import type { CypherDate } from "./date.ts";
import {
  type DateTime,
  dateTimeAt,
  dateTimeOfInstant,
  instant,
  instantOf,
  instantOfEpoch,
  type Zone,
} from "./date-time.ts";
import { bigIntField, checkFields, type Fields, hasAny, instantField, zoneField } from "./fields.ts";
import { LocalDateTime } from "./local-date-time.ts";
import {
  type LocalTime,
  MIDNIGHT,
  NANOSECONDS_PER_SECOND,
  nanosecondOfDay,
  timeOfDay,
} from "./local-time.ts";
import { datePart, timePart, zonePart } from "./parts.ts";
import type { TemporalInstant } from "./temporal.ts";
import { Time } from "./time.ts";

/**
 * Builds points in time from maps: from components, from parts of other points in time (`date`, `time`, `datetime`), or
 * from such parts with some components replaced.
 */

/** @throws CypherError `InvalidArgumentValue` if the fields are invalid; this is true of all functions below */
export function buildDateOnly(fields: Fields): CypherDate {
  checkFields(fields, "Date", ["date", ...DATE_FIELDS]);
  return buildDate(fields, dateOf(instantField(fields, "date")));
}

export function buildLocalTime(fields: Fields): LocalTime {
  checkFields(fields, "LocalTime", ["time", ...TIME_FIELDS]);
  return buildTimeOfDay(fields);
}

/**
 * Builds a time of day with an offset. If a field has a zone, `timezone` converts the time to another zone. If none
 * has, the time is kept and only gets the zone.
 *
 * @param offsetNow returns the current offset of a zone, since a named zone has no fixed offset without a date
 */
export function buildZonedTime(fields: Fields, offsetNow: (zone: Zone) => number): Time {
  checkFields(fields, "Time", ["time", ...TIME_FIELDS, "timezone"]);
  const base = instantField(fields, "time");
  const time = buildTimeOfDay(fields);
  const zone = zoneField(fields);
  const given = zone === undefined ? undefined : offsetNow(zone);
  const known = base?.type === "Time" || base?.type === "DateTime" ? base.offsetSeconds : undefined;
  if (given === undefined || known === undefined) return new Time(time, given ?? known ?? 0);
  const elsewhere = nanosecondOfDay(time) + (given - known) * NANOSECONDS_PER_SECOND;
  return new Time(timeOfDay(instant(0, elsewhere).nanosecondOfDay), given);
}

export function buildLocalDateTime(fields: Fields): LocalDateTime {
  checkFields(fields, "LocalDateTime", ["datetime", "date", "time", ...DATE_FIELDS, ...TIME_FIELDS]);
  const { date, time } = buildDateAndTime(fields);
  return new LocalDateTime(date, time);
}

/**
 * If the time comes from a value with a zone, `timezone` converts that point in time to another zone. Otherwise (also
 * if only the date comes from another value) the time is kept and only gets the zone.
 */
export function buildDateTime(fields: Fields): DateTime {
  const known = ["datetime", "date", "time", ...DATE_FIELDS, ...TIME_FIELDS];
  checkFields(fields, "DateTime", [...known, "timezone", ...EPOCH_FIELDS]);
  const zone = zoneField(fields);
  if (hasAny(fields, EPOCH_FIELDS)) return buildFromEpoch(fields, zone ?? 0);
  const { date, time } = buildDateAndTime(fields);
  const base = instantField(fields, "datetime") ?? instantField(fields, "time");
  const baseZone = base === undefined ? undefined : zonePart(base);
  const offset = base?.type === "DateTime" ? base.offsetSeconds : undefined;
  const local = dateTimeAt(date, time, baseZone ?? zone ?? 0, offset);
  return baseZone === undefined || zone === undefined ? local : dateTimeOfInstant(instantOf(local), zone);
}

const EPOCH_FIELDS = ["epochSeconds", "epochMillis"] as const;

/** From seconds or milliseconds since 1970-01-01T00:00Z, plus parts of the second. */
function buildFromEpoch(fields: Fields, zone: Zone): DateTime {
  const { timezone: _, ...others } = fields;
  const [epoch = "", clash] = Object.keys(others)
    .filter((name) => !SUBSECONDS.includes(name))
    .sort((left, right) => Number(right.startsWith("epoch")) - Number(left.startsWith("epoch")));
  if (clash !== undefined)
    throw new CypherError("InvalidArgumentValue", `${epoch} cannot be combined with ${clash}`);
  const unit = epoch === "epochSeconds" ? 1_000_000_000n : 1_000_000n;
  const nanoseconds = (bigIntField(fields, epoch) ?? 0n) * unit + BigInt(buildNanosecond(fields) ?? 0);
  return dateTimeOfEpoch(nanoseconds, zone);
}

/** @param nanoseconds since 1970-01-01T00:00Z */
function dateTimeOfEpoch(nanoseconds: bigint, zone: Zone): DateTime {
  return dateTimeOfInstant(instantOfEpoch(nanoseconds), zone);
}

function buildTimeOfDay(fields: Fields): LocalTime {
  const base = instantField(fields, "time");
  if (base === undefined && !hasAny(fields, ["hour"]))
    throw new CypherError("InvalidArgumentValue", "a time needs at least an hour");
  return buildTime(fields, timeOf(base));
}

function buildDateAndTime(fields: Fields): { readonly date: CypherDate; readonly time: LocalTime } {
  const both = instantField(fields, "datetime");
  const baseDate = dateOf(instantField(fields, "date") ?? both);
  const bothTime = both && (timePart(both) ?? MIDNIGHT);
  const baseTime = timeOf(instantField(fields, "time")) ?? bothTime;
  const hasTime = hasAny(fields, ["time", ...TIME_FIELDS]);
  if (baseDate === undefined && hasTime && hasAny(fields, ["year"]) && !hasDay(fields)) {
    throw new CypherError("InvalidArgumentValue", "a time is given, but the date has no day", {
      hint: "also give the month and the day",
    });
  }
  return { date: buildDate(fields, baseDate), time: buildTime(fields, baseTime) };
}

function dateOf(value: TemporalInstant | undefined): CypherDate | undefined {
  return value === undefined ? undefined : (datePart(value) ?? lacks(value, "date"));
}

function timeOf(value: TemporalInstant | undefined): LocalTime | undefined {
  return value === undefined ? undefined : (timePart(value) ?? lacks(value, "time"));
}

function lacks(value: TemporalInstant, part: string): never {
  throw new CypherError("InvalidArgumentValue", `cannot take the ${part} from a ${value.type}`);
}
