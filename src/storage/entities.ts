import { CypherError } from "../diagnostics/cypher-error.ts";
import { Column } from "../graph/column.ts";
import type { EntityKeys } from "../graph/graph-columns.ts";
import type { Attributes } from "../graph/graphology.ts";
import type { Value, ValueMap } from "../values/value.ts";
import { collectKeys, columnProperties, readProperties, readProperty } from "./read-properties.ts";

/** Entities as they were imported: nobody changes these columns. */
export interface ImportedEntities {
  readonly count: number;
  readonly keys: EntityKeys;
  readonly properties: ReadonlyMap<string, Column>;
}

/**
 * The nodes, or the relationships, of a graph by number: their keys, whether they still are, and their properties.
 * A number is given once: what is deleted keeps it, and gets it back should it return.
 *
 * Properties lie in columns, which are made from graphology's attributes when first asked for; or all of them were
 * imported, until something changes: then graphology has them too, and what is asked for later is made from there.
 */
export class Entities {
  /** Numbers that have been given, also to what has been deleted. */
  count = 0;
  deletedCount = 0;
  /** The attribute that is no property: LABELS or TYPE. */
  readonly #reserved: string;
  #imported: ImportedEntities | undefined;
  /** How many of the keys are those that were imported; the others are here. */
  readonly #importedCount: number;
  readonly #importedKeys: EntityKeys | undefined;
  readonly #keys: string[] = [];
  readonly #byKey = new Map<string, number>();
  /** By entity; undefined where it is deleted. Empty as long as all is imported. */
  #attributes: (Attributes | undefined)[] = [];
  readonly #columns = new Map<string, Column>();
  /** By key of a column: entities whose property has no counterpart in Cypher. */
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

  /** The number that has been given to a key. */
  find(key: string): number | undefined {
    return this.#byKey.get(key) ?? this.#importedKeys?.find(key);
  }

  isDeleted(entity: number): boolean {
    return this.#imported === undefined && this.#attributes[entity] === undefined;
  }

  /** @throws CypherError where the entity has been deleted, or the property has no counterpart in Cypher */
  property(entity: number, key: string): Value {
    if (this.#imported !== undefined) return this.#imported.properties.get(key)?.valueOf(entity) ?? null;
    const attributes = this.#attributes[entity];
    if (attributes === undefined) throw deleted();
    const column = this.#columns.get(key);
    return column === undefined || this.#unreadable.has(key)
      ? readProperty(attributes, key, this.#reserved)
      : column.valueOf(entity);
  }

  /** All properties; of a deleted entity none. */
  properties(entity: number): ValueMap {
    return this.#imported === undefined
      ? readProperties(this.#attributes[entity] ?? {}, this.#reserved)
      : columnProperties(this.#imported.properties, entity);
  }

  /**
   * One property of all; the same object each time, which follows all changes. A deleted entity has no value.
   *
   * @throws CypherError where any entity's property has no counterpart in Cypher
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

  /** The keys of all properties that any entity has, or had since they were first asked for. */
  propertyKeys(): ReadonlySet<string> {
    this.#propertyKeys ??=
      this.#imported === undefined
        ? collectKeys(this.#attributes, this.#reserved)
        : new Set(this.#imported.properties.keys());
    return this.#propertyKeys;
  }

  /** Properties are in graphology from now on. @param attributesOf undefined for a key that graphology lacks */
  takeAttributes(attributesOf: (key: string) => Attributes | undefined): void {
    if (this.#imported === undefined) return;
    this.#imported = undefined;
    // What is deleted already is so when that change is told, not before.
    for (let entity = 0; entity < this.count; entity++)
      this.#attributes[entity] = attributesOf(this.keyOf(entity)) ?? {};
  }

  /** Gives a number to a new entity, which is not there until {@link change} says what it is. */
  add(key: string): number {
    const entity = this.count++;
    this.#keys.push(key);
    this.#byKey.set(key, entity);
    this.#attributes[entity] = undefined;
    this.deletedCount++;
    for (const column of this.#columns.values()) column.reserve(this.count);
    return entity;
  }

  /** Takes over what an entity is now; undefined where it is deleted. */
  change(entity: number, attributes: Attributes | undefined): void {
    this.put(entity, attributes);
    for (const [key, column] of this.#columns) this.#encode(column, entity, key, attributes);
    if (this.#propertyKeys !== undefined)
      for (const key of collectKeys([attributes], this.#reserved)) this.#propertyKeys.add(key);
  }

  /** The same without bringing the columns up to date, for which {@link refill} is then to be called. */
  put(entity: number, attributes: Attributes | undefined): void {
    const wasDeleted = this.#attributes[entity] === undefined;
    this.#attributes[entity] = attributes;
    this.deletedCount += Number(attributes === undefined) - Number(wasDeleted);
  }

  /** Reads all columns anew. */
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

  /** A value that cannot be read is an error of whoever asks for it, not of whoever brings the index up to date. */
  #encode(column: Column, entity: number, key: string, attributes: Attributes | undefined): void {
    try {
      column.set(entity, attributes === undefined ? null : readProperty(attributes, key, this.#reserved));
      if (this.#unreadable.size > 0) this.#setReadable(key, entity);
    } catch (error) {
      if (!(error instanceof CypherError)) throw error;
      column.set(entity, null);
      const unreadable = this.#unreadable.get(key) ?? new Set();
      this.#unreadable.set(key, unreadable.add(entity));
    }
  }

  #setReadable(key: string, entity: number): void {
    const unreadable = this.#unreadable.get(key);
    if (unreadable?.delete(entity) && unreadable.size === 0) this.#unreadable.delete(key);
  }
}

function deleted(): CypherError {
  return new CypherError("DeletedEntityAccess", "this entity has been deleted by the query", {
    hint: "read what you need of it in a WITH before DELETE",
  });
}
