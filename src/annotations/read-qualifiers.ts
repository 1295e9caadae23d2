import { didYouMean } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import type { QualifierValue } from "./claim.ts";
import type { EntityIndex } from "./entity-index.ts";
import type { Located, LocatedScalar } from "./located.ts";
import { readLocatedDate } from "./read-located-date.ts";
import { entriesOf, readTexts } from "./read-record.ts";
import type { Report } from "./report.ts";
import { resolveName } from "./resolve-name.ts";
import type { Qualifier, RelationshipType } from "./vocabulary.ts";

/** Reads a claim's qualifiers by name and checks them against those its type declares. */
export function readQualifiers(
  value: Located | undefined,
  type: RelationshipType | undefined,
  { index, report }: { index: EntityIndex; report: Report },
): Readonly<Record<string, QualifierValue>> {
  const qualifiers: [string, QualifierValue][] = [];
  for (const { key, value: given } of entriesOf(value, "qualifiers", report)) {
    // The qualifiers of an unknown type are unknown too.
    if (type === undefined) continue;
    const qualifier = type.qualifiers.get(key.text);
    if (qualifier === undefined) {
      reportUnknown(key, type, report);
      continue;
    }
    const values = readTexts(given, key.text, report).flatMap(
      (scalar) => readQualifier(scalar, qualifier, { index, report }) ?? [],
    );
    const [first] = values;
    if (first !== undefined) {
      qualifiers.push([key.text, given.kind === "list" ? (values as QualifierValue) : first]);
    }
  }
  return Object.fromEntries(qualifiers);
}

function readQualifier(
  scalar: LocatedScalar,
  { name, kind }: Qualifier,
  { index, report }: { index: EntityIndex; report: Report },
): string | number | undefined {
  switch (kind) {
    case "text":
      return scalar.text.trim();
    case "entity":
      return resolveName(scalar, index, report)?.name;
    case "date":
      return readLocatedDate(scalar, name, report)?.edtf;
    case "number":
      if (typeof scalar.value === "number") return scalar.value;
      report("wrong-kind", scalar.span, `${name} must be a number; this is ${shortened(scalar.text)}`);
      return undefined;
  }
}

function reportUnknown(key: LocatedScalar, type: RelationshipType, report: Report): void {
  const declared = [...type.qualifiers.keys()];
  const list = declared.length === 0 ? "it declares none" : `it declares: ${declared.join(", ")}`;
  const hint = didYouMean(key.text, declared) ?? list;
  report("unknown-qualifier", key.span, `${type.name} has no qualifier ${shortened(key.text)}`, hint);
}
