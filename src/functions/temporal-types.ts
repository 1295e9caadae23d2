import {
  buildDateOnly,
  buildDateTime,
  buildLocalDateTime,
  buildLocalTime,
  buildZonedTime,
} from "../values/temporal/build-instant.ts";
import { type DateTime, dateTimeOfInstant, instantOfEpoch, type Zone } from "../values/temporal/date-time.ts";
import type { Fields } from "../values/temporal/fields.ts";
import { LocalDateTime } from "../values/temporal/local-date-time.ts";
import {
  parseDate,
  parseDateTime,
  parseLocalDateTime,
  parseLocalTime,
  parseTime,
} from "../values/temporal/read-instant.ts";
import type { TemporalInstant } from "../values/temporal/temporal.ts";
import { Time } from "../values/temporal/time.ts";
import {
  type Truncation,
  truncateToDate,
  truncateToDateTime,
  truncateToLocalDateTime,
  truncateToLocalTime,
  truncateToTime,
} from "../values/temporal/truncate-instant.ts";

/** Seconds east of UTC in a zone, at the start of the query. */
export type OffsetNow = (zone: Zone) => number;

/** A type of points in time, with the implementations of its functions. */
export interface InstantType {
  /** The name of the function that makes values of the type. */
  readonly name: string;
  readonly type: TemporalInstant["type"];
  /** The field that represents all components of the type. */
  readonly group: "date" | "time" | "datetime";
  readonly parse: (text: string) => TemporalInstant;
  readonly build: (fields: Fields, offsetNow: OffsetNow) => TemporalInstant;
  readonly truncate: (truncation: Truncation, offsetNow: OffsetNow) => TemporalInstant;
  /** Extracts the components of the type from a point in time that has all components. */
  readonly take: (dateTime: DateTime) => TemporalInstant;
}

export const INSTANT_TYPES: readonly InstantType[] = [
  {
    name: "date",
    type: "Date",
    group: "date",
    parse: parseDate,
    build: buildDateOnly,
    truncate: truncateToDate,
    take: ({ date }) => date,
  },
  {
    name: "localtime",
    type: "LocalTime",
    group: "time",
    parse: parseLocalTime,
    build: buildLocalTime,
    truncate: truncateToLocalTime,
    take: ({ time }) => time,
  },
  {
    name: "time",
    type: "Time",
    group: "time",
    parse: parseTime,
    build: buildZonedTime,
    truncate: truncateToTime,
    take: ({ time, offsetSeconds }) => new Time(time, offsetSeconds),
  },
  {
    name: "localdatetime",
    type: "LocalDateTime",
    group: "datetime",
    parse: parseLocalDateTime,
    build: buildLocalDateTime,
    truncate: truncateToLocalDateTime,
    take: ({ date, time }) => new LocalDateTime(date, time),
  },
  {
    name: "datetime",
    type: "DateTime",
    group: "datetime",
    parse: parseDateTime,
    build: buildDateTime,
    truncate: truncateToDateTime,
    take: (dateTime) => dateTime,
  },
];

/** @param time nanoseconds since 1970-01-01T00:00Z */
export function offsetsAt(time: bigint): OffsetNow {
  return (zone) =>
    typeof zone === "number" ? zone : dateTimeOfInstant(instantOfEpoch(time), zone).offsetSeconds;
}
