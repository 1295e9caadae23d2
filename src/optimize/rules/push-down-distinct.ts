import type { LogicalPlan } from "../../plan/logical-plan.ts";
import { neededOfInput } from "../../plan/variables-needed.ts";
import type { BoundVariable } from "../../semantics/bound-tree.ts";
import type { OutputRequirements } from "../output-requirements.ts";
import { queryGraph } from "../query-graph.ts";

/**
 * Where repeated rows do not matter in the end, they need not be multiplied: before a step, rows that agree in all
 * that is still to be read become one.
 */
export function pushDownDistinct(
  plan: LogicalPlan,
  { needed, repeats, restsOnFirst }: OutputRequirements,
): LogicalPlan {
  if (repeats || restsOnFirst || (plan.kind !== "LogicalExpand" && plan.kind !== "LogicalVariableExpand"))
    return plan;
  const read = neededOfInput(plan, needed);
  const { introduces, input } = queryGraph(plan.input);
  const variables = [...introduces].filter((variable) => read.has(variable));
  if (plan.into || input.kind !== "LogicalArgument" || !repeatsRows(plan.input, read)) return plan;
  // Numbers are told apart in no time; other values would cost more than they save.
  if (!variables.every(isEntity)) return plan;
  return { ...plan, input: { kind: "LogicalDistinct", input: plan.input, variables } };
}

function isEntity({ type }: BoundVariable): boolean {
  return type === "node" || type === "relationship";
}

/** Whether the last step binds a relationship that nobody reads: then several rows may lead to one node. */
function repeatsRows(plan: LogicalPlan, read: ReadonlySet<BoundVariable>): boolean {
  let step = plan;
  while (step.kind === "LogicalFilter") step = step.input;
  return step.kind === "LogicalExpand" && !read.has(step.relationship.variable);
}
