import type { Column } from "./column.ts";
import type { TypeTraits } from "./type-traits.ts";

/**
 * A graph as columns: produced by an import, read by the index. Nodes and relationships are 0-based integers. Takes a
 * tenth of the memory of the same graph in graphology.
 */
export interface GraphColumns {
  readonly nodes: NodeColumns;
  readonly relationships: RelationshipColumns;
  /** Omitted: nothing is known of the types except their names. */
  readonly typeTraits?: TypeTraits;
}

export interface NodeColumns {
  readonly count: number;
  readonly keys: EntityKeys;
  /** By node: the index of its labels in `labelSets`. */
  readonly labelCodes: Uint32Array;
  readonly labelSets: readonly (readonly string[])[];
  readonly properties: ReadonlyMap<string, Column>;
}

export interface RelationshipColumns {
  readonly count: number;
  readonly keys: EntityKeys;
  /** By relationship: the nodes that it starts and ends at. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** By relationship: the index of its type in `typeNames`. */
  readonly types: Uint32Array;
  readonly typeNames: readonly string[];
  readonly properties: ReadonlyMap<string, Column>;
}

/** The keys that entities have in graphology. */
export interface EntityKeys {
  keyOf(entity: number): string;
  /** The number of the entity with that key. */
  find(key: string): number | undefined;
}
