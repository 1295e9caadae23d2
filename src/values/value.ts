import type { Float } from "./float.ts";
import type { Temporal } from "./temporal/temporal.ts";

/**
 * A Cypher value in JavaScript: integers are safe whole numbers, or bigints beyond them; floats are all other numbers,
 * or {@link Float} if the number is whole; temporal values have their own classes; lists are arrays; maps are plain
 * objects.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | Float
  | string
  | Temporal
  | Node
  | Relationship
  | Path
  | ValueList
  | ValueMap;

export type ValueList = readonly Value[];
export interface ValueMap {
  readonly [key: string]: Value;
}

/** A node as a query returns it: a copy, taken when its row left the engine. */
export class Node {
  /** The node's key in the graph, without the backquotes that graphology needs for names such as `constructor`. */
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: ValueMap;

  constructor(id: string, labels: readonly string[], properties: ValueMap) {
    this.id = id;
    this.labels = labels;
    this.properties = properties;
  }
}

/** A relationship as a query returns it: a copy, taken when its row left the engine. */
export class Relationship {
  /** The relationship's key in the graph. */
  readonly id: string;
  readonly type: string;
  /** Key of the node that it starts at. */
  readonly start: string;
  /** Key of the node that it ends at. */
  readonly end: string;
  readonly properties: ValueMap;

  constructor(id: string, type: string, start: string, end: string, properties: ValueMap) {
    this.id = id;
    this.type = type;
    this.start = start;
    this.end = end;
    this.properties = properties;
  }
}

/** A walk. `nodes` has one item more than `relationships`, which are in walking order. */
export class Path {
  readonly nodes: readonly Node[];
  readonly relationships: readonly Relationship[];

  constructor(nodes: readonly Node[], relationships: readonly Relationship[]) {
    this.nodes = nodes;
    this.relationships = relationships;
  }
}
