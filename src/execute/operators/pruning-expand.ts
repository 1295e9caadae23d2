import type { LogicalPruningExpand } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader } from "../expressions/slot-values.ts";
import { Branches } from "./branches.ts";
import { CodeSet } from "./code-set.ts";
import { traversalRecorder } from "./record-traversal.ts";
import { traversalsReader } from "./traversals.ts";
import { walkTest } from "./walk-test.ts";

/**
 * Finds each node at the end of a walk whose length is in the range, once, by breadth-first search with marked nodes. A
 * shortest walk repeats no relationship, so marking nodes finds the same nodes as walks without repeated relationships.
 * The plan uses this operator only if the minimum length is 0 or 1. The exception is the start itself: an undirected
 * step back to it may reuse the relationship by which the search left, so the search looks for a cycle instead.
 *
 * If the far node is already bound (`into`), the search ends as soon as it is reached.
 */
export function pruningExpand(plan: LogicalPruningExpand, execution: Execution, next: Next): Next {
  const { row, index } = execution;
  const { minimum, maximum } = plan.relationship.length ?? { minimum: 1, maximum: 1 };
  const from = nodeReader(plan.from, execution);
  const into = plan.into ? nodeReader(plan.to, execution) : undefined;
  const traversals = traversalsReader(plan.relationship, execution);
  const allows = walkTest(plan, execution);
  const countDbHits = execution.budget.dbHitCounter(plan);
  const nodeSlot = plan.to.slot;
  const met = new CodeSet();
  const branches = plan.relationship.direction === "both" && minimum > 0 ? new Branches() : undefined;
  const recorder = traversalRecorder(maximum, { traversals, allows, countDbHits }, execution);
  const emit: (node: number) => boolean = recorder === undefined ? next : recorder.reaching(next);
  return () => {
    const start = from();
    const end = into?.();
    if (start === null || end === null) return true;
    met.begin(index.nodeCount);
    branches?.begin(start, index.nodeCount);
    recorder?.begin(start);
    let goesOn = true;
    /** Returns false if the search is done. */
    const arrive = (node: number): boolean => {
      if (!goesOn || (end !== undefined && node !== end)) return true;
      if (end === undefined) row[nodeSlot] = node;
      goesOn = emit(node);
      // The evidence of a row is complete only after the whole search.
      return recorder !== undefined || (goesOn && end === undefined);
    };
    if (minimum === 0 || branches !== undefined) met.add(start);
    if (minimum === 0 && !arrive(start)) return goesOn;
    let cycles = branches;
    let frontier = [start];
    for (let length = 1; length <= maximum && frontier.length > 0; length++) {
      const reached: number[] = [];
      for (const node of frontier) {
        recorder?.expand(node);
        for (const { adjacency, skipsLoops } of traversals()) {
          const { neighbours, relationships } = adjacency;
          const last = adjacency.last[node] as number;
          let at = adjacency.first[node] as number;
          countDbHits(last - at);
          for (; at < last; at++) {
            const neighbour = neighbours[at] as number;
            if (skipsLoops && neighbour === node) continue;
            if (allows !== undefined && !allows(relationships[at] as number)) continue;
            if (met.add(neighbour)) {
              branches?.reach(neighbour, node, length);
              if (length < maximum) reached.push(neighbour);
              if (!arrive(neighbour)) return goesOn;
            } else if (cycles?.closesCycle(node, neighbour, maximum)) {
              cycles = undefined;
              if (!arrive(start)) return goesOn;
            }
          }
        }
      }
      frontier = reached;
    }
    return goesOn;
  };
}
