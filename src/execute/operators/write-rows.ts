import type { BoundVariable } from "../../semantics/bound-tree.ts";
import type { Blocking, Execution, Next, Slot } from "../execution.ts";

/**
 * The common part of all writing clauses. It reads all rows before it writes the first, so that the operators that find
 * the rows never see the changes. Expressions of the clause do see them, row by row (see
 * {@link Execution.whileWriting}). The rows are passed on after all are written.
 *
 * @param keeps the variables that are read when a row is written, bound by writing it, or read later
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
          // Values stored in the graph outlive the row.
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
