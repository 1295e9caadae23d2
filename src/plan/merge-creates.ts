import type { BoundClause, BoundCreate, BoundExpression, BoundVariable } from "../semantics/bound-tree.ts";
import { containsPattern, introducedBy, variablesRead } from "../semantics/visit-expression.ts";

/**
 * The clauses of a query, with its leading CREATE clauses merged into one: a graph exported as a query has thousands of
 * them. At that point there is only one row, so the order of creation stays the same.
 *
 * A clause that reads entities created by an earlier one starts a new CREATE.
 */
export function mergeCreates(clauses: readonly BoundClause[]): readonly BoundClause[] {
  const merged: BoundClause[] = [];
  let run: BoundCreate[] = [];
  const made = new Set<BoundVariable>();
  const endRun = () => {
    if (run.length > 0) merged.push(oneCreate(run));
    run = [];
    made.clear();
  };
  for (const [at, clause] of clauses.entries()) {
    if (clause.kind !== "BoundCreate") {
      endRun();
      return [...merged, ...clauses.slice(at)];
    }
    if (run.length > 0 && readsAny(clause, made)) endRun();
    run.push(clause);
    for (const variable of introducedBy(clause)) made.add(variable);
  }
  endRun();
  return merged;
}

function oneCreate(run: readonly BoundCreate[]): BoundCreate {
  const [first] = run as [BoundCreate];
  if (run.length === 1) return first;
  return {
    kind: "BoundCreate",
    nodes: run.flatMap(({ nodes }) => nodes),
    relationships: run.flatMap(({ relationships }) => relationships),
    paths: run.flatMap(({ paths }) => paths),
    span: first.span,
  };
}

/** Connecting created nodes does not count as reading them. */
function readsAny({ nodes, relationships }: BoundCreate, made: ReadonlySet<BoundVariable>): boolean {
  const reads = (expression: BoundExpression) =>
    containsPattern(expression) || [...variablesRead(expression)].some((variable) => made.has(variable));
  return [...nodes, ...relationships].some(({ properties }) => properties !== undefined && reads(properties));
}
