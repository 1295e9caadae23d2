import { type Evidence, NO_EVIDENCE } from "../evidence/evidence-store.ts";
import type { Execution, Next } from "../execution.ts";
import { CodeSet } from "./code-set.ts";
import type { Traversal } from "./traversals.ts";

/** Records the evidence of the nodes that a search reaches. */
export interface TraversalRecorder {
  /** Begins a search. */
  readonly begin: (start: number) => void;
  /** Records the relationships of a node that the search expands. */
  readonly expand: (node: number) => void;
  /** Returns a function that passes the row on with a reached node in its evidence. */
  readonly reaching: (next: Next) => (node: number) => boolean;
}

/** The relationships that a search traverses. */
export interface Searching {
  readonly traversals: () => readonly Traversal[];
  /** Undefined if it may traverse every relationship. */
  readonly allows: ((relationship: number) => boolean) | undefined;
  readonly countDbHits: (count: number) => void;
}

/**
 * A search follows only one walk to each node, but all walks to the node are its evidence. To find them later, the
 * relationships of each expanded node are recorded, once for all searches of the run; a row holds only the start and
 * the end of its search. Undefined if evidence is not recorded.
 */
export function traversalRecorder(
  maximum: number,
  { traversals, allows, countDbHits }: Searching,
  execution: Execution,
): TraversalRecorder | undefined {
  const { row, index, evidence: store } = execution;
  if (store === undefined) return undefined;
  const { slot } = store;
  const written = new CodeSet();
  /** Heads the linked list of node records: points to the last one, and so to all. */
  let searched: Evidence = NO_EVIDENCE;
  let last: Evidence = NO_EVIDENCE;
  let start = 0;
  execution.onRun(() => {
    searched = NO_EVIDENCE;
    last = NO_EVIDENCE;
    written.begin(index.nodeCount);
  });
  return {
    begin: (node) => {
      start = node;
      if (searched !== NO_EVIDENCE) return;
      searched = store.open(NO_EVIDENCE);
      store.close(searched);
      store.keep();
    },
    expand: (node) => {
      if (!written.add(node)) return;
      last = store.open(last);
      store.node(node);
      for (const { adjacency } of traversals()) {
        const first = adjacency.first[node] as number;
        const end = adjacency.last[node] as number;
        countDbHits(end - first);
        if (allows === undefined) store.relationships(adjacency.relationships, first, end);
        else {
          for (const relationship of adjacency.relationships.subarray(first, end)) {
            if (allows(relationship)) store.relationship(relationship);
          }
        }
      }
      store.close(last);
      store.setBefore(searched, last);
      store.keep();
    },
    reaching: (next) => (node) => {
      const before = row[slot] as Evidence;
      const { end } = store;
      row[slot] = store.reached(before, start, node, maximum, searched);
      const goesOn = next();
      row[slot] = before;
      store.release(end);
      return goesOn;
    },
  };
}
