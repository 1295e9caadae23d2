import type { LogicalVariableExpand } from "../../plan/logical-plan.ts";
import { conditionOf } from "../../semantics/search-conditions.ts";
import { containsPattern, variablesRead } from "../../semantics/visit-expression.ts";
import type { QueryGraph, Step } from "../query-graph.ts";

/**
 * Tests `all(r IN rs WHERE ...)` and `none(...)` on each relationship before a walk follows it, instead of on complete
 * walks.
 */
export function pruneWalks(pattern: QueryGraph): QueryGraph {
  const left = new Set(pattern.predicates);
  const steps = pattern.steps.map((step): Step => {
    if (step.kind !== "LogicalVariableExpand" || step.bound) return step;
    const conditions = [...left].flatMap((predicate) => {
      const condition = walkCondition(predicate, step, pattern);
      if (condition !== undefined) left.delete(predicate);
      return condition ?? [];
    });
    return conditions.length === 0 ? step : { ...step, conditions };
  });
  return { ...pattern, steps, predicates: [...left] };
}

/** Undefined if the predicate is not a condition on each relationship, or reads other variables of the row. */
function walkCondition(
  predicate: QueryGraph["predicates"][number],
  step: LogicalVariableExpand,
  { paths }: QueryGraph,
) {
  const { relationship, to: node } = step;
  if (containsPattern(predicate)) return undefined;
  const path = paths.find(
    ({ part }) => part.steps.length === 1 && part.steps[0]?.relationship === relationship,
  )?.path;
  const condition = conditionOf(predicate, { path, steps: [{ relationship, node }] });
  if (condition?.variable.type !== "relationship") return undefined;
  const reads = [...variablesRead(condition.predicate)];
  return reads.every((read) => read === condition.variable) ? condition : undefined;
}
