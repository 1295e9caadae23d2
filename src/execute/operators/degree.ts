import type { LogicalDegree } from "../../plan/logical-plan.ts";
import type { BoundVariable } from "../../semantics/bound-tree.ts";
import type { Adjacency } from "../../storage/adjacency.ts";
import type { Execution, Next } from "../execution.ts";
import { nodeReader } from "../expressions/slot-values.ts";
import { firstNotBelow, searchLength } from "./sorted-search.ts";
import { traversalsReader } from "./traversals.ts";

/** Counts the relationships that an expand would follow, instead of following them. */
export function degree(plan: LogicalDegree, execution: Execution, next: Next): Next {
  const { row } = execution;
  const from = nodeReader(plan.from, execution);
  const traversals = traversalsReader(plan.relationship, execution);
  const countDbHits = execution.budget.dbHitCounter(plan);
  const weightSlot = plan.weight.slot;
  const { multiplies } = plan;
  const repeats = repeatCounter(plan, execution);
  return () => {
    const start = from();
    if (start === null) return true;
    let count = 0;
    for (const { adjacency, skipsLoops } of traversals()) {
      countDbHits(1);
      count += (adjacency.last[start] as number) - (adjacency.first[start] as number);
      if (skipsLoops) count -= loopsOf(adjacency, start, countDbHits);
    }
    if (repeats !== undefined) count -= repeats(start);
    if (count === 0) return true;
    row[weightSlot] = multiplies ? (row[weightSlot] as number) * count : count;
    return next();
  };
}

function loopsOf(adjacency: Adjacency, node: number, countDbHits: (count: number) => void): number {
  const last = adjacency.last[node] as number;
  const first = adjacency.first[node] as number;
  countDbHits(searchLength(last - first));
  const at = firstNotBelow(adjacency.neighbours, first, last, node);
  return firstNotBelow(adjacency.neighbours, at, last, node + 1) - at;
}

/** Counts the relationships of the row that are among those counted: they must not be traversed again. */
function repeatCounter(
  { distinctFrom, relationship }: LogicalDegree,
  { row, index }: Execution,
): ((node: number) => number) | undefined {
  if (distinctFrom.length === 0) return undefined;
  const { types, direction } = relationship;
  const slots = distinctFrom.map(({ slot }: BoundVariable) => slot);
  return (node) => {
    let count = 0;
    for (const slot of slots) {
      const taken = row[slot] as number;
      const leaves = direction !== "incoming" && index.starts[taken] === node;
      const arrives = direction !== "outgoing" && index.ends[taken] === node;
      if (!leaves && !arrives) continue;
      if (types.length === 0 || types.includes(index.relationshipType(taken))) count++;
    }
    return count;
  };
}
