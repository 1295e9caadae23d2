import type { LogicalProject } from "../../plan/logical-plan.ts";
import { compileSlot } from "../compile-slot.ts";
import type { Execution, Next } from "../execution.ts";

export function project({ items }: LogicalProject, execution: Execution, next: Next): Next {
  const { row } = execution;
  const computed = items.map(({ variable, expression }) => ({
    slot: variable.slot,
    compute: compileSlot(expression, execution),
  }));
  return () => {
    for (const { slot, compute } of computed) row[slot] = compute();
    return next();
  };
}
