import { didYouMean } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { Claim } from "./claim.ts";
import type { ClaimContext } from "./claim-context.ts";
import { ID } from "./entity-id.ts";
import { FAULT_CODES, type FaultCode } from "./fault-codes.ts";
import type { Located, LocatedScalar } from "./located.ts";
import { readLocatedDate } from "./read-located-date.ts";
import { type LocatedPassage, readPassage } from "./read-passage.ts";
import { readQualifiers } from "./read-qualifiers.ts";
import { type Fields, readFields, readText, readTexts } from "./read-record.ts";
import { readTriple } from "./read-triple.ts";
import { RECORD_KEYS } from "./record-keys.ts";
import type { Report } from "./report.ts";
import { resolveName, resolveNames } from "./resolve-name.ts";
import { DEFAULT_MODALITY, DEFAULT_STANCE } from "./vocabulary.ts";

/** A claim as far as it could be read. */
export interface ClaimReading {
  /** Its id in its article. */
  readonly id?: LocatedScalar;
  /** The checked claim; undefined if any part of it has an error. */
  readonly claim?: Claim;
  /** Set for claims with errors too, so that a changed text is reported in the same run. */
  readonly passage?: LocatedPassage;
  readonly gist?: LocatedScalar;
  /** Claims named by `answers` and `reports`. */
  readonly references: readonly Reference[];
}

/** A reference from one claim to another. */
export interface Reference {
  /** Global id. */
  readonly id: string;
  readonly written: LocatedScalar;
}

/** Reads and checks one item of `claims`. Whether the claims it references exist is checked later. */
export function readClaim(item: Located, given: ClaimContext): ClaimReading {
  const { report, isSound } = trackedReport(given.report);
  const context = { ...given, report };
  const fields = readFields(item, RECORD_KEYS.claim, { what: "a claim", report });
  if (fields === undefined) return { references: [] };

  const id = readId(fields, report);
  const passage = readPassage(fields.get("passage"), context.length, report);
  const gist = readText(fields.get("gist"), "gist", report);
  const answers = readReferences("answers", fields, context);
  const reports = readReferences("reports", fields, context);
  const parts = readParts(fields, context);
  const reading = {
    ...(id === undefined ? {} : { id }),
    ...(passage === undefined ? {} : { passage }),
    ...(gist === undefined ? {} : { gist }),
    references: [...answers, ...reports],
  };
  if (
    !isSound() ||
    parts === undefined ||
    id === undefined ||
    gist === undefined ||
    passage?.sha256?.hash === undefined
  )
    return reading;
  const claim = {
    id: `${context.articleId}#${id.text}`,
    article: context.articleId,
    ...parts,
    gist: gist.text.trim(),
    passage: { start: passage.start, end: passage.end, sha256: passage.sha256.hash },
    answers: answers.map((reference) => reference.id),
    reports: reports.map((reference) => reference.id),
  };
  return { ...reading, claim };
}

type ClaimParts = Omit<Claim, "id" | "article" | "gist" | "passage" | "answers" | "reports">;

/** Reads everything of a claim except its ids, gist and passage. */
function readParts(fields: Fields, context: ClaimContext): ClaimParts | undefined {
  const { vocabulary, index, report } = context;
  const text = (key: string) => readText(fields.get(key), key, report);
  const written = text("triple");
  const triple = written && readTriple(written, context);
  const claimantName = text("claimant");
  const claimant = claimantName && resolveName(claimantName, index, report);
  const via = resolveNames(readTexts(fields.get("via"), "via", report), index, report);
  const stance = readWord(text("stance"), vocabulary.stances, { code: "unknown-stance", report });
  const modality = readWord(text("modality"), vocabulary.modalities, { code: "unknown-modality", report });
  const verdict = { code: "unknown-assessment", report } as const;
  const assessment = readWord(text("assessment"), vocabulary.assessments, verdict);
  const when = readLocatedDate(fields.get("when"), "when", report);
  const said = readLocatedDate(fields.get("said"), "said", report);
  const qualifiers = readQualifiers(fields.get("qualifiers"), triple?.type, { index, report });
  if (triple?.subject === undefined || triple.object === undefined) return undefined;
  return {
    subject: triple.subject,
    type: triple.type.name,
    object: triple.object,
    ...(claimant === undefined ? {} : { claimant }),
    via,
    stance: stance ?? DEFAULT_STANCE,
    modality: modality ?? DEFAULT_MODALITY,
    ...(assessment === undefined ? {} : { assessment }),
    ...(when === undefined ? {} : { when }),
    ...(said === undefined ? {} : { said }),
    qualifiers,
  };
}

function readId(fields: Fields, report: Report): LocatedScalar | undefined {
  const id = readText(fields.get("id"), "id", report);
  if (id === undefined || ID.test(id.text)) return id;
  report(
    "bad-name",
    id.span,
    `${shortened(id.text)} is not a valid id`,
    "number the claims, or use short words",
  );
  return undefined;
}

/** Reads a word of one of the vocabulary's lists; `code` also names the list in messages: `unknown-stance`, "stance". */
function readWord(
  scalar: LocatedScalar | undefined,
  words: ReadonlyMap<string, string>,
  { code, report }: { code: Extract<FaultCode, `unknown-${string}`>; report: Report },
): string | undefined {
  if (scalar === undefined) return undefined;
  // YAML's False is Python's, and the vocabulary's false.
  const word = typeof scalar.value === "boolean" ? String(scalar.value) : scalar.text.trim();
  if (words.has(word)) return word;
  const known = [...words.keys()];
  const list = known.length === 0 ? "the vocabulary has none" : `the vocabulary has: ${known.join(", ")}`;
  const what = code.slice("unknown-".length);
  report(code, scalar.span, `no ${what} ${shortened(word)}`, didYouMean(word, known) ?? list);
  return undefined;
}

function readReferences(
  key: "answers" | "reports",
  fields: Fields,
  { articleId, report }: ClaimContext,
): readonly Reference[] {
  return readTexts(fields.get(key), key, report).map((written) => {
    const text = written.text.trim();
    return { id: text.includes("#") ? text : `${articleId}#${text}`, written };
  });
}

/** A report that remembers whether it has received an error. */
function trackedReport(report: Report): { report: Report; isSound: () => boolean } {
  let sound = true;
  return {
    report(code, span, message, hint) {
      if (FAULT_CODES[code][0] === "error") sound = false;
      report(code, span, message, hint);
    },
    isSound: () => sound,
  };
}
