import { type EntityTypes, isEntityType, isNewName } from "./declared-name.ts";
import type { LocatedScalar } from "./located.ts";
import type { SourceDocument } from "./open-document.ts";
import { entriesOf, readFields, readText } from "./read-record.ts";
import { readRelationshipTypes } from "./read-relationship-types.ts";
import { RECORD_KEYS } from "./record-keys.ts";
import type { Report } from "./report.ts";
import {
  ARTICLE,
  DEFAULT_MODALITY,
  DEFAULT_STANCE,
  type EntityType,
  labelChain,
  VALUE,
  type Vocabulary,
} from "./vocabulary.ts";

const ENTITY_TYPE_NAME = /^[A-Z][A-Za-z0-9]*$/;

/**
 * Reads the vocabulary that `sources` declare together; `Article`, `Value` and the default stance and modality are
 * built in. If `shipped` is given, it supplies everything that they do not declare.
 */
export function readVocabulary(sources: readonly SourceDocument[], shipped?: SourceDocument): Vocabulary {
  const layers = shipped === undefined ? [sources] : [[shipped], sources];
  const all = layers.flat();
  const entityTypes = readEntityTypes(layers);
  return {
    entityTypes,
    relationshipTypes: new Map(layers.flatMap((layer) => [...readRelationshipTypes(layer, entityTypes)])),
    stances: readMeanings(all, "stances", [DEFAULT_STANCE, "the claimant says that it is so"]),
    modalities: readMeanings(all, "modalities", [DEFAULT_MODALITY, "it is or was so"]),
    assessments: readMeanings(all, "assessments"),
  };
}

/** Entity types that every vocabulary has. */
export const BUILT_IN: ReadonlyMap<string, EntityType> = new Map([
  [ARTICLE, { name: ARTICLE, meaning: "an annotated article" }],
  [VALUE, { name: VALUE, meaning: "a number, duration, date or text" }],
]);

/** Reads the entity types; if several layers declare a type, the last layer wins. */
function readEntityTypes(layers: readonly (readonly SourceDocument[])[]): Map<string, EntityType> {
  const types = new Map(BUILT_IN);
  const parents: { type: EntityType; parent: LocatedScalar; report: Report }[] = [];
  for (const layer of layers) {
    const taken = new Map(BUILT_IN);
    for (const { fields, report } of layer) {
      for (const { key, value } of entriesOf(fields.get("entityTypes"), "entityTypes", report)) {
        if (!isNewName(key, taken, { pattern: ENTITY_TYPE_NAME, example: "CityState", report })) continue;
        const typeFields = readFields(value, RECORD_KEYS.entityType, { what: "an entity type", report });
        const parent = readText(typeFields?.get("is"), "is", report);
        const meaning = readText(typeFields?.get("meaning"), "meaning", report)?.text ?? "";
        const type = { name: key.text, meaning, ...(parent ? { is: parent.text } : {}) };
        taken.set(key.text, type);
        types.set(key.text, type);
        if (parent !== undefined) parents.push({ type, parent, report });
      }
    }
  }
  for (const { type, parent, report } of parents) {
    if (types.get(type.name) !== type || !isEntityType(parent, types, report)) continue;
    if (isAncestor(types, type.name, parent.text)) {
      report("circular-type", parent.span, `${type.name} is its own ancestor through is:`);
    }
  }
  return types;
}

function isAncestor(types: EntityTypes, ancestor: string, of: string): boolean {
  return labelChain(types, of).includes(ancestor);
}

function readMeanings(
  sources: readonly SourceDocument[],
  key: "stances" | "modalities" | "assessments",
  builtIn?: readonly [name: string, meaning: string],
): Map<string, string> {
  const meanings = new Map<string, string>(builtIn === undefined ? [] : [builtIn]);
  for (const { fields, report } of sources) {
    for (const { key: name, value } of entriesOf(fields.get(key), key, report)) {
      const meaning = readText(value, "a meaning", report);
      if (meaning !== undefined) meanings.set(name.text, meaning.text);
    }
  }
  return meanings;
}
