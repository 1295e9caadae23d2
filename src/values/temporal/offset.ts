import { twoDigits } from "./date.ts";
import { checkRange } from "./range.ts";

/** Seconds east of UTC: at most 18 hours. */
const MAX_OFFSET = 18 * 3600;

/** `Z`, `+01:00`, `-02:05:07`. */
export function offsetText(seconds: number): string {
  if (seconds === 0) return "Z";
  const size = Math.abs(seconds);
  const text = `${seconds < 0 ? "-" : "+"}${twoDigits(Math.floor(size / 3600))}:${twoDigits(Math.floor(size / 60) % 60)}`;
  return size % 60 === 0 ? text : `${text}:${twoDigits(size % 60)}`;
}

/** Reads `Z`, `+01`, `+0100`, `+01:00` or `+01:00:00` as seconds east of UTC; undefined for other texts. */
export function readOffset(text: string): number | undefined {
  if (text === "Z" || text === "z") return 0;
  const match = /^([+-])(\d{2})(?::(\d{2})(?::(\d{2}))?|(\d{2})(\d{2})?)?$/.exec(text);
  if (match === null) return undefined;
  const [, sign, hours, extendedMinutes, extendedSeconds, basicMinutes, basicSeconds] = match;
  const minutes = Number(extendedMinutes ?? basicMinutes ?? 0);
  const seconds = Number(extendedSeconds ?? basicSeconds ?? 0);
  checkRange("minute of a time zone's offset", minutes, 0, 59);
  checkRange("second of a time zone's offset", seconds, 0, 59);
  const size = (Number(hours) * 60 + minutes) * 60 + seconds;
  return checkOffset(sign === "-" ? -size : size);
}

/** @throws CypherError if `seconds` is more than 18 hours in either direction */
export function checkOffset(seconds: number): number {
  return checkRange("the offset of a time zone, in seconds,", seconds, -MAX_OFFSET, MAX_OFFSET);
}
