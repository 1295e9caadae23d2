import type { LogicalPlan } from "../../plan/logical-plan.ts";
import type { BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";
import { replaceVariables } from "../../semantics/replace-variables.ts";
import { containsPattern, variablesRead } from "../../semantics/visit-expression.ts";

/**
 * Moves a predicate below a projection if it reads only variables that the projection renames or passes through.
 * Nothing is then computed for rows that it drops, and the pattern below may use it to choose a start.
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
  // The input may be another projection; it is visited next.
  return { ...project, input: { kind: "LogicalFilter", input: project.input, predicate } };
}
