import { wrongArgument } from "../../diagnostics/check-argument.ts";
import { CypherDate, dateOfEpochDay, epochDayOf } from "./date.ts";
import {
  LocalTime,
  NANOSECONDS_PER_DAY,
  NANOSECONDS_PER_SECOND,
  nanosecondOfDay,
  timeOfDay,
} from "./local-time.ts";
import { checkOffset, offsetText } from "./offset.ts";
import { TemporalValue } from "./temporal-value.ts";
import { offsetAtInstant, offsetOfLocal } from "./zone.ts";

/** A point in time with a time zone. */
export class DateTime extends TemporalValue {
  readonly type = "DateTime";
  /** The local date in the zone. */
  readonly date: CypherDate;
  /** The local time in the zone. */
  readonly time: LocalTime;
  /** The zone's offset at that time, in seconds east of UTC. */
  readonly offsetSeconds: number;
  /** The name of the time zone, such as `Europe/Stockholm`; undefined if the zone is only an offset. */
  readonly zone: string | undefined;

  /** @param zone a name whose offset at that time is `offsetSeconds`; {@link dateTimeAt} finds the offset */
  constructor(date: CypherDate, time: LocalTime, offsetSeconds = 0, zone?: string) {
    super();
    if (!(date instanceof CypherDate)) throw wrongArgument("new DateTime", "a CypherDate", date);
    if (!(time instanceof LocalTime)) throw wrongArgument("new DateTime", "a LocalTime", time);
    if (zone !== undefined && typeof zone !== "string")
      throw wrongArgument("new DateTime", "a time zone's name", zone);
    this.date = date;
    this.time = time;
    this.offsetSeconds = checkOffset(offsetSeconds);
    this.zone = zone;
  }

  override toString(): string {
    const text = `${this.date}T${this.time}${offsetText(this.offsetSeconds)}`;
    return this.zone === undefined ? text : `${text}[${this.zone}]`;
  }
}

/** A time zone: seconds east of UTC, or a name in the time zone database. */
export type Zone = number | string;

/** A point in time in UTC: days since 1970-01-01, and nanoseconds of that day. */
export interface Instant {
  readonly epochDay: number;
  readonly nanosecondOfDay: number;
}

export function zoneOf({ zone, offsetSeconds }: DateTime): Zone {
  return zone ?? offsetSeconds;
}

export function instantOf({ date, time, offsetSeconds }: DateTime): Instant {
  return instant(epochDayOf(date), nanosecondOfDay(time) - offsetSeconds * NANOSECONDS_PER_SECOND);
}

/** @param nanosecond relative to the start of the day; may be before it or after the day's end */
export function instant(epochDay: number, nanosecond: number): Instant {
  const days = Math.floor(nanosecond / NANOSECONDS_PER_DAY);
  return { epochDay: epochDay + days, nanosecondOfDay: nanosecond - days * NANOSECONDS_PER_DAY };
}

/** @param nanoseconds since 1970-01-01T00:00Z */
export function instantOfEpoch(nanoseconds: bigint): Instant {
  const day = BigInt(NANOSECONDS_PER_DAY);
  const nanosecondOfDay = ((nanoseconds % day) + day) % day;
  return {
    epochDay: Number((nanoseconds - nanosecondOfDay) / day),
    nanosecondOfDay: Number(nanosecondOfDay),
  };
}

/** The local date and time in `zone` at that point in time. */
export function dateTimeOfInstant({ epochDay, nanosecondOfDay }: Instant, zone: Zone): DateTime {
  const second = Math.floor(nanosecondOfDay / NANOSECONDS_PER_SECOND);
  const offset = typeof zone === "number" ? zone : offsetAtInstant(zone, epochDay, second);
  const local = instant(epochDay, nanosecondOfDay + offset * NANOSECONDS_PER_SECOND);
  const date = dateOfEpochDay(local.epochDay);
  return new DateTime(
    date,
    timeOfDay(local.nanosecondOfDay),
    offset,
    typeof zone === "string" ? zone : undefined,
  );
}

/**
 * The point in time with the local `date` and `time` in `zone`. If the local time occurs twice, at the end of summer
 * time, the offset `preferred` decides, otherwise the first one is used. If it is skipped, the result is moved forward,
 * as the clocks are.
 */
export function dateTimeAt(date: CypherDate, time: LocalTime, zone: Zone, preferred?: number): DateTime {
  if (typeof zone === "number") return new DateTime(date, time, zone);
  const day = epochDayOf(date);
  const offset = offsetOfLocal(zone, { date, time, offset: preferred });
  const at = instant(day, nanosecondOfDay(time) - offset * NANOSECONDS_PER_SECOND);
  return dateTimeOfInstant(at, zone);
}
