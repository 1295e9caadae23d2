import type { LogicalPlan } from "../../plan/logical-plan.ts";
import type { BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";
import { replaceVariables } from "../../semantics/replace-variables.ts";
import { containsPattern, variablesRead } from "../../semantics/visit-expression.ts";

/**
 * A predicate that only reads what a projection gives another name to, or leaves as it is, is tested before the
 * projection: for rows that it drops nothing is computed, and in the pattern below it may decide where to start.
 */
export function filterBeforeProject(plan: LogicalPlan): LogicalPlan {
  if (plan.kind !== "LogicalFilter" || plan.input.kind !== "LogicalProject") return plan;
  if (containsPattern(plan.predicate)) return plan;
  const project = plan.input;
  const sources = new Map<BoundVariable, BoundVariable>();
  const computed = new Set<BoundVariable>();
  for (const { variable, expression } of project.items) {
    if (expression.kind === "VariableReference") sources.set(variable, expression.variable);
    else computed.add(variable);
  }
  if ([...variablesRead(plan.predicate)].some((read) => computed.has(read))) return plan;
  const predicate: BoundExpression = replaceVariables(plan.predicate, sources);
  // Below it there may be another projection, which is met next.
  return { ...project, input: { kind: "LogicalFilter", input: project.input, predicate } };
}
