import type { LogicalNodeHashSeek } from "../../plan/logical-plan.ts";
import { type GroupKey, groupKey } from "../../values/group-key.ts";
import type { Execution, Next } from "../execution.ts";
import { compileReleased } from "../expressions/compile-measured.ts";

/** Builds a hash table for the first row, and again each time the plan starts. Nulls are not in the table. */
export function nodeHashSeek(plan: LogicalNodeHashSeek, execution: Execution, next: Next): Next {
  const { row, budget } = execution;
  const { memory } = budget;
  const { slot } = plan.variable;
  const keyOf = compileReleased(plan.key, execution);
  const evaluate = compileReleased(plan.value, execution);
  const countDbHits = budget.dbHitCounter(plan);
  let table: Map<GroupKey, number[]> | undefined;
  execution.onReset(() => {
    table = undefined;
  });
  const makeTable = (): Map<GroupKey, number[]> => {
    const made = new Map<GroupKey, number[]>();
    const nodes = execution.index.nodesWithLabel(plan.label);
    countDbHits(nodes.length);
    for (const node of nodes) {
      row[slot] = node;
      const value = keyOf();
      if (value === null) continue;
      const mark = memory.made;
      const key = groupKey(value, budget);
      budget.keep(1, memory.made - mark);
      const known = made.get(key);
      if (known === undefined) made.set(key, [node]);
      else known.push(node);
    }
    return made;
  };
  return () => {
    const value = evaluate();
    if (value === null) return true;
    table ??= makeTable();
    const mark = memory.made;
    const nodes = table.get(groupKey(value, budget)) ?? [];
    memory.made = mark;
    countDbHits(nodes.length);
    for (const node of nodes) {
      row[slot] = node;
      if (!next()) return false;
    }
    return true;
  };
}
