import type { LogicalExpand } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader, relationshipsReader } from "../slot-values.ts";
import { waysOf } from "./neighbours.ts";
import { uniquenessTest } from "./uniqueness.ts";

export function expand(plan: LogicalExpand, execution: Execution, next: Next): Next {
  const { row } = execution;
  const from = nodeReader(plan.from, execution);
  const into = plan.into ? nodeReader(plan.to, execution) : undefined;
  const known = plan.bound ? relationshipsReader(plan.relationship.variable, execution) : undefined;
  const isFresh = uniquenessTest(plan.distinctFrom, execution);
  const relationshipSlot = plan.relationship.variable.slot;
  const nodeSlot = plan.to.slot;
  const touch = execution.work.toucher(plan);
  return () => {
    const start = from();
    if (start === null) return true;
    const end = into?.();
    if (end === null) return true;
    const only = known?.();
    if (only === null) return true;
    for (const { adjacency, skipsLoops } of waysOf(plan.relationship, execution)) {
      const { neighbours, relationships } = adjacency;
      const first = adjacency.first[start] as number;
      const last = adjacency.last[start] as number;
      touch(last - first);
      for (let at = first; at < last; at++) {
        const neighbour = neighbours[at] as number;
        const relationship = relationships[at] as number;
        if (end !== undefined && neighbour !== end) continue;
        if (skipsLoops && neighbour === start) continue;
        if (only !== undefined && only[0] !== relationship) continue;
        if (!isFresh(relationship)) continue;
        if (only === undefined) row[relationshipSlot] = relationship;
        if (end === undefined) row[nodeSlot] = neighbour;
        if (!next()) return false;
      }
    }
    return true;
  };
}
