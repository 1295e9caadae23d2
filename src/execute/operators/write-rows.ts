import type { BoundVariable } from "../../semantics/bound-tree.ts";
import type { Blocking, Execution, Next, Slot } from "../execution.ts";

/**
 * What clauses that write have in common: all rows are read before the first is written, so that what finds the rows
 * never meets what they write; expressions of the clause do, row by row (see {@link Execution.whileWriting}). The rows
 * go on when all are written.
 *
 * @param keeps the variables that are read when a row is written, that writing binds, or that are read later
 */
export function writeRows(
  keeps: readonly BoundVariable[],
  execution: Execution,
  next: Next,
  write: { readonly row: () => void; readonly end?: () => void },
): Blocking {
  const { row, budget } = execution;
  const slots = keeps.map(({ slot }) => slot);
  const save = () => slots.map((slot) => row[slot] as Slot);
  const restore = (saved: readonly Slot[]) => {
    for (const [at, slot] of slots.entries()) row[slot] = saved[at] as Slot;
  };
  let rows: Slot[][] = [];
  return {
    begin: () => {
      rows = [];
    },
    take: () => {
      budget.keep(slots.length, execution.takeHeld(slots));
      rows.push(save());
      return true;
    },
    finish: () => {
      execution.whileWriting(() => {
        for (const [at, saved] of rows.entries()) {
          budget.spend(1);
          restore(saved);
          const mark = budget.memory.made;
          write.row();
          // The graph holds what was made for it.
          budget.keep(0, budget.memory.made - mark);
          rows[at] = save();
        }
        write.end?.();
      });
      for (const saved of rows) {
        restore(saved);
        if (!next()) return false;
      }
      return true;
    },
  };
}
