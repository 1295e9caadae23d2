import { shortened } from "../diagnostics/printable-text.ts";
import type { Span } from "../diagnostics/span.ts";
import { foldName } from "../graph/fold-name.ts";
import { isEntityType, PROPERTY_NAME } from "./declared-name.ts";
import { entityId, ID } from "./entity-id.ts";
import type { Entity } from "./entity-index.ts";
import type { Located, LocatedScalar } from "./located.ts";
import type { SourceDocument } from "./open-document.ts";
import { entriesOf, type Fields, readFields, readItems, readText, readTexts } from "./read-record.ts";
import { RECORD_KEYS } from "./record-keys.ts";
import type { Report, SourceFile } from "./report.ts";
import { ARTICLE, VALUE, type Vocabulary } from "./vocabulary.ts";

/** Reserved property names: those that every node has, and the attribute that holds its labels. */
const NODE_PROPERTIES = new Set(["id", "name", "aliases", "labels"]);

/** An entity with the place of its first declaration. */
export interface DeclaredEntity {
  readonly entity: Entity;
  readonly source: SourceFile;
  /** Place of its name. */
  readonly span: Span;
}

interface Declared {
  readonly entity: Entity;
  /** Whether its id is derived from its name. */
  readonly isIdDerived: boolean;
  readonly name: LocatedScalar;
  readonly source: SourceDocument;
}

/** A further declaration of an entity that is declared already. */
interface Redeclaration {
  readonly name: LocatedScalar;
  readonly fields: Fields;
  readonly source: SourceDocument;
}

/**
 * Reads the entities that `sources` declare. Several files may declare the same entity, so that each file is complete
 * on its own, if they agree on its type. Its aliases and properties are then merged, and a conflicting value is a
 * fault. A second declaration within one file is a fault too.
 *
 * @param articleIds ids of articles. They are nodes too, so an entity whose derived id is among them gets another id
 */
export function readEntities(
  sources: readonly SourceDocument[],
  vocabulary: Vocabulary,
  articleIds: ReadonlySet<string>,
): readonly DeclaredEntity[] {
  const byName = new Map<string, Declared>();
  const byId = new Map<string, string>();
  for (const source of sources) {
    for (const item of readItems(source.fields.get("entities"), "entities", source.report)) {
      const fields = readFields(item, RECORD_KEYS.entity, { what: "an entity", report: source.report });
      const name = readText(fields?.get("name"), "name", source.report);
      if (fields === undefined || name === undefined) continue;
      const entity = readEntity(name, fields, { vocabulary, report: source.report });
      const key = foldName(name.text);
      const before = byName.get(key);
      if (before !== undefined) {
        byName.set(key, { ...before, entity: merged(before, entity, { name, fields, source }) });
        continue;
      }
      let id = entity.id;
      const owner = byId.get(id);
      if (owner !== undefined) {
        const hint =
          "if both are the same entity, make one name an alias of the other; if not, add an id: to one of them";
        source.report("duplicate-id", name.span, `${owner} has the id ${id} already`, hint);
        // The graph needs a different key, so that claims about one do not become claims about the other.
        while (byId.has(id)) id += "-2";
      }
      byId.set(id, entity.name);
      byName.set(key, { entity: { ...entity, id }, isIdDerived: !fields.has("id"), name, source });
    }
  }
  const taken = new Set([...articleIds, ...byId.keys()]);
  return [...byName.values()].map(({ entity, isIdDerived, name, source }) => ({
    entity: isIdDerived && articleIds.has(entity.id) ? { ...entity, id: freeId(entity, taken) } : entity,
    source: source.source,
    span: name.span,
  }));
}

/** The entity's id with its type, `port-selm-city`; with a number if that is also taken. */
function freeId({ id, type }: Entity, taken: Set<string>): string {
  const typed = `${id}-${entityId(type) || "entity"}`;
  let free = typed;
  for (let number = 2; taken.has(free); number++) free = `${typed}-${number}`;
  taken.add(free);
  return free;
}

function merged(before: Declared, entity: Entity, { name, fields, source }: Redeclaration): Entity {
  const earlier = before.entity;
  if (before.source === source || earlier.type !== entity.type) {
    // The type is empty if it is missing or unknown.
    const type = earlier.type === "" ? "" : ` (${earlier.type})`;
    const met = `there is an entity ${shortened(earlier.name)} already${type}`;
    source.report("duplicate-entity", name.span, met, "merge the two, or rename one of them");
    return earlier;
  }
  reportDifferences(earlier, entity, { fields, source });
  const aliases = [...new Set([...earlier.aliases, ...entity.aliases])];
  return { ...earlier, aliases, properties: { ...entity.properties, ...earlier.properties } };
}

/** Reports the id and each property of `entity` that conflicts with `earlier`. The values of `earlier` are kept. */
function reportDifferences(
  earlier: Entity,
  entity: Entity,
  { fields, source }: Omit<Redeclaration, "name">,
): void {
  const conflict = (what: string, span: Span, value: Entity["properties"][string]) => {
    const met = `${what} of ${shortened(earlier.name)} is ${shortened(String(value))} already`;
    source.report("different-entity", span, met, "write the same in both files, or leave it out here");
  };
  const id = fields.get("id");
  // An invalid id is reported already, and a derived id is not written in the file.
  if (id?.kind === "scalar" && id.text === entity.id && id.text !== earlier.id) {
    conflict("the id", id.span, earlier.id);
  }
  const properties = fields.get("properties");
  if (properties?.kind !== "record") return;
  for (const [key, { value }] of properties.entries) {
    // Own properties only: a property may be called `constructor`.
    const [before, now] = [earlier, entity].map(({ properties }) =>
      Object.hasOwn(properties, key) ? properties[key] : undefined,
    );
    if (before !== undefined && now !== undefined && now !== before) conflict(key, value.span, before);
  }
}

function readEntity(
  name: LocatedScalar,
  fields: Fields,
  { vocabulary, report }: { vocabulary: Vocabulary; report: Report },
): Entity {
  const type = readText(fields.get("type"), "type", report);
  if (type !== undefined && isEntityType(type, vocabulary.entityTypes, report)) {
    if (type.text === ARTICLE || type.text === VALUE) {
      const hint = "choose another type from entityTypes:";
      report("unknown-entity-type", type.span, `an entity cannot have the built-in type ${type.text}`, hint);
    }
  }
  const aliases = readTexts(fields.get("aliases"), "an alias", report).map((alias) => alias.text.trim());
  return {
    id: readId(name, readText(fields.get("id"), "id", report), report),
    name: name.text.trim(),
    type: type?.text ?? "",
    aliases: [...new Set(aliases)],
    properties: readProperties(fields.get("properties"), report),
  };
}

function readId(name: LocatedScalar, id: LocatedScalar | undefined, report: Report): string {
  if (id === undefined) {
    const made = entityId(name.text);
    if (made !== "") return made;
    report("bad-name", name.span, "no id can be made from this name", "add id: with letters or digits");
  } else if (ID.test(id.text)) {
    return id.text;
  } else {
    const hint = "an id may contain only letters, digits, hyphens, dots and underscores";
    report("bad-name", id.span, `${shortened(id.text)} is not a valid id`, hint);
  }
  return name.text;
}

function readProperties(value: Located | undefined, report: Report): Entity["properties"] {
  const properties: [string, string | number | boolean][] = [];
  for (const { key, value: property } of entriesOf(value, "properties", report)) {
    if (!PROPERTY_NAME.test(key.text) || NODE_PROPERTIES.has(key.text)) {
      const hint = `begin with a lowercase letter; ${[...NODE_PROPERTIES].join(", ")} are reserved`;
      report("bad-name", key.span, `a property cannot be called ${shortened(key.text)}`, hint);
      continue;
    }
    const scalar = readText(property, key.text, report);
    if (scalar?.value !== undefined && scalar.value !== null) properties.push([key.text, scalar.value]);
  }
  return Object.fromEntries(properties);
}
