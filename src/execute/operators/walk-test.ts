import type { LogicalVariableExpand } from "../../plan/logical-plan.ts";
import { equals } from "../../values/equality.ts";
import type { Execution } from "../execution.ts";
import { compileReleased } from "../expressions/compile-measured.ts";
import { pathPredicateTest } from "./path-predicates.ts";

/** Tests whether a walk may use a relationship, by its properties and conditions; undefined if it always may. */
export function walkTest(
  { relationship: pattern, conditions = [] }: Pick<LogicalVariableExpand, "relationship" | "conditions">,
  execution: Execution,
): ((relationship: number) => boolean) | undefined {
  const { index } = execution;
  const properties = pattern.properties.map(({ key, value }) => ({
    key,
    value: compileReleased(value, execution),
  }));
  const meetsConditions = pathPredicateTest(conditions, execution);
  if (properties.length === 0) return meetsConditions;
  return (relationship) =>
    (meetsConditions === undefined || meetsConditions(relationship)) &&
    properties.every(
      ({ key, value }) =>
        equals(index.relationshipProperty(relationship, key), value(), execution.budget) === true,
    );
}
