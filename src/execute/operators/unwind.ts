import type { LogicalUnwind } from "../../plan/logical-plan.ts";
import { isList } from "../../values/type-name.ts";
import { compileExpression } from "../compile-expression.ts";
import type { Execution, Next } from "../execution.ts";

/** Null has no items; anything else that is no list is one item. */
export function unwind({ list, variable }: LogicalUnwind, execution: Execution, next: Next): Next {
  const { row } = execution;
  const { slot } = variable;
  const evaluate = compileExpression(list, execution);
  return () => {
    const value = evaluate();
    if (value === null) return true;
    for (const item of isList(value) ? value : [value]) {
      row[slot] = item;
      if (!next()) return false;
    }
    return true;
  };
}
