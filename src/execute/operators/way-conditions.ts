import type { BoundExpression, WayCondition } from "../../semantics/bound-tree.ts";
import { compilePredicate } from "../compile-predicate.ts";
import type { Execution } from "../execution.ts";

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
  if (others.length === 0) return first;
  return (entity) => tests.every((test) => test(entity));
}
