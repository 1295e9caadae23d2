import type { LogicalPlan } from "../../plan/logical-plan.ts";
import { operatorExpressions } from "../../plan/plan-expressions.ts";
import { containsPattern, isRandom, variablesRead } from "../../semantics/visit-expression.ts";
import type { OutputRequirements } from "../output-requirements.ts";

/**
 * If only the distinct end nodes of walks are needed, each node is visited once. This requires a minimum length of at
 * most one, because walks with a larger one may have to be longer than the shortest; and the conditions on a walk must
 * be the same for every search.
 */
export function pruneExpand(plan: LogicalPlan, { needed, repeats }: OutputRequirements): LogicalPlan {
  if (plan.kind !== "LogicalVariableExpand" || repeats || plan.bound) return plan;
  const { input, from, relationship, to, into, distinctFrom, conditions = [] } = plan;
  const { length, properties, variable } = relationship;
  if (needed.has(variable) || distinctFrom.length > 0) return plan;
  if (length === undefined || length.minimum > 1) return plan;
  if (properties.some(({ value }) => variablesRead(value).size > 0)) return plan;
  if (operatorExpressions(plan).some((expression) => isRandom(expression) || containsPattern(expression)))
    return plan;
  return { kind: "LogicalPruningExpand", input, from, relationship, to, into, conditions };
}
