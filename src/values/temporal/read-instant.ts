import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { CypherDate } from "./date.ts";
import { type DateTime, dateTimeAt, type Zone } from "./date-time.ts";
import { LocalDateTime } from "./local-date-time.ts";
import { type LocalTime, MIDNIGHT } from "./local-time.ts";
import { readOffset } from "./offset.ts";
import { readDate } from "./read-date.ts";
import { readTime } from "./read-time.ts";
import { Time } from "./time.ts";
import { zoneName } from "./zone.ts";

/** Longer texts are never valid, and are truncated in messages. */
const LONGEST = 100;

/** @throws CypherError `InvalidArgumentValue` if `text` is not a date in ISO 8601 */
export function parseDate(text: string): CypherDate {
  return readShort(text, readDate) ?? fail("Date", text, "2015-07-21, 20150721, 2015-W30-2 or 2015-202");
}

/** @throws CypherError `InvalidArgumentValue` if `text` is not a time in ISO 8601, or has a time zone */
export function parseLocalTime(text: string): LocalTime {
  return readShort(text, readTime) ?? fail("LocalTime", text, "21:40:32.142 or 214032.142");
}

/** @param offset the default for a text without an offset, in seconds east of UTC */
export function parseTime(text: string, offset = 0): Time {
  const parts = readShort(text, (short) => zonedParts(short, ZONED_TIME));
  const time = parts && readTime(parts.local);
  if (parts === undefined || time === undefined) return fail("Time", text, "21:40:32+01:00 or 214032Z");
  if (parts.zone === undefined) return new Time(time, parts.offset ?? offset);
  throw new CypherError("InvalidArgumentValue", `a Time cannot be in a named time zone: ${text}`, {
    hint: "write an offset, such as +01:00, because a named zone has no fixed offset without a date",
  });
}

/** A date alone means its midnight. */
export function parseLocalDateTime(text: string): LocalDateTime {
  const local = readShort(text, readLocal);
  return local ?? fail("LocalDateTime", text, "2015-07-21T21:40:32.142");
}

/**
 * If a local time occurs twice in a zone, the offset decides.
 *
 * @param defaultZone the zone of a text without offset and zone
 */
export function parseDateTime(text: string, defaultZone: Zone = 0): DateTime {
  const parts = readShort(text, (short) => zonedParts(short, ZONED_DATE_AND_TIME));
  const local = parts && readLocal(parts.local);
  if (parts === undefined || local === undefined)
    return fail("DateTime", text, "2015-07-21T21:40:32.142+02:00[Europe/Stockholm]");
  const { date, time } = local;
  const { offset, zone } = parts;
  const result = dateTimeAt(
    date,
    time,
    zone === undefined ? (offset ?? defaultZone) : zoneName(zone),
    offset,
  );
  if (offset === undefined || result.offsetSeconds === offset) return result;
  throw new CypherError("InvalidArgumentValue", `the offset does not match the time zone: ${text}`, {
    hint: `in that zone, this time is ${result}`,
  });
}

/** The parts of a text: `2015-07-21T21:40` · `+02:00` · `Europe/Stockholm`. */
interface ZonedParts {
  readonly local: string;
  readonly offset: number | undefined;
  readonly zone: string | undefined;
}

const ZONE = "(Z|[+-][\\d:]+)?(?:\\[([^\\]]+)\\])?";
const ZONED_TIME = new RegExp(`^(T?[\\d:.,]+)${ZONE}$`, "i");
/** A zone may only follow a time, since the end of 2015-07 is a month. */
const ZONED_DATE_AND_TIME = new RegExp(`^([^T]+T[\\d:.,]+)${ZONE}$`, "i");

function zonedParts(text: string, form: RegExp): ZonedParts | undefined {
  const match = form.exec(text);
  if (match === null) return { local: text, offset: undefined, zone: undefined };
  const [, local = "", written, zone] = match;
  const offset = written === undefined ? undefined : readOffset(written);
  return written !== undefined && offset === undefined ? undefined : { local, offset, zone };
}

function readLocal(text: string): LocalDateTime | undefined {
  const [dateText = "", timeText, ...others] = text.split(/T/i);
  const date = readDate(dateText);
  const time = timeText === undefined ? MIDNIGHT : readTime(timeText);
  if (date === undefined || time === undefined || others.length > 0) return undefined;
  return new LocalDateTime(date, time);
}

function readShort<Read>(text: string, read: (text: string) => Read): Read | undefined {
  return text.length > LONGEST ? undefined : read(text);
}

function fail(type: string, text: string, example: string): never {
  const quoted = JSON.stringify(text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
  throw new CypherError("InvalidArgumentValue", `${quoted} is not a ${type} in ISO 8601`, {
    hint: `for example ${example}`,
  });
}
