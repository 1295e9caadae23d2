import type { LogicalFilter } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { compilePredicate } from "../expressions/compile-predicate.ts";

/** A predicate that is null lets no row through. */
export function filter({ predicate }: LogicalFilter, execution: Execution, next: Next): Next {
  const test = compilePredicate(predicate, execution);
  return () => (test() ? next() : true);
}
