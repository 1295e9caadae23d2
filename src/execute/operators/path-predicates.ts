import type { BoundExpression, PathPredicate } from "../../semantics/bound-tree.ts";
import { containsPattern } from "../../semantics/visit-expression.ts";
import type { Execution, Slot } from "../execution.ts";
import { compilePredicate } from "../expressions/compile-predicate.ts";

/** Tests whether a node or relationship meets all conditions; undefined if there are none. */
export function pathPredicateTest(
  conditions: readonly PathPredicate[],
  execution: Execution,
): ((entity: number) => boolean) | undefined {
  const tests = conditions.map((condition) => singleTest(condition, execution));
  const [first, ...others] = tests;
  if (others.length === 0) return first && withoutEvidence(first, execution);
  return withoutEvidence((entity) => tests.every((test) => test(entity)), execution);
}

/**
 * Evaluates the conditions again for a node or relationship of the path found, so that the matches of patterns in the
 * conditions become evidence of the row. Undefined if there are no such patterns, or evidence is not recorded.
 */
export function pathPredicateEvidence(
  conditions: readonly PathPredicate[],
  execution: Execution,
): ((entity: number) => void) | undefined {
  const withPatterns = conditions.filter(({ predicate }) => containsPattern(predicate));
  if (execution.evidence === undefined || withPatterns.length === 0) return undefined;
  const tests = withPatterns.map((condition) => singleTest(condition, execution));
  return (entity) => {
    for (const test of tests) test(entity);
  };
}

function singleTest(
  { variable, predicate, truth }: PathPredicate,
  execution: Execution,
): (entity: number) => boolean {
  const { row } = execution;
  const wanted: BoundExpression = truth
    ? predicate
    : { kind: "Not", operand: predicate, span: predicate.span };
  const holds = compilePredicate(wanted, execution);
  return (entity) => {
    row[variable.slot] = entity;
    return holds();
  };
}

/** A search tests many entities that it does not use: matches of patterns in these tests are not evidence. */
function withoutEvidence(
  test: (entity: number) => boolean,
  { row, evidence }: Execution,
): (entity: number) => boolean {
  if (evidence === undefined) return test;
  const { slot } = evidence;
  return (entity) => {
    const before = row[slot] as Slot;
    const meets = test(entity);
    row[slot] = before;
    return meets;
  };
}
