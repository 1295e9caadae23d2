import type { LogicalReach } from "../../plan/logical-plan.ts";
import { CodeSet } from "../code-set.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader } from "../slot-values.ts";
import { waysReader } from "./neighbours.ts";
import { reachRecorder } from "./record-reach.ts";

/**
 * The nodes that walks of a length in the range lead to, each once: breadth first, with the nodes that were met
 * marked. A shortest walk repeats no relationship, so that marking nodes finds just what walks without repeated
 * relationships find; the plan asks for it where the length begins at 0 or 1 and the direction is one.
 */
export function reach(plan: LogicalReach, execution: Execution, next: Next): Next {
  const { row, index } = execution;
  const { minimum, maximum } = plan.relationship.length ?? { minimum: 1, maximum: 1 };
  const from = nodeReader(plan.from, execution);
  const ways = waysReader(plan.relationship, execution);
  const touch = execution.work.toucher(plan);
  const nodeSlot = plan.to.slot;
  const met = new CodeSet();
  const recorder = reachRecorder(maximum, ways, touch, execution);
  const give = recorder === undefined ? next : recorder.giving(nodeSlot, next);
  return () => {
    const start = from();
    if (start === null) return true;
    met.begin(index.nodeCount);
    recorder?.begin(start);
    let frontier = [start];
    if (minimum === 0) {
      met.add(start);
      row[nodeSlot] = start;
      if (!give()) return false;
    }
    for (let length = 1; length <= maximum && frontier.length > 0; length++) {
      const reached: number[] = [];
      for (const node of frontier) {
        recorder?.goOnFrom(node);
        for (const { adjacency } of ways()) {
          const { neighbours } = adjacency;
          const last = adjacency.last[node] as number;
          let at = adjacency.first[node] as number;
          touch(last - at);
          for (; at < last; at++) {
            const neighbour = neighbours[at] as number;
            if (!met.add(neighbour)) continue;
            if (length < maximum) reached.push(neighbour);
            row[nodeSlot] = neighbour;
            if (!give()) return false;
          }
        }
      }
      frontier = reached;
    }
    return true;
  };
}
