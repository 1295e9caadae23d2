import { didYouMean } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { ClaimContext } from "./claim-context.ts";
import type { Located, LocatedScalar } from "./located.ts";
import { isOmissionReason, OMISSION_REASONS, type OmissionReason } from "./omission.ts";
import { type LocatedPassage, readPassage } from "./read-passage.ts";
import { readFields, readText } from "./read-record.ts";
import { RECORD_KEYS } from "./record-keys.ts";
import type { Report } from "./report.ts";

/** An omission as far as it could be read. */
export interface OmissionReading {
  readonly reason?: OmissionReason;
  readonly note?: LocatedScalar;
  readonly passage?: LocatedPassage;
}

/** Reads and checks one item of `omissions`. */
export function readOmission(
  item: Located,
  { length, report }: Pick<ClaimContext, "length" | "report">,
): OmissionReading {
  const fields = readFields(item, RECORD_KEYS.omission, { what: "an omission", report });
  const written = readText(fields?.get("reason"), "reason", report);
  const reason = written && readReason(written, report);
  const note = readText(fields?.get("note"), "note", report);
  const passage = readPassage(fields?.get("passage"), length, report);
  if (reason === "no-type" && written !== undefined && !fields?.has("note")) {
    const hint = "these notes show which types the vocabulary lacks";
    report("missing-key", written.span, "no-type needs note:, to say what the sentence states", hint);
  }
  return {
    ...(reason === undefined ? {} : { reason }),
    ...(note === undefined ? {} : { note }),
    ...(passage === undefined ? {} : { passage }),
  };
}

function readReason(written: LocatedScalar, report: Report): OmissionReason | undefined {
  const word = written.text.trim();
  if (isOmissionReason(word)) return word;
  const known = Object.keys(OMISSION_REASONS);
  const hint = didYouMean(word, known) ?? `the reasons are: ${known.join(", ")}`;
  report("unknown-reason", written.span, `no reason ${shortened(word)}`, hint);
  return undefined;
}
