import type { CypherDate } from "./date.ts";
import { type Zone, zoneOf } from "./date-time.ts";
import type { LocalTime } from "./local-time.ts";
import type { TemporalInstant } from "./temporal.ts";

/** The date of a value that has one. */
export function datePart(value: TemporalInstant): CypherDate | undefined {
  if (value.type === "Date") return value;
  return value.type === "LocalDateTime" || value.type === "DateTime" ? value.date : undefined;
}

/** The time of day of a value that has one. */
export function timePart(value: TemporalInstant): LocalTime | undefined {
  if (value.type === "LocalTime") return value;
  return value.type === "Date" ? undefined : value.time;
}

/** The time zone of a value that has one. */
export function zonePart(value: TemporalInstant): Zone | undefined {
  if (value.type === "Time") return value.offsetSeconds;
  return value.type === "DateTime" ? zoneOf(value) : undefined;
}
