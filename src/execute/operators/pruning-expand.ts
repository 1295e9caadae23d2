import type { LogicalPruningExpand } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader } from "../expressions/slot-values.ts";
import { Branches } from "./branches.ts";
import { CodeSet } from "./code-set.ts";
import { traversalRecorder } from "./record-traversal.ts";
import { traversalsReader } from "./traversals.ts";
import { walkTest } from "./walk-test.ts";

/**
 * The nodes that walks of a length in the range lead to, each once: breadth first, with the nodes that were met
 * marked. A shortest walk repeats no relationship, so that marking nodes finds just what walks without repeated
 * relationships find; the plan asks for it where the length begins at 0 or 1. Only back to the start a step in both
 * directions could go along the relationship that it came by: there a circle is looked for.
 *
 * Where the far node is bound already (`into`), the search ends as soon as it is met.
 */
export function pruningExpand(plan: LogicalPruningExpand, execution: Execution, next: Next): Next {
  const { row, index } = execution;
  const { minimum, maximum } = plan.relationship.length ?? { minimum: 1, maximum: 1 };
  const from = nodeReader(plan.from, execution);
  const into = plan.into ? nodeReader(plan.to, execution) : undefined;
  const ways = traversalsReader(plan.relationship, execution);
  const allows = walkTest(plan, execution);
  const countDbHits = execution.budget.dbHitCounter(plan);
  const nodeSlot = plan.to.slot;
  const met = new CodeSet();
  const branches = plan.relationship.direction === "both" && minimum > 0 ? new Branches() : undefined;
  const recorder = traversalRecorder(maximum, { ways, allows, countDbHits }, execution);
  const give: (node: number) => boolean = recorder === undefined ? next : recorder.giving(next);
  return () => {
    const start = from();
    const end = into?.();
    if (start === null || end === null) return true;
    met.begin(index.nodeCount);
    branches?.begin(start, index.nodeCount);
    recorder?.begin(start);
    let goesOn = true;
    /** False where the search is done. */
    const arrive = (node: number): boolean => {
      if (!goesOn || (end !== undefined && node !== end)) return true;
      if (end === undefined) row[nodeSlot] = node;
      goesOn = give(node);
      // What a row rests on is written down only when all has been searched.
      return recorder !== undefined || (goesOn && end === undefined);
    };
    if (minimum === 0 || branches !== undefined) met.add(start);
    if (minimum === 0 && !arrive(start)) return goesOn;
    let circles = branches;
    let frontier = [start];
    for (let length = 1; length <= maximum && frontier.length > 0; length++) {
      const reached: number[] = [];
      for (const node of frontier) {
        recorder?.goOnFrom(node);
        for (const { adjacency, skipsLoops } of ways()) {
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
            } else if (circles?.closesCircle(node, neighbour, maximum)) {
              circles = undefined;
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
