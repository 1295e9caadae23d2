import type { LogicalFilter } from "../../plan/logical-plan.ts";
import type { Execution, Next } from "../execution.ts";
import { compilePredicate } from "../expressions/compile-predicate.ts";

/** A row passes only if the predicate is true, not if it is null. */
export function filter({ predicate }: LogicalFilter, execution: Execution, next: Next): Next {
  const test = compilePredicate(predicate, execution);
  return () => (test() ? next() : true);
}
