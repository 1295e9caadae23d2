import { create, fromFields, offsetNanoseconds } from "temporal-polyfill/fns/ZonedDateTime";
import { CypherError } from "../../diagnostics/cypher-error.ts";
import { epochDay, type YearMonthDay, yearMonthDay } from "./calendar.ts";
import { offsetText } from "./offset.ts";

/**
 * The rules of named time zones come from the platform's time zone database, through Temporal. Temporal supports the
 * years up to ±271821. For later or earlier years, an equivalent year within that range is used, since the calendar
 * repeats every 400 years.
 */
const FAR_YEAR = 270_000;

/** A time of day, to the second. */
interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/**
 * The zone's name with the spelling of the database. A space is accepted for an underscore, as in Neo4j.
 *
 * @throws CypherError `InvalidArgumentValue` if the database has no such zone
 */
export function zoneName(text: string): string {
  const name = text.trim().replaceAll(" ", "_");
  try {
    if (/^[a-z]/i.test(name)) return create(0n, name).timeZoneId;
  } catch {
    // Reported below.
  }
  throw new CypherError("InvalidArgumentValue", `unknown time zone ${JSON.stringify(text)}`, {
    hint: "for example 'Europe/Stockholm', '+01:00' or 'Z'",
  });
}

/** Seconds east of UTC, at a point in time given in UTC. */
export function offsetAtInstant(zone: string, day: number, secondOfDay: number): number {
  const near = epochDay(nearYear(yearMonthDay(day)));
  return seconds(create((BigInt(near) * 86_400n + BigInt(secondOfDay)) * 1_000_000_000n, zone));
}

/**
 * Seconds east of UTC for the local `date` and `time`. If the local time occurs twice, `offset` is used if it is one of
 * the two, otherwise the earlier one's; if it is skipped, the offset before the clock change is used.
 */
export function offsetOfLocal(
  zone: string,
  local: { readonly date: YearMonthDay; readonly time: TimeOfDay; readonly offset?: number | undefined },
): number {
  const { year, month, day } = nearYear(local.date);
  const { hour, minute, second } = local.time;
  const fields = { year, month, day, hour, minute, second, timeZone: zone };
  const resolved =
    local.offset === undefined
      ? fromFields(fields)
      : fromFields({ ...fields, offset: temporalOffset(local.offset) }, { offset: "prefer" });
  const asUtc = BigInt(epochDay({ year, month, day }) * 86_400 + (hour * 60 + minute) * 60 + second);
  return Number(asUtc - resolved.epochNanoseconds / 1_000_000_000n);
}

function seconds(zoned: Parameters<typeof offsetNanoseconds>[0]): number {
  return offsetNanoseconds(zoned) / 1_000_000_000;
}

function temporalOffset(seconds: number): string {
  return seconds === 0 ? "+00:00" : offsetText(seconds);
}

function nearYear({ year, month, day }: YearMonthDay): YearMonthDay {
  if (Math.abs(year) <= FAR_YEAR) return { year, month, day };
  const beyond = Math.abs(year) - FAR_YEAR;
  const shift = Math.ceil(beyond / 400) * 400;
  return { year: year - Math.sign(year) * shift, month, day };
}
