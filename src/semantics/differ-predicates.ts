import { DIFFER } from "../functions/operators.ts";
import type { BoundExpression, BoundPatternPart } from "./bound-tree.ts";

/** Patterns with at most this number of relationships are not divided into blocks. */
const SMALLEST_BLOCK = 64;

/**
 * Block size, in relationships of a pattern in the order of the text. Within a block, each step checks that its
 * relationship differs from each of the others. {@link differPredicates} checks relationships of different blocks: a
 * path of thousands of steps would need millions of pairwise checks.
 */
export function uniquenessBlock(parts: readonly BoundPatternPart[]): number {
  const count = parts.reduce((sum, { steps, search }) => sum + (search === undefined ? steps.length : 0), 0);
  return Math.max(SMALLEST_BLOCK, Math.ceil(Math.sqrt(count)));
}

/** For each block of relationships after the first, a predicate that none of them is one of those before the block. */
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
