import { CypherError } from "../diagnostics/cypher-error.ts";
import { Column } from "../graph/column.ts";
import type { EntityKeys } from "../graph/graph-columns.ts";
import type { Attributes } from "../graph/graphology.ts";
import type { Value, ValueMap } from "../values/value.ts";
import { collectKeys, columnProperties, readProperties, readProperty } from "./read-properties.ts";

/** Imported entities. Their columns are immutable. */
export interface ImportedEntities {
  readonly count: number;
  readonly keys: EntityKeys;
  readonly properties: ReadonlyMap<string, Column>;
}

/**
 * The nodes, or the relationships, of a graph by number: their keys, whether they are deleted, and their properties. A
 * number is assigned once: a deleted entity keeps its number, and gets it back if it is restored.
 *
 * Properties are in columns, built from graphology's attributes on first use. An imported graph starts with all its
 * columns; after its first change, graphology has the properties too, and further columns are built from there.
 */
export class Entities {
  /** Assigned numbers, including those of deleted entities. */
  count = 0;
  deletedCount = 0;
  /** The attribute that is not a property: LABELS or TYPE. */
  readonly #reserved: string;
  #imported: ImportedEntities | undefined;
  /** The number of imported keys. Keys of later entities are in `#keys`. */
  readonly #importedCount: number;
  readonly #importedKeys: EntityKeys | undefined;
  readonly #keys: string[] = [];
  readonly #byKey = new Map<string, number>();
  /** By entity; undefined if it is deleted. Empty while all entities are as imported. */
  #attributes: (Attributes | undefined)[] = [];
  readonly #columns = new Map<string, Column>();
  /** By column key: the entities whose value has no Cypher counterpart. */
  readonly #unreadable = new Map<string, Set<number>>();
  #propertyKeys: Set<string> | undefined;

  constructor(reserved: string, imported?: ImportedEntities) {
    this.#reserved = reserved;
    this.#imported = imported;
    this.#importedKeys = imported?.keys;
    this.#importedCount = imported?.count ?? 0;
    this.count = this.#importedCount;
  }

  keyOf(entity: number): string {
    return entity < this.#importedCount
      ? (this.#importedKeys as EntityKeys).keyOf(entity)
      : (this.#keys[entity - this.#importedCount] as string);
  }

  /** The number assigned to a key. */
  find(key: string): number | undefined {
    return this.#byKey.get(key) ?? this.#importedKeys?.find(key);
  }

  isDeleted(entity: number): boolean {
    return this.#imported === undefined && this.#attributes[entity] === undefined;
  }

  /** @throws CypherError if the entity has been deleted, or the value has no Cypher counterpart */
  property(entity: number, key: string): Value {
    if (this.#imported !== undefined) return this.#imported.properties.get(key)?.valueOf(entity) ?? null;
    const attributes = this.#attributes[entity];
    if (attributes === undefined) throw deletedEntityError();
    const column = this.#columns.get(key);
    return column === undefined || this.#unreadable.has(key)
      ? readProperty(attributes, key, this.#reserved)
      : column.valueOf(entity);
  }

  /** All properties; empty for a deleted entity. */
  properties(entity: number): ValueMap {
    return this.#imported === undefined
      ? readProperties(this.#attributes[entity] ?? {}, this.#reserved)
      : columnProperties(this.#imported.properties, entity);
  }

  /**
   * One property of all entities. Returns the same object each time, which follows all changes. A deleted entity has no
   * value.
   *
   * @throws CypherError if any entity's value has no Cypher counterpart
   */
  column(key: string): Column {
    const column = this.#columns.get(key) ?? this.#makeColumn(key);
    const [unreadable] = this.#unreadable.get(key) ?? [];
    if (unreadable !== undefined) readProperty(this.#attributes[unreadable] ?? {}, key, this.#reserved);
    return column;
  }

  #makeColumn(key: string): Column {
    const column = this.#imported?.properties.get(key)?.share() ?? new Column();
    column.reserve(this.count);
    if (this.#imported === undefined) this.#fill(column, key);
    this.#columns.set(key, column);
    return column;
  }

  /** Every property key that any entity has, or has had since the first call. */
  propertyKeys(): ReadonlySet<string> {
    this.#propertyKeys ??=
      this.#imported === undefined
        ? collectKeys(this.#attributes, this.#reserved)
        : new Set(this.#imported.properties.keys());
    return this.#propertyKeys;
  }

  /**
   * Marks graphology as the source of properties from now on.
   *
   * @param attributesOf returns undefined for a key that is not in graphology
   */
  attachAttributes(attributesOf: (key: string) => Attributes | undefined): void {
    if (this.#imported === undefined) return;
    this.#imported = undefined;
    // An entity that is already gone from graphology is marked deleted when that change is processed, not here.
    for (let entity = 0; entity < this.count; entity++)
      this.#attributes[entity] = attributesOf(this.keyOf(entity)) ?? {};
  }

  /** Assigns a number to a new entity, which counts as deleted until {@link change} sets its attributes. */
  add(key: string): number {
    const entity = this.count++;
    this.#keys.push(key);
    this.#byKey.set(key, entity);
    this.#attributes[entity] = undefined;
    this.deletedCount++;
    for (const column of this.#columns.values()) column.reserve(this.count);
    return entity;
  }

  /** Stores an entity's current attributes, and updates the columns. Undefined: it is deleted. */
  change(entity: number, attributes: Attributes | undefined): void {
    this.put(entity, attributes);
    for (const [key, column] of this.#columns) this.#encode(column, entity, key, attributes);
    if (this.#propertyKeys !== undefined)
      for (const key of collectKeys([attributes], this.#reserved)) this.#propertyKeys.add(key);
  }

  /** As {@link change}, without updating the columns. The caller must then call {@link refill}. */
  put(entity: number, attributes: Attributes | undefined): void {
    const wasDeleted = this.#attributes[entity] === undefined;
    this.#attributes[entity] = attributes;
    this.deletedCount += Number(attributes === undefined) - Number(wasDeleted);
  }

  /** Rebuilds all columns. */
  refill(): void {
    for (const [key, column] of this.#columns) {
      column.reserve(this.count);
      this.#fill(column, key);
    }
    this.#propertyKeys = undefined;
  }

  #fill(column: Column, key: string): void {
    for (let entity = 0; entity < this.count; entity++)
      this.#encode(column, entity, key, this.#attributes[entity]);
  }

  /** An unreadable value is an error for the query that reads it, not for the update of the index. */
  #encode(column: Column, entity: number, key: string, attributes: Attributes | undefined): void {
    try {
      column.set(entity, attributes === undefined ? null : readProperty(attributes, key, this.#reserved));
      if (this.#unreadable.size > 0) this.#markReadable(key, entity);
    } catch (error) {
      if (!(error instanceof CypherError)) throw error;
      column.set(entity, null);
      const unreadable = this.#unreadable.get(key) ?? new Set();
      this.#unreadable.set(key, unreadable.add(entity));
    }
  }

  #markReadable(key: string, entity: number): void {
    const unreadable = this.#unreadable.get(key);
    if (unreadable?.delete(entity) && unreadable.size === 0) this.#unreadable.delete(key);
  }
}

function deletedEntityError(): CypherError {
  return new CypherError("DeletedEntityAccess", "this entity has been deleted by the query", {
    hint: "read the values you need in a WITH before DELETE",
  });
}
