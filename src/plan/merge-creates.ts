import type { BoundClause, BoundCreate, BoundExpression, BoundVariable } from "../semantics/bound-tree.ts";
import { containsPattern, introducedBy, variablesRead } from "../semantics/visit-expression.ts";

/**
 * The clauses of a query, with those CREATEs made one that it begins with: a graph that is written out as a query has
 * thousands of them. There is one row then, so that the order in which things are created stays the same.
 *
 * A clause that looks at what an earlier one has made is left as it is.
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
    if (run.length > 0 && looksAt(clause, made)) endRun();
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

/** To connect what has been made is not to look at it. */
function looksAt({ nodes, relationships }: BoundCreate, made: ReadonlySet<BoundVariable>): boolean {
  const reads = (expression: BoundExpression) =>
    containsPattern(expression) || [...variablesRead(expression)].some((variable) => made.has(variable));
  return [...nodes, ...relationships].some(({ properties }) => properties !== undefined && reads(properties));
}
