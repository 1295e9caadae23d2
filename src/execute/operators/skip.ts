import type { LogicalSkip } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { rowCount } from "../expressions/row-count.ts";

export function skip({ count }: LogicalSkip, execution: Execution, next: Next): Next {
  const unwanted = rowCount("SKIP", count, execution);
  let left = 0;
  execution.onReset(() => {
    left = unwanted();
  });
  return () => {
    if (left === 0) return next();
    left--;
    return true;
  };
}
