import type { BoundExpression, PathPredicate } from "../../semantics/bound-tree.ts";
import { containsPattern } from "../../semantics/visit-expression.ts";
import type { Execution, Slot } from "../execution.ts";
import { compilePredicate } from "../expressions/compile-predicate.ts";

/** Whether a node or relationship meets all of the conditions; undefined where there are none. */
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
 * Asks again of a node or relationship on the way that was taken, so that the row rests also on what the patterns in
 * the conditions find; undefined where there are none, or nobody wants to know.
 */
export function pathPredicateEvidence(
  conditions: readonly PathPredicate[],
  execution: Execution,
): ((entity: number) => void) | undefined {
  const asked = conditions.filter(({ predicate }) => containsPattern(predicate));
  if (execution.evidence === undefined || asked.length === 0) return undefined;
  const tests = asked.map((condition) => singleTest(condition, execution));
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

/** A search asks of much that it does not take: what patterns in the conditions find there is no evidence. */
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
