import type { LogicalLimit } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { rowCount } from "../expressions/row-count.ts";

export function limit({ count }: LogicalLimit, execution: Execution, next: Next): Next {
  const wanted = rowCount("LIMIT", count, execution);
  let left = 0;
  execution.onReset(() => {
    left = wanted();
  });
  return () => {
    if (left === 0) return false;
    left--;
    return next() && left > 0;
  };
}
