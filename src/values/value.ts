import type { Node, Path, Relationship } from "./entities.ts";
import type { Float } from "./float.ts";

/**
 * A Cypher value in JavaScript: integers are safe whole numbers, or bigints beyond them; floats are all
 * other numbers, or {@link Float} where the number is whole; lists are arrays; maps are plain objects.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | Float
  | string
  | Node
  | Relationship
  | Path
  | ValueList
  | ValueMap;

export type ValueList = readonly Value[];
export interface ValueMap {
  readonly [key: string]: Value;
}
