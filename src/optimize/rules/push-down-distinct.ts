import type { LogicalPlan } from "../../plan/logical-plan.ts";
import { neededOfInput } from "../../plan/variables-needed.ts";
import type { BoundVariable } from "../../semantics/bound-tree.ts";
import type { OutputRequirements } from "../output-requirements.ts";
import { queryGraph } from "../query-graph.ts";

/**
 * If duplicates do not matter in the result, rows that are equal in all variables still to be read are merged before a
 * step.
 */
export function pushDownDistinct(
  plan: LogicalPlan,
  { needed, repeats, needsFirstRow }: OutputRequirements,
): LogicalPlan {
  if (repeats || needsFirstRow || (plan.kind !== "LogicalExpand" && plan.kind !== "LogicalVariableExpand"))
    return plan;
  const read = neededOfInput(plan, needed);
  const { introduces, input } = queryGraph(plan.input);
  const variables = [...introduces].filter((variable) => read.has(variable));
  if (plan.into || input.kind !== "LogicalArgument" || !repeatsRows(plan.input, read)) return plan;
  // Entities are compared as numbers, which is cheap; comparing other values would cost more than it saves.
  if (!variables.every(isEntity)) return plan;
  return { ...plan, input: { kind: "LogicalDistinct", input: plan.input, variables } };
}

function isEntity({ type }: BoundVariable): boolean {
  return type === "node" || type === "relationship";
}

/** Whether the last step binds a relationship that is not read: then several rows may lead to the same node. */
function repeatsRows(plan: LogicalPlan, read: ReadonlySet<BoundVariable>): boolean {
  let step = plan;
  while (step.kind === "LogicalFilter") step = step.input;
  return step.kind === "LogicalExpand" && !read.has(step.relationship.variable);
}
