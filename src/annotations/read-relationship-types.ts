import { oneOf } from "../diagnostics/nearest-names.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import { CLAIM_PROPERTIES } from "../graph/claim-property-names.ts";
import { type EntityTypes, isEntityType, isNewName, PROPERTY_NAME } from "./declared-name.ts";
import type { Located, LocatedScalar } from "./located.ts";
import type { SourceDocument } from "./open-document.ts";
import { entriesOf, readFields, readText, readTexts } from "./read-record.ts";
import { RECORD_KEYS } from "./record-keys.ts";
import type { Report } from "./report.ts";
import { QUALIFIER_KINDS, type Qualifier, type QualifierKind, type RelationshipType } from "./vocabulary.ts";

const TYPE_NAME = /^[A-Z][A-Z0-9_]*$/;
/** Properties that every relationship has; qualifiers may not use these names. */
const RELATIONSHIP_PROPERTIES = new Set<string>(["type", ...CLAIM_PROPERTIES]);

/** Reads the relationship types that `sources` declare. */
export function readRelationshipTypes(
  sources: readonly SourceDocument[],
  entityTypes: EntityTypes,
): Map<string, RelationshipType> {
  const types = new Map<string, RelationshipType>();
  for (const { fields, report } of sources) {
    for (const { key, value } of entriesOf(fields.get("types"), "types", report)) {
      if (!isNewName(key, types, { pattern: TYPE_NAME, example: "SUPPLIES_TO", report })) continue;
      const typeFields = readFields(value, RECORD_KEYS.relationshipType, {
        what: "a relationship type",
        report,
      });
      const text = (field: string) => readText(typeFields?.get(field), field, report)?.text;
      const admitted = (field: string) =>
        readTexts(typeFields?.get(field), field, report)
          .filter((name) => isEntityType(name, entityTypes, report))
          .map((name) => name.text);
      const counterparts = Object.fromEntries(
        ["cameo", "plover", "schema"].flatMap((field) => {
          const counterpart = text(field);
          return counterpart === undefined ? [] : [[field, counterpart]];
        }),
      );
      types.set(key.text, {
        name: key.text,
        meaning: text("meaning") ?? "",
        subject: admitted("subject"),
        object: admitted("object"),
        symmetric: readTruth(typeFields?.get("symmetric"), "symmetric", report),
        single: readTruth(typeFields?.get("single"), "single", report),
        counterparts,
        qualifiers: readQualifiers(typeFields?.get("qualifiers"), report),
      });
    }
  }
  return types;
}

function readQualifiers(value: Located | undefined, report: Report): Map<string, Qualifier> {
  const qualifiers = new Map<string, Qualifier>();
  for (const { key, value: declared } of entriesOf(value, "qualifiers", report)) {
    if (!isNewName(key, qualifiers, { pattern: PROPERTY_NAME, example: "commodity", report })) continue;
    if (RELATIONSHIP_PROPERTIES.has(key.text)) {
      const taken = `every claim has a property ${key.text} already`;
      report("bad-name", key.span, `a qualifier cannot be called ${key.text}`, taken);
      continue;
    }
    const fields = readFields(declared, RECORD_KEYS.qualifier, { what: "a qualifier", report });
    const meaning = readText(fields?.get("meaning"), "meaning", report)?.text ?? "";
    const kind = readKind(readText(fields?.get("kind"), "kind", report), report);
    qualifiers.set(key.text, { name: key.text, meaning, kind });
  }
  return qualifiers;
}

function readKind(kind: LocatedScalar | undefined, report: Report): QualifierKind {
  if (kind === undefined) return "text";
  const known = QUALIFIER_KINDS.find((candidate) => candidate === kind.text);
  if (known !== undefined) return known;
  const met = `unknown kind of qualifier: ${shortened(kind.text)}`;
  report("wrong-kind", kind.span, met, `write ${oneOf(QUALIFIER_KINDS)}`);
  return "text";
}

function readTruth(value: Located | undefined, what: string, report: Report): boolean {
  if (value === undefined) return false;
  if (value.kind === "scalar" && typeof value.value === "boolean") return value.value;
  report("wrong-kind", value.span, `${what} must be true or false`);
  return false;
}
