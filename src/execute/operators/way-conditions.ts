import type { BoundExpression, WayCondition } from "../../semantics/bound-tree.ts";
import { compilePredicate } from "../compile-predicate.ts";
import type { Execution, Slot } from "../execution.ts";

/** Whether a node or relationship meets all of the conditions; undefined where there are none. */
export function conditionTest(
  conditions: readonly WayCondition[],
  execution: Execution,
): ((entity: number) => boolean) | undefined {
  const { row } = execution;
  const tests = conditions.map(({ variable, predicate, truth }) => {
    const wanted: BoundExpression = truth
      ? predicate
      : { kind: "Not", operand: predicate, span: predicate.span };
    const holds = compilePredicate(wanted, execution);
    return (entity: number): boolean => {
      row[variable.slot] = entity;
      return holds();
    };
  });
  const [first, ...others] = tests;
  if (others.length === 0) return first && withoutEvidence(first, execution);
  return withoutEvidence((entity) => tests.every((test) => test(entity)), execution);
}

/** A search asks of much that it does not take: what patterns in the conditions find is no evidence. */
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
