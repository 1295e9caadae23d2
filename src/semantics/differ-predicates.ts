import { DIFFER } from "../functions/operators.ts";
import type { BoundExpression, BoundPatternPart } from "./bound-tree.ts";

/** Patterns with no more relationships are not divided. */
const SMALLEST_BLOCK = 64;

/**
 * How many relationships of a pattern, in the order of its text, are kept apart pair by pair, when steps are taken.
 * Those of different blocks are kept apart by {@link differPredicates}: for each pair of a path of thousands of steps
 * there would be millions.
 */
export function uniquenessBlock(parts: readonly BoundPatternPart[]): number {
  const count = parts.reduce((sum, { steps, search }) => sum + (search === undefined ? steps.length : 0), 0);
  return Math.max(SMALLEST_BLOCK, Math.ceil(Math.sqrt(count)));
}

/** For each block of a pattern's relationships but the first, that none of them is one of those before it. */
export function differPredicates(parts: readonly BoundPatternPart[]): BoundExpression[] {
  const span = { start: 0, end: 0 };
  const size = uniquenessBlock(parts);
  const references = parts
    .filter(({ search }) => search === undefined)
    .flatMap(({ steps }) => steps)
    .map(
      ({ relationship }): BoundExpression => ({
        kind: "VariableReference",
        variable: relationship.variable,
        span,
      }),
    );
  const predicates: BoundExpression[] = [];
  for (let start = size; start < references.length; start += size) {
    const list = (items: readonly BoundExpression[]): BoundExpression => ({ kind: "ListOf", items, span });
    predicates.push({
      kind: "Call",
      definition: DIFFER,
      arguments: [list(references.slice(start, start + size)), list(references.slice(0, start))],
      span,
    });
  }
  return predicates;
}
