import type { Located } from "./located.ts";
import type { SourceDocument } from "./open-document.ts";
import { entriesOf, readTexts } from "./read-record.ts";
import { BUILT_IN } from "./read-vocabulary.ts";
import type { Report } from "./report.ts";

/**
 * Whether `sources` extend the shipped vocabulary instead of replacing it: they declare no relationship types, or name
 * entity types that they do not declare. To add a type, declare only that type; to replace the shipped types, declare
 * a complete vocabulary.
 */
export function addsToShipped(sources: readonly SourceDocument[]): boolean {
  const types = entries(sources, "types");
  const entityTypes = entries(sources, "entityTypes");
  const declared = new Set(entityTypes.map(({ key }) => key.text));
  const named = [
    ...types.flatMap(({ value }) => textsOf(value, ["subject", "object"])),
    ...entityTypes.flatMap(({ value }) => textsOf(value, ["is"])),
  ];
  return types.length === 0 || named.some((name) => !declared.has(name) && !BUILT_IN.has(name));
}

function entries(sources: readonly SourceDocument[], key: string) {
  return sources.flatMap(({ fields }) => entriesOf(fields.get(key), key, IGNORED));
}

function textsOf(record: Located, keys: readonly string[]): readonly string[] {
  return entriesOf(record, "a type", IGNORED)
    .filter(({ key }) => keys.includes(key.text))
    .flatMap(({ key, value }) => readTexts(value, key.text, IGNORED))
    .map(({ text }) => text);
}

/** Faults are reported when the vocabulary is read. */
const IGNORED: Report = () => {};
