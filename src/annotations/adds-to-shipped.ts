import type { Located } from "./located.ts";
import type { SourceDocument } from "./open-document.ts";
import { entriesOf, readTexts } from "./read-record.ts";
import { BUILT_IN } from "./read-vocabulary.ts";
import type { Report } from "./report.ts";

/**
 * Whether `sources` are no vocabulary for themselves: they declare no relationship types, or name entity types that
 * they do not declare. So who lacks one type writes that type, and who wants none of the shipped ones a whole vocabulary.
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
  return sources.flatMap(({ fields }) => entriesOf(fields.get(key), key, UNTOLD));
}

function textsOf(record: Located, keys: readonly string[]): readonly string[] {
  return entriesOf(record, "a type", UNTOLD)
    .filter(({ key }) => keys.includes(key.text))
    .flatMap(({ key, value }) => readTexts(value, key.text, UNTOLD))
    .map(({ text }) => text);
}

/** What is wrong is told when the vocabulary is read. */
const UNTOLD: Report = () => {};
