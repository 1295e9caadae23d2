import type { LogicalRelationshipScan } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { expand } from "./expand.ts";
import { relationshipSeek } from "./relationship-seek.ts";
import { traversalsReader } from "./traversals.ts";
import { uniquenessTest } from "./uniqueness.ts";

export function relationshipScan(plan: LogicalRelationshipScan, execution: Execution, next: Next): Next {
  switch (plan.access.kind) {
    case "all":
      return scanAll(plan, execution, next);
    case "known":
      return scanKnown(plan, execution, next);
    default:
      return relationshipSeek(plan, plan.access, execution, next);
  }
}

/**
 * Scans the adjacency lists node by node: memory is read in order, and rows are sorted by the node in whose list the
 * relationship is, then by its neighbour.
 */
function scanAll(plan: LogicalRelationshipScan, execution: Execution, next: Next): Next {
  const { row } = execution;
  const { from, to, relationship } = plan;
  const traversals = traversalsReader(relationship, execution);
  const isFresh = uniquenessTest(plan.distinctFrom, execution);
  const countDbHits = execution.budget.dbHitCounter(plan);
  const fromSlot = from.slot;
  const toSlot = to.slot;
  const relationshipSlot = relationship.variable.slot;
  return () => {
    const { nodeCount } = execution.index;
    for (const { adjacency, skipsLoops } of traversals()) {
      const { first, last, neighbours, relationships } = adjacency;
      for (let node = 0; node < nodeCount; node++) {
        const end = last[node] as number;
        let at = first[node] as number;
        if (at === end) continue;
        countDbHits(end - at);
        for (; at < end; at++) {
          const neighbour = neighbours[at] as number;
          const found = relationships[at] as number;
          if (skipsLoops && neighbour === node) continue;
          if (isFresh !== undefined && !isFresh(found)) continue;
          row[fromSlot] = node;
          row[toSlot] = neighbour;
          row[relationshipSlot] = found;
          if (!next()) return false;
        }
      }
    }
    return true;
  };
}

/** Binds the ends of a relationship in the row: emits the rows that an expand from each end would find. */
function scanKnown(plan: LogicalRelationshipScan, execution: Execution, next: Next): Next {
  const { row } = execution;
  const { from, relationship } = plan;
  const relationshipSlot = relationship.variable.slot;
  const along = expand(
    { ...plan, kind: "LogicalExpand", into: false, bound: true, reversed: false },
    execution,
    next,
  );
  return () => {
    const known = row[relationshipSlot] as number | null;
    if (known === null) return true;
    const start = execution.index.starts[known] as number;
    const end = execution.index.ends[known] as number;
    row[from.slot] = start;
    if (!along()) return false;
    if (start === end) return true;
    row[from.slot] = end;
    return along();
  };
}
