import type { LogicalUnwind } from "../../plan/logical-plan.ts";
import { isList } from "../../values/type-name.ts";
import { compileExpression } from "../compile-expression.ts";
import type { Execution, Next } from "../execution.ts";

/** Null has no items; anything else that is no list is one item. */
export function unwind(plan: LogicalUnwind, execution: Execution, next: Next): Next {
  const { list, variable } = plan;
  const { row } = execution;
  const { slot } = variable;
  const evaluate = compileExpression(list, execution);
  const touch = execution.work.toucher(plan);
  return () => {
    const value = evaluate();
    if (value === null) return true;
    const items = isList(value) ? value : [value];
    touch(items.length);
    for (const item of items) {
      row[slot] = item;
      if (!next()) return false;
    }
    return true;
  };
}
