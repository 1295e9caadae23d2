import type { LogicalDistinct } from "../../plan/logical-plan.ts";
import { type GroupKey, groupKeyOf } from "../../values/group-key.ts";
import { compileKey } from "../compile-slot.ts";
import type { Execution, Next } from "../execution.ts";

export function distinct({ variables }: LogicalDistinct, execution: Execution, next: Next): Next {
  const span = { start: 0, end: 0 };
  const keys = variables.map((variable) =>
    compileKey({ kind: "VariableReference", variable, span }, execution),
  );
  const seen = new Set<GroupKey>();
  execution.onBegin(() => seen.clear());
  return () => {
    const key = groupKeyOf(keys.map((read) => read()));
    if (seen.has(key)) return true;
    seen.add(key);
    execution.work.keep(keys.length);
    return next();
  };
}
