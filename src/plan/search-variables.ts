import type { BoundVariable } from "../semantics/bound-tree.ts";
import { pathPredicates, variablesRead } from "../semantics/visit-expression.ts";
import type { LogicalShortestPath } from "./logical-plan.ts";

/** The variables that the search for a shortest path reads. */
export function searchVariables({ from, to, search }: LogicalShortestPath): ReadonlySet<BoundVariable> {
  const needed = new Set([from, to]);
  for (const { variable, predicate } of pathPredicates(search)) {
    for (const read of variablesRead(predicate)) if (read !== variable) needed.add(read);
  }
  return needed;
}
