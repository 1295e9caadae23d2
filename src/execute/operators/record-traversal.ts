import { type Evidence, NO_EVIDENCE } from "../evidence/evidence-store.ts";
import type { Execution, Next } from "../execution.ts";
import { CodeSet } from "./code-set.ts";
import type { Traversal } from "./traversals.ts";

/** Writes down what the nodes that a search has reached rest on. */
export interface TraversalRecorder {
  /** A search begins. */
  readonly begin: (start: number) => void;
  /** The search goes on from a node, along all its relationships. */
  readonly goOnFrom: (node: number) => void;
  /** What follows asks for the row with a node reached. */
  readonly giving: (next: Next) => (node: number) => boolean;
}

/** What a search goes along. */
export interface Searching {
  readonly ways: () => readonly Traversal[];
  /** Undefined where it may go along every relationship. */
  readonly allows: ((relationship: number) => boolean) | undefined;
  readonly countDbHits: (count: number) => void;
}

/**
 * A search takes no walk twice to a node, and a node rests on all of them. So that they can be told later, the
 * relationships of each node that a search goes on from are written down, once for all searches of the run; a row
 * holds only where its search began and ended. Nothing where nobody wants to know.
 */
export function traversalRecorder(
  maximum: number,
  { ways, allows, countDbHits }: Searching,
  execution: Execution,
): TraversalRecorder | undefined {
  const { row, index, evidence: store } = execution;
  if (store === undefined) return undefined;
  const { slot } = store;
  const written = new CodeSet();
  /** Leads to the last of the records of nodes, and so to all. */
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
    goOnFrom: (node) => {
      if (!written.add(node)) return;
      last = store.open(last);
      store.node(node);
      for (const { adjacency } of ways()) {
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
      store.goOnTo(searched, last);
      store.keep();
    },
    giving: (next) => (node) => {
      const before = row[slot] as Evidence;
      const { end } = store;
      row[slot] = store.reached(before, start, node, maximum, searched);
      const goesOn = next();
      row[slot] = before;
      store.releaseFrontier(end);
      return goesOn;
    },
  };
}
