import type { LogicalPlan } from "../../plan/logical-plan.ts";

/** A sort followed by LIMIT needs to keep only the rows up to the limit (top-k). */
export function limitSort(plan: LogicalPlan): LogicalPlan {
  if (plan.kind !== "LogicalLimit") return plan;
  const skip = plan.input.kind === "LogicalSkip" ? plan.input : undefined;
  const sort = skip === undefined ? plan.input : skip.input;
  if (sort.kind !== "LogicalSort") return plan;
  const top = skip === undefined ? [plan.count] : [skip.count, plan.count];
  const limited: LogicalPlan = { ...sort, top };
  return { ...plan, input: skip === undefined ? limited : { ...skip, input: limited } };
}
