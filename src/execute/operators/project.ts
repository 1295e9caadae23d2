import type { LogicalProject } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { compileMeasuredSlot } from "../expressions/compile-measured.ts";

export function project({ items }: LogicalProject, execution: Execution, next: Next): Next {
  const { row, holdings } = execution;
  const { memory } = execution.budget;
  const computed = items.map(({ variable, expression }) => ({
    slot: variable.slot,
    ...compileMeasuredSlot(expression, execution),
  }));
  if (computed.every(({ holding }) => holding === undefined)) {
    return () => {
      for (const { slot, compute } of computed) row[slot] = compute();
      return next();
    };
  }
  return () => {
    const mark = memory.made;
    for (const { slot, compute, holding } of computed) {
      row[slot] = compute();
      if (holding !== undefined) holdings[slot] = holding();
    }
    const goesOn = next();
    memory.made = mark;
    return goesOn;
  };
}
