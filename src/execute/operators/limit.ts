import type { LogicalLimit } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { rowCount } from "../row-count.ts";

export function limit({ count }: LogicalLimit, execution: Execution, next: Next): Next {
  let left = rowCount("LIMIT", count, execution);
  return () => {
    if (left === 0) return false;
    left--;
    return next() && left > 0;
  };
}
