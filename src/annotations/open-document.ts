import type { Fault } from "../diagnostics/fault.ts";
import { didYouMean } from "../diagnostics/nearest-names.ts";
import { readDocument } from "./read-document.ts";
import { type Fields, readFields } from "./read-record.ts";
import { RECORD_KEYS } from "./record-keys.ts";
import { type Report, reportInto, type SourceFile } from "./report.ts";

/** An opened file of annotations, with its top-level fields and the report for its faults. */
export interface SourceDocument {
  readonly source: SourceFile;
  readonly fields: Fields;
  readonly report: Report;
}

/** Opens `source`. Reports a fault and returns `undefined` if it is not a file of annotations. */
export function openDocument(source: SourceFile, faults: Fault[]): SourceDocument | undefined {
  const report = reportInto(faults, source);
  const record = readDocument(source, report);
  if (record === undefined) return undefined;
  const known: readonly string[] = RECORD_KEYS.file.optional;
  const [first] = record.entries.values();
  if (first === undefined || !known.some((key) => record.entries.has(key))) {
    const near = first && didYouMean(first.key.text, known);
    const hint = near ?? "a file of annotations has the key article:, entities: or types:";
    const span = first?.key.span ?? record.span;
    report("unknown-file", span, "the file is not an article, a list of entities or a vocabulary", hint);
    return undefined;
  }
  for (const [key, other] of [
    ["article", "claims"],
    ["claims", "article"],
    ["article", "omissions"],
  ] as const) {
    const entry = record.entries.get(other);
    if (entry === undefined || record.entries.has(key)) continue;
    report("missing-key", entry.key.span, `an annotated article needs ${key}:`);
    break;
  }
  const fields = readFields(record, RECORD_KEYS.file, { what: "a file of annotations", report });
  return fields && { source, fields, report };
}
