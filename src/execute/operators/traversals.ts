import type { BoundRelationship } from "../../semantics/bound-tree.ts";
import type { Adjacency } from "../../storage/adjacency.ts";
import { type Execution, onceUnlessWriting } from "../execution.ts";

/** An adjacency to traverse. `skipsLoops`: the other direction of the same step already returns the loops. */
export interface Traversal {
  readonly adjacency: Adjacency;
  readonly skipsLoops: boolean;
}

/**
 * Returns the adjacencies that a step traverses: one for each direction and type. A loop appears in both directions but
 * is one relationship, so the incoming direction of an undirected step skips loops.
 */
export function traversalsReader(
  relationship: BoundRelationship,
  execution: Execution,
): () => readonly Traversal[] {
  return onceUnlessWriting(execution, () => traversalsOf(relationship, execution));
}

function traversalsOf({ types, direction }: BoundRelationship, { index }: Execution): readonly Traversal[] {
  const wanted = types.length === 0 ? [undefined] : types;
  return wanted.flatMap((type) => {
    const traversals: Traversal[] = [];
    if (direction !== "incoming")
      traversals.push({ adjacency: index.adjacency("outgoing", type), skipsLoops: false });
    if (direction !== "outgoing") {
      traversals.push({ adjacency: index.adjacency("incoming", type), skipsLoops: direction === "both" });
    }
    return traversals;
  });
}
