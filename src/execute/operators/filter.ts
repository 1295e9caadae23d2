import type { LogicalFilter } from "../../plan/logical-plan.ts";
import { compilePredicate } from "../compile-predicate.ts";
import type { Execution, Next } from "../execution.ts";

/** A predicate that is null lets no row through. */
export function filter({ predicate }: LogicalFilter, execution: Execution, next: Next): Next {
  const test = compilePredicate(predicate, execution);
  return () => (test() ? next() : true);
}
