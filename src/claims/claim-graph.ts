import type { TypeTraits } from "../graph/type-traits.ts";
import type { GraphIndex } from "../storage/graph-index.ts";
import type { NameIndex } from "../storage/name-index.ts";

/** A graph as this room reads it. Claims are its relationships, by their numbers in the index. */
export interface ClaimGraph {
  readonly index: GraphIndex;
  /** Built on first use. */
  readonly names: () => NameIndex;
  readonly traits: TypeTraits;
}
