import { foldName } from "../graph/fold-name.ts";

/** A person, organization, place or thing that claims are about. */
export interface Entity {
  readonly id: string;
  /** The canonical name. */
  readonly name: string;
  /** As declared; a type that is not in the vocabulary is reported at its declaration. */
  readonly type: string;
  readonly aliases: readonly string[];
  readonly properties: Readonly<Record<string, string | number | boolean>>;
}

/** Finds entities by name or alias, ignoring case and diacritics. */
export interface EntityIndex {
  readonly entities: readonly Entity[];
  /**
   * Entities that a name refers to. A canonical name takes precedence over aliases, so several entities are returned
   * only if they share an alias; empty if the name is unknown.
   */
  find(name: string): readonly Entity[];
  /** All entities with this name or alias, without precedence. */
  bearers(name: string): readonly Entity[];
  /** Every name and alias, for suggestions. */
  names(): Iterable<string>;
}

export function indexEntities(entities: readonly Entity[]): EntityIndex {
  const byName = new Map<string, Entity>();
  const byAlias = new Map<string, Set<Entity>>();
  for (const entity of entities) {
    const name = foldName(entity.name);
    if (!byName.has(name)) byName.set(name, entity);
    for (const alias of entity.aliases) {
      const folded = foldName(alias);
      const bearers = byAlias.get(folded) ?? new Set();
      byAlias.set(folded, bearers.add(entity));
    }
  }
  return {
    entities,
    find(name) {
      const folded = foldName(name);
      const named = byName.get(folded);
      return named === undefined ? [...(byAlias.get(folded) ?? [])] : [named];
    },
    bearers(name) {
      const folded = foldName(name);
      const named = byName.get(folded);
      return [...new Set([...(named === undefined ? [] : [named]), ...(byAlias.get(folded) ?? [])])];
    },
    *names() {
      for (const entity of entities) {
        yield entity.name;
        yield* entity.aliases;
      }
    },
  };
}
