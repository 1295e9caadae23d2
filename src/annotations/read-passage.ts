import { joinSpans, type Span } from "../diagnostics/span.ts";
import type { Located } from "./located.ts";
import { type LocatedHash, readHash } from "./read-hash.ts";
import { type Fields, readCount, readFields } from "./read-record.ts";
import { RECORD_KEYS } from "./record-keys.ts";
import type { Report } from "./report.ts";

/** A passage as far as it could be read: enough to compare it with the article's text. */
export interface LocatedPassage {
  readonly span: Span;
  readonly start: number;
  readonly end: number;
  readonly sha256?: LocatedHash;
}

/** Reads the passage of a claim or omission; `length` is the length of the article's text in code points, if known. */
export function readPassage(
  value: Located | undefined,
  length: number | undefined,
  report: Report,
): LocatedPassage | undefined {
  if (value === undefined) return undefined;
  const fields: Fields | undefined = readFields(value, RECORD_KEYS.passage, { what: "a passage", report });
  const start = readCount(fields?.get("start"), "start", report);
  const end = readCount(fields?.get("end"), "end", report);
  const sha256 = readHash(fields?.get("sha256"), report);
  if (start === undefined || end === undefined) return undefined;
  if (end.count <= start.count) {
    const met = `the passage ends at ${end.count}, not after its start at ${start.count}`;
    report(
      "passage-range",
      end.span,
      met,
      "offsets count code points from 0; end is the offset after the last one",
    );
    return undefined;
  }
  if (length !== undefined && end.count > length) {
    const met = `the passage ends at ${end.count}, but the article's text at ${length}`;
    report("passage-range", end.span, met, "offsets count Unicode code points, not bytes");
    return undefined;
  }
  const span = joinSpans(start.span, end.span);
  return { span, start: start.count, end: end.count, ...(sha256 === undefined ? {} : { sha256 }) };
}
