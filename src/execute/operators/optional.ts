import type { LogicalOptional } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";

export function optional(
  { optional: plan, introduces }: LogicalOptional,
  execution: Execution,
  next: Next,
): Next {
  const { row } = execution;
  const slots = introduces.map(({ slot }) => slot);
  let found = false;
  const match = execution.open(plan, () => {
    found = true;
    return next();
  });
  return () => {
    found = false;
    if (!match()) return false;
    // `next` may have run this operator again for another row, but by then it has found the matches of this row.
    if (found) return true;
    for (const slot of slots) row[slot] = null;
    return next();
  };
}
