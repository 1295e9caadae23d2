import type { LogicalUnwind } from "../../plan/logical-plan.ts";
import { isList } from "../../values/type-name.ts";
import type { Value } from "../../values/value.ts";
import type { Execution, Next } from "../execution.ts";
import { compileMeasured } from "../expressions/compile-measured.ts";
import { type Holding, heldBytes, NO_PARTS } from "../holding.ts";

/** Null has no items; any other value that is not a list is one item. */
export function unwind(plan: LogicalUnwind, execution: Execution, next: Next): Next {
  const { list, variable } = plan;
  const { row, holdings, budget } = execution;
  const { memory } = budget;
  const { slot } = variable;
  const { compute, holding } = compileMeasured(list, execution);
  const countDbHits = budget.dbHitCounter(plan);
  const emit = (items: readonly Value[], held: Holding | undefined): boolean => {
    countDbHits(items.length);
    for (const item of items) {
      budget.spend(1);
      row[slot] = item;
      if (held !== undefined) holdings[slot] = itemHolding(item, held);
      if (!next()) return false;
    }
    return true;
  };
  /** The memory that an item holds, which is part of the list's. */
  const itemHolding = (item: Value, within: Holding): Holding | undefined => {
    const bytes = memory.weigh(item, heldBytes(within));
    return bytes === 0 ? undefined : { bytes, parts: NO_PARTS, within };
  };
  return () => {
    const mark = memory.made;
    const value = compute();
    if (value === null) return true;
    const held = holding?.();
    holdings[slot] = undefined;
    const goesOn = emit(isList(value) ? value : [value], held);
    memory.made = mark;
    return goesOn;
  };
}
