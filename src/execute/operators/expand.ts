import type { LogicalExpand } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader, relationshipsReader } from "../expressions/slot-values.ts";
import { firstNotBelow, searchLength } from "./sorted-search.ts";
import { traversalsReader } from "./traversals.ts";
import { uniquenessTest } from "./uniqueness.ts";

export function expand(plan: LogicalExpand, execution: Execution, next: Next): Next {
  if (plan.bound) return expandBound(plan, execution, next);
  return plan.into ? expandInto(plan, execution, next) : expandAll(plan, execution, next);
}

function expandAll(plan: LogicalExpand, execution: Execution, next: Next): Next {
  const { row } = execution;
  const from = nodeReader(plan.from, execution);
  const isFresh = uniquenessTest(plan.distinctFrom, execution);
  const relationshipSlot = plan.relationship.variable.slot;
  const nodeSlot = plan.to.slot;
  const countDbHits = execution.budget.dbHitCounter(plan);
  const traversals = traversalsReader(plan.relationship, execution);
  return () => {
    const start = from();
    if (start === null) return true;
    for (const { adjacency, skipsLoops } of traversals()) {
      const { neighbours, relationships } = adjacency;
      const first = adjacency.first[start] as number;
      const last = adjacency.last[start] as number;
      countDbHits(last - first);
      for (let at = first; at < last; at++) {
        const neighbour = neighbours[at] as number;
        const relationship = relationships[at] as number;
        if (skipsLoops && neighbour === start) continue;
        if (isFresh !== undefined && !isFresh(relationship)) continue;
        row[relationshipSlot] = relationship;
        row[nodeSlot] = neighbour;
        if (!next()) return false;
      }
    }
    return true;
  };
}

/** The relationships between two nodes are adjacent in the list, and are found by binary search. */
function expandInto(plan: LogicalExpand, execution: Execution, next: Next): Next {
  const { row } = execution;
  const from = nodeReader(plan.from, execution);
  const into = nodeReader(plan.to, execution);
  const isFresh = uniquenessTest(plan.distinctFrom, execution);
  const relationshipSlot = plan.relationship.variable.slot;
  const countDbHits = execution.budget.dbHitCounter(plan);
  const traversals = traversalsReader(plan.relationship, execution);
  return () => {
    const start = from();
    if (start === null) return true;
    const end = into();
    if (end === null) return true;
    for (const { adjacency, skipsLoops } of traversals()) {
      if (skipsLoops && start === end) continue;
      const { neighbours, relationships } = adjacency;
      const first = adjacency.first[start] as number;
      const last = adjacency.last[start] as number;
      countDbHits(searchLength(last - first));
      let at = firstNotBelow(neighbours, first, last, end);
      for (; at < last && neighbours[at] === end; at++) {
        const relationship = relationships[at] as number;
        countDbHits(1);
        if (isFresh !== undefined && !isFresh(relationship)) continue;
        row[relationshipSlot] = relationship;
        if (!next()) return false;
      }
    }
    return true;
  };
}

/** The row already has the relationship: only checks that it fits. */
function expandBound(plan: LogicalExpand, execution: Execution, next: Next): Next {
  const { row } = execution;
  const from = nodeReader(plan.from, execution);
  const into = plan.into ? nodeReader(plan.to, execution) : undefined;
  const known = relationshipsReader(plan.relationship.variable, execution);
  const isFresh = uniquenessTest(plan.distinctFrom, execution);
  const { types, direction } = plan.relationship;
  const countDbHits = execution.budget.dbHitCounter(plan);
  return () => {
    const start = from();
    const end = into?.();
    const [relationship] = known() ?? [];
    if (start === null || end === null || relationship === undefined) return true;
    countDbHits(1);
    const { index } = execution;
    const far = farEnd(relationship, start, direction, execution);
    if (far === undefined || (end !== undefined && far !== end)) return true;
    if (index.isRelationshipDeleted(relationship)) return true;
    if (types.length > 0 && !types.includes(index.relationshipType(relationship))) return true;
    if (isFresh !== undefined && !isFresh(relationship)) return true;
    if (end === undefined) row[plan.to.slot] = far;
    return next();
  };
}

/** The node that a relationship leads to from `near`; undefined if it does not start there. */
function farEnd(
  relationship: number,
  near: number,
  direction: LogicalExpand["relationship"]["direction"],
  { index }: Execution,
): number | undefined {
  const { starts, ends } = index;
  if (direction !== "incoming" && starts[relationship] === near) return ends[relationship];
  if (direction !== "outgoing" && ends[relationship] === near) return starts[relationship];
  return undefined;
}
