import type { LogicalPlan } from "../../plan/logical-plan.ts";
import { operatorExpressions } from "../../plan/plan-expressions.ts";
import { containsPattern, isRandom, variablesRead } from "../../semantics/visit-expression.ts";
import type { OutputRequirements } from "../output-requirements.ts";

/**
 * Where only the nodes that walks lead to are asked for, and each once, no walk is taken twice to a node. Walks with
 * a least length above one may have to be longer than the shortest, and what a walk may go along must be the same
 * for every search.
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
