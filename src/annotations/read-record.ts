import { didYouMean, nearestNames } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import {
  kindName,
  type Located,
  type LocatedEntry,
  type LocatedRecord,
  type LocatedScalar,
} from "./located.ts";
import type { RecordKeys } from "./record-keys.ts";
import type { Report } from "./report.ts";

/** A record's values by key, for the keys that are part of the format. */
export type Fields = ReadonlyMap<string, Located>;

/**
 * Reads the fields of the record `value`, which is called `what` ("a claim") in messages. Reports unknown and missing
 * keys, and keys without a value.
 */
export function readFields(
  value: Located,
  keys: RecordKeys,
  { what, report }: { what: string; report: Report },
): Fields | undefined {
  if (value.kind !== "record") {
    const hint = `keys: ${[...keys.required, ...keys.optional].join(", ")}`;
    report("wrong-kind", value.span, `${what} must be a record of keys; this is ${kindName(value)}`, hint);
    return undefined;
  }
  const known = [...keys.required, ...keys.optional];
  const fields = new Map<string, Located>();
  const unknown: string[] = [];
  for (const { key, value: field } of value.entries.values()) {
    if (!known.includes(key.text)) {
      unknown.push(key.text);
      const hint = didYouMean(key.text, known) ?? `it has: ${known.join(", ")}`;
      report("unknown-key", key.span, `${what} has no key ${shortened(key.text)}`, hint);
    } else if (isEmpty(field)) {
      report("wrong-kind", key.span, `${key.text} has no value`, "give it one, or leave the line out");
    } else {
      fields.set(key.text, field);
    }
  }
  const misspelt = new Set(unknown.flatMap((key) => nearestNames(key, known)));
  const missing = keys.required.filter((key) => !value.entries.has(key) && !misspelt.has(key));
  if (missing.length > 0) {
    report("missing-key", headSpan(value), `${what} needs ${missing.map((key) => `${key}:`).join(", ")}`);
  }
  return fields;
}

/** The entries of a record whose keys are names chosen in the file, such as `types`. */
export function entriesOf(value: Located | undefined, what: string, report: Report): readonly LocatedEntry[] {
  if (value === undefined) return [];
  if (value.kind === "record") return [...value.entries.values()];
  report("wrong-kind", value.span, `${what} must be a record of names; this is ${kindName(value)}`);
  return [];
}

/** The items of a list of records, such as `claims`. */
export function readItems(value: Located | undefined, what: string, report: Report): readonly Located[] {
  if (value === undefined) return [];
  if (value.kind === "list") return value.items;
  if (isEmpty(value)) return [];
  report(
    "wrong-kind",
    value.span,
    `${what} must be a list; this is ${kindName(value)}`,
    "begin each item with `- `",
  );
  return [];
}

/** Reads a text, or a number or boolean as written. */
export function readText(
  value: Located | undefined,
  what: string,
  report: Report,
): LocatedScalar | undefined {
  if (value === undefined) return undefined;
  if (value.kind === "scalar" && value.text.trim() !== "") return value;
  report("wrong-kind", value.span, `${what} must be a text; this is ${kindName(value)}`);
  return undefined;
}

/** Reads a text, or a list of texts. */
export function readTexts(
  value: Located | undefined,
  what: string,
  report: Report,
): readonly LocatedScalar[] {
  if (value === undefined) return [];
  const items = value.kind === "list" ? value.items : [value];
  return items.flatMap((item) => readText(item, what, report) ?? []);
}

/** Reads a non-negative integer in decimal digits. */
export function readCount(
  value: Located | undefined,
  what: string,
  report: Report,
): LocatedCount | undefined {
  if (value === undefined) return undefined;
  if (value.kind === "scalar" && /^\d{1,15}$/.test(value.text)) {
    return { span: value.span, count: Number(value.text) };
  }
  const met = value.kind === "scalar" ? shortened(value.text) : kindName(value);
  report("wrong-kind", value.span, `${what} must be a whole number; this is ${met}`);
  return undefined;
}

export interface LocatedCount {
  readonly span: LocatedScalar["span"];
  readonly count: number;
}

function isEmpty(value: Located): boolean {
  return value.kind === "scalar" && value.value === null;
}

/** The span used to point at a whole record: its first key and value. */
function headSpan(record: LocatedRecord): LocatedScalar["span"] {
  const [first] = record.entries.values();
  return first === undefined ? record.span : { start: first.key.span.start, end: first.value.span.end };
}
