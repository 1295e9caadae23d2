import type { Blocking, Execution, Next, Slot } from "../execution.ts";

/** How many rows it holds before it hands them on while the operators below are still at work. */
const MOST_ROWS = 1000;
/** How many buffers may do so inside one another; beyond it they hold all their rows. */
const MOST_INSIDE = 3;

/**
 * Holds the rows of the operators below it, so that those above it run when these have ended: a plan of thousands
 * of operators would otherwise be as many calls inside one another.
 *
 * @param slots what is read above it
 */
export function buffer(slots: readonly number[], execution: Execution, next: Next): Blocking {
  const { row, budget, evidence } = execution;
  let rows: Slot[][] = [];
  let goesOn = true;
  /** How many it has held at once in this run. */
  let most = 0;
  execution.onRun(() => {
    most = 0;
  });
  const handOn = () => {
    const held = rows;
    rows = [];
    for (const saved of held) {
      for (let at = 0; at < slots.length; at++) row[slots[at] as number] = saved[at] as Slot;
      goesOn = next();
      if (!goesOn) break;
    }
    return goesOn;
  };
  return {
    begin: () => {
      rows = [];
      goesOn = true;
    },
    take: () => {
      if (!goesOn) return false;
      if (rows.length >= most) {
        most = rows.length + 1;
        budget.keep(slots.length);
      }
      evidence?.keep();
      rows.push(slots.map((slot) => row[slot] as Slot));
      if (rows.length < MOST_ROWS || execution.buffersInside >= MOST_INSIDE) return true;
      // The last of them is the row that the operators below go on with.
      execution.buffersInside++;
      try {
        return handOn();
      } finally {
        execution.buffersInside--;
      }
    },
    finish: handOn,
  };
}
