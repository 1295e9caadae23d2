import { CypherError } from "../diagnostics/cypher-error.ts";
import type { Zone } from "../values/temporal/date-time.ts";
import { readOffset } from "../values/temporal/offset.ts";
import { parseDateTime, parseTime } from "../values/temporal/read-instant.ts";
import { readTemporal } from "../values/temporal/read-temporal.ts";
import type { Temporal, TemporalTypeName } from "../values/temporal/temporal.ts";
import { zoneName } from "../values/temporal/zone.ts";
import type { CellType } from "./cell-type.ts";

/**
 * The types of cells with dates and times. Cypher reads `2025-05` as its first day. Here that would store a more exact
 * date than the file has, so a value without a day, or without a minute, is refused; missing seconds are 0.
 */
export const TEMPORAL_CELLS: Readonly<Record<string, CellType>> = {
  date: temporalCell("Date", "2025-05-07"),
  localtime: temporalCell("LocalTime", "21:40:32"),
  time: zonedCell("Time", "21:40:32+01:00", offsetOfTimes, parseTime),
  localdatetime: temporalCell("LocalDateTime", "2025-05-07T21:40:32"),
  datetime: zonedCell("DateTime", "2025-05-07T21:40:32+01:00", zoneOrOffset, parseDateTime),
  duration: temporalCell("Duration", "P1DT2H"),
};

function temporalCell(
  type: TemporalTypeName,
  example: string,
  read: (text: string) => Temporal = (text) => readTemporal(type, text),
): CellType {
  return {
    expected: `a ${type} such as ${example}`,
    convert: (text) => {
      const trimmed = text.trim();
      if (missingPart(type, trimmed) !== undefined) return undefined;
      return orUndefined(() => read(trimmed));
    },
    hint: (text) => {
      const missing = missingPart(type, text.trim());
      return (
        missing && `it has no ${missing}: add one, or keep dates as text (EDTF) in a column of type string`
      );
    },
  };
}

/** A type whose values are in UTC unless they, or the column's header, name another zone. */
function zonedCell<Known extends Zone>(
  type: "Time" | "DateTime",
  example: string,
  readZone: (text: string) => Known | undefined,
  read: (text: string, zone: Known) => Temporal,
): CellType {
  return {
    ...temporalCell(type, example),
    inZone: (text) => {
      const zone = orUndefined(() => readZone(text));
      return zone === undefined ? undefined : temporalCell(type, example, (cell) => read(cell, zone));
    },
  };
}

function zoneOrOffset(text: string): Zone {
  return readOffset(text) ?? zoneName(text);
}

/** Without a date, only a zone that has always had the same offset is accepted: UTC or GMT, or an offset. */
function offsetOfTimes(text: string): number | undefined {
  return /^(?:UTC|GMT)$/i.test(text) ? 0 : readOffset(text);
}

function orUndefined<Read>(read: () => Read): Read | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CypherError) return undefined;
    throw error;
  }
}

/** A year, a month, a week or a quarter, in the forms of ISO 8601 and Cypher. */
const NO_DAY = /^(?:\d{4}|[+-]\d{1,9})(?:-?\d{2}|-\d|-?W\d{1,2}|-?Q\d)?$/i;
/** Hours only, optionally with an offset or a zone. */
const NO_MINUTE = /^T?\d{2}(?:Z|[+-].*|\[.*)?$/i;

/** The part that a text lacks at its end but its type needs: "day", "time of day" or "minute". */
function missingPart(type: TemporalTypeName, text: string): string | undefined {
  if (type === "Duration") return undefined;
  const [first = "", second] = text.split(/T/i);
  if (type === "Date") return NO_DAY.test(text) ? "day" : undefined;
  if (type === "LocalTime" || type === "Time") return NO_MINUTE.test(text) ? "minute" : undefined;
  if (NO_DAY.test(first)) return "day";
  if (second === undefined) return orUndefined(() => readTemporal("Date", text)) && "time of day";
  return NO_MINUTE.test(second) ? "minute" : undefined;
}
