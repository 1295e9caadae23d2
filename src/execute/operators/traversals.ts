import type { BoundRelationship } from "../../semantics/bound-tree.ts";
import type { Adjacency } from "../../storage/adjacency.ts";
import { type Execution, onceUnlessWriting } from "../execution.ts";

/** A way along relationships: `skipsLoops` where the other direction of the same step gives them already. */
export interface Traversal {
  readonly adjacency: Adjacency;
  readonly skipsLoops: boolean;
}

/**
 * Gives the adjacencies that a step goes along: one for each direction and type. A loop is met in both directions
 * and is one relationship, so the incoming direction of an undirected step leaves loops out.
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
    const ways: Traversal[] = [];
    if (direction !== "incoming")
      ways.push({ adjacency: index.adjacency("outgoing", type), skipsLoops: false });
    if (direction !== "outgoing") {
      ways.push({ adjacency: index.adjacency("incoming", type), skipsLoops: direction === "both" });
    }
    return ways;
  });
}
