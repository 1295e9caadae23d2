import { type Located, spanWithin } from "./located.ts";
import { type DateRange, isDate, readDate } from "./read-date.ts";
import { readText } from "./read-record.ts";
import type { Report } from "./report.ts";

/** Reads the EDTF date of a field. A fault points at the first invalid character. */
export function readLocatedDate(
  value: Located | undefined,
  what: string,
  report: Report,
): DateRange | undefined {
  const scalar = readText(value, what, report);
  if (scalar === undefined) return undefined;
  const reading = readDate(scalar.text);
  if (isDate(reading)) return reading;
  const span = spanWithin(scalar, reading.offset, scalar.text.length);
  report("bad-date", span, `${what}: ${reading.message}`, reading.hint);
  return undefined;
}
