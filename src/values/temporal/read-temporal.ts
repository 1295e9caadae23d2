import { parseDuration } from "./read-duration.ts";
import { parseDate, parseDateTime, parseLocalDateTime, parseLocalTime, parseTime } from "./read-instant.ts";
import type { Temporal, TemporalTypeName } from "./temporal.ts";

const READERS: Readonly<Record<TemporalTypeName, (text: string) => Temporal>> = {
  Date: parseDate,
  LocalTime: parseLocalTime,
  Time: (text) => parseTime(text),
  LocalDateTime: parseLocalDateTime,
  DateTime: (text) => parseDateTime(text),
  Duration: parseDuration,
};

/**
 * Reads the ISO 8601 text of a value of that type, such as the value's `toString` returns.
 *
 * @throws CypherError `InvalidArgumentValue` if the text is invalid
 */
export function readTemporal(type: TemporalTypeName, text: string): Temporal {
  return READERS[type](text);
}

export const TEMPORAL_TYPES = Object.keys(READERS) as readonly TemporalTypeName[];
