import type { LogicalSort } from "../../plan/logical-plan.ts";
import type { BoundExpression } from "../../semantics/bound-tree.ts";
import { compareOrder } from "../../values/ordering.ts";
import type { Value } from "../../values/value.ts";
import type { Blocking, Execution, Next, Slot } from "../execution.ts";
import { compileMeasured } from "../expressions/compile-measured.ts";
import { rowCount } from "../expressions/row-count.ts";
import { takeBytes } from "../holding.ts";

interface SortedRow {
  readonly keys: readonly Value[];
  readonly slots: readonly Slot[];
  /** Bytes that the query allocated for it. */
  readonly bytes: number;
}

/** Stable sort. If only the first n rows are needed, it holds at most about 2n rows. */
export function sort(
  { items, keeps, top, presorted }: LogicalSort,
  execution: Execution,
  next: Next,
): Blocking {
  const { row, budget } = execution;
  const { memory } = budget;
  const weighedKeys = items.map(({ expression }) => compileMeasured(expression, execution));
  const keys = weighedKeys.map(({ compute }) => compute);
  const descending = items.map((item) => item.descending);
  const slots = keeps.map(({ slot }) => slot);
  const width = keys.length + slots.length;
  const topCount = top && sumOfCounts(top, execution);
  let wanted = Number.POSITIVE_INFINITY;
  let rows: SortedRow[] = [];
  /** The number of leading rows that are sorted, and come before any dropped row. */
  let sortedUpTo = 0;

  const compareKeys = (at: number, left: Value, right: Value): number => {
    const difference = compareOrder(left, right, budget);
    return descending[at] ? -difference : difference;
  };
  const compareRows = (left: SortedRow, right: SortedRow): number => {
    budget.spend(1);
    for (let at = 0; at < keys.length; at++) {
      const difference = compareKeys(at, left.keys[at] as Value, right.keys[at] as Value);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  /** Bytes that the query allocated for the last computed keys and for the row. */
  const keptBytes = (): number => {
    let bytes = execution.takeHeld(slots);
    for (const { holding } of weighedKeys) {
      const held = holding?.();
      if (held !== undefined) bytes += takeBytes(held);
    }
    return bytes;
  };
  /** Whether the current row comes after `last`; computes only as many keys as needed. */
  const isBehind = (last: SortedRow): boolean => {
    for (let at = 0; at < keys.length; at++) {
      const difference = compareKeys(at, last.keys[at] as Value, (keys[at] as () => Value)());
      if (difference !== 0) return difference < 0;
    }
    return true;
  };
  const take = (): boolean => {
    if (rows.length >= wanted) {
      const last = rows[wanted - 1];
      if (last === undefined) return false;
      // If rows arrive sorted by the first key, a greater key means that no better row follows.
      if (presorted && compareKeys(0, last.keys[0] as Value, (keys[0] as () => Value)()) < 0) return false;
      // The first `wanted` rows are the best so far: a row that does not come before the last of them is dropped.
      if (sortedUpTo >= wanted && isBehind(last)) return true;
    }
    const ownKeys = keys.map((key) => key());
    const bytes = keptBytes();
    budget.keep(width, bytes);
    rows.push({ keys: ownKeys, slots: slots.map((slot) => row[slot] as Slot), bytes });
    if (rows.length > 2 * wanted + 100) {
      rows.sort(compareRows);
      for (const { bytes } of rows.splice(wanted)) memory.letGo(width, bytes);
      sortedUpTo = wanted;
    }
    return true;
  };
  return {
    begin: () => {
      rows = [];
      sortedUpTo = 0;
      wanted = topCount?.() ?? Number.POSITIVE_INFINITY;
    },
    take: () => {
      const mark = memory.made;
      const goesOn = take();
      memory.made = mark;
      return goesOn;
    },
    finish: () => {
      for (const sorted of rows.sort(compareRows).slice(0, wanted)) {
        budget.spend(1);
        for (const [at, slot] of slots.entries()) row[slot] = sorted.slots[at] as Slot;
        if (!next()) return false;
      }
      return true;
    },
  };
}

/** The sum of the counts of SKIP, if any, and LIMIT. */
function sumOfCounts(top: readonly BoundExpression[], execution: Execution): () => number {
  const counts = top.map((count, at) => rowCount(at < top.length - 1 ? "SKIP" : "LIMIT", count, execution));
  return () => counts.reduce((sum, count) => sum + count(), 0);
}
