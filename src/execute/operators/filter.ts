import type { LogicalFilter } from "../../plan/logical-plan.ts";
import { compileExpression } from "../compile-expression.ts";
import { compileTruth } from "../compile-logical.ts";
import type { Execution, Next } from "../execution.ts";

/** A predicate that is null lets no row through. */
export function filter({ predicate }: LogicalFilter, execution: Execution, next: Next): Next {
  const test = compileTruth(predicate, (part) => compileExpression(part, execution));
  return () => (test() === true ? next() : true);
}
