import type { CypherDate } from "./date.ts";
import type { DateTime } from "./date-time.ts";
import type { Duration } from "./duration.ts";
import type { LocalDateTime } from "./local-date-time.ts";
import type { LocalTime } from "./local-time.ts";
import { TemporalValue } from "./temporal-value.ts";
import type { Time } from "./time.ts";

/** Values that represent a point in time or an amount of time, discriminated by `type`. */
export type Temporal = TemporalInstant | Duration;

/** Values that represent a point in time, on a calendar or within a day. */
export type TemporalInstant = CypherDate | LocalTime | Time | LocalDateTime | DateTime;

export type TemporalTypeName = Temporal["type"];

export function isTemporal(value: unknown): value is Temporal {
  return value instanceof TemporalValue;
}

export function isDuration(value: unknown): value is Duration {
  return isTemporal(value) && value.type === "Duration";
}

export function isTemporalInstant(value: unknown): value is TemporalInstant {
  return isTemporal(value) && value.type !== "Duration";
}
