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
 * Points in time from maps: from their components, from parts of other points in time (`date`, `time`,
 * `datetime`), or from these with some components instead of theirs.
 */

/** @throws CypherError `InvalidArgumentValue` where no date can be made of the fields; so do the others */
export function buildDateOnly(fields: Fields): CypherDate {
  checkFields(fields, "Date", ["date", ...DATE_FIELDS]);
  return buildDate(fields, dateOf(instantField(fields, "date")));
}

export function buildLocalTime(fields: Fields): LocalTime {
  checkFields(fields, "LocalTime", ["time", ...TIME_FIELDS]);
  return buildTimeOfDay(fields);
}

/**
 * A time of day from fields with a zone is told in `timezone` by another clock: the same time elsewhere.
 * From fields without one it stands as it is.
 *
 * @param offsetNow the offset of a zone at this time, which has none of its own without a date
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
 * Where the time is another value's with a zone, `timezone` tells the same point in time elsewhere; where it
 * is not, or only the date is another's, the time stands as it is.
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

/** Seconds or milliseconds since 1970-01-01T00:00Z, and parts of the second besides. */
function buildFromEpoch(fields: Fields, zone: Zone): DateTime {
  const { timezone: _, ...others } = fields;
  const [epoch = "", clash] = Object.keys(others)
    .filter((name) => !SUBSECONDS.includes(name))
    .sort((left, right) => Number(right.startsWith("epoch")) - Number(left.startsWith("epoch")));
  if (clash !== undefined)
    throw new CypherError("InvalidArgumentValue", `${epoch} is not given together with ${clash}`);
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
    throw new CypherError("InvalidArgumentValue", "a time is given, and the date is not given to the day", {
      hint: "give also the month and the day",
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
  throw new CypherError("InvalidArgumentValue", `a ${value.type} has no ${part} to be taken from it`);
}
