import type { Blocking, Execution, Next, Slot } from "../execution.ts";

/** Rows that a buffer holds before it emits them, although the operators below have not finished. */
const MOST_ROWS = 1000;
/** The number of nested buffers that may do so; further ones hold all their rows. */
const MOST_INSIDE = 3;

/**
 * Holds the rows of the operators below it, so that the operators above run after these have finished. Without buffers,
 * a plan of thousands of operators would be thousands of nested calls.
 *
 * @param slots the slots read above it
 */
export function buffer(slots: readonly number[], execution: Execution, next: Next): Blocking {
  const { row, budget, evidence } = execution;
  let rows: Slot[][] = [];
  let goesOn = true;
  /** The most rows held at once in this run. */
  let most = 0;
  execution.onRun(() => {
    most = 0;
  });
  const emitAll = () => {
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
      // The last held row is the one with which the operators below continue.
      execution.buffersInside++;
      try {
        return emitAll();
      } finally {
        execution.buffersInside--;
      }
    },
    finish: emitAll,
  };
}
