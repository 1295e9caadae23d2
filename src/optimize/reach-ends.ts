import type { LogicalPlan } from "../plan/logical-plan.ts";
import type { Purpose } from "./purpose.ts";

/**
 * Where only the nodes that walks lead to are asked for, and each once, no walk is taken twice to a node. Walks with
 * a least length above one, and undirected ones back to where they began, may have to be longer than the shortest.
 */
export function reachEnds(plan: LogicalPlan, { needed, repeats }: Purpose): LogicalPlan {
  if (plan.kind !== "LogicalVariableExpand" || repeats || plan.into || plan.bound) return plan;
  const { input, from, relationship, to, distinctFrom, conditions = [] } = plan;
  const { length, direction, properties, variable } = relationship;
  if (needed.has(variable) || distinctFrom.length + properties.length + conditions.length > 0) return plan;
  if (length === undefined || length.minimum > 1 || direction === "both") return plan;
  return { kind: "LogicalReach", input, from, relationship, to };
}
