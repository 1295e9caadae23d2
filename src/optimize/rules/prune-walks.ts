import type { LogicalVariableExpand } from "../../plan/logical-plan.ts";
import { conditionOf } from "../../semantics/search-conditions.ts";
import { containsPattern, variablesRead } from "../../semantics/visit-expression.ts";
import type { QueryGraph, Step } from "../query-graph.ts";

/**
 * `all(r IN rs WHERE ...)` and `none(...)` of the relationships of a walk are asked of each relationship before the
 * walk goes along it, and not of the walks when they are done.
 */
export function pruneWalks(stretch: QueryGraph): QueryGraph {
  const left = new Set(stretch.predicates);
  const steps = stretch.steps.map((step): Step => {
    if (step.kind !== "LogicalVariableExpand" || step.bound) return step;
    const conditions = [...left].flatMap((predicate) => {
      const condition = walkCondition(predicate, step, stretch);
      if (condition !== undefined) left.delete(predicate);
      return condition ?? [];
    });
    return conditions.length === 0 ? step : { ...step, conditions };
  });
  return { ...stretch, steps, predicates: [...left] };
}

/** Undefined where the predicate is no condition of each relationship, or reads anything else of the row. */
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
