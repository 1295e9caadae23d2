import type { LogicalPlan } from "../../plan/logical-plan.ts";

/** A sort whose rows are cut by LIMIT right after it need not hold more than those. */
export function limitSort(plan: LogicalPlan): LogicalPlan {
  if (plan.kind !== "LogicalLimit") return plan;
  const skip = plan.input.kind === "LogicalSkip" ? plan.input : undefined;
  const sort = skip === undefined ? plan.input : skip.input;
  if (sort.kind !== "LogicalSort") return plan;
  const top = skip === undefined ? [plan.count] : [skip.count, plan.count];
  const limited: LogicalPlan = { ...sort, top };
  return { ...plan, input: skip === undefined ? limited : { ...skip, input: limited } };
}
