import type { LogicalPlan } from "../../plan/logical-plan.ts";
import type { BoundExpression } from "../../semantics/bound-tree.ts";

/**
 * Rows are told apart by what their new values are made from, before the values are made: entities, types and text
 * properties have numbers, which are told apart faster than the values.
 */
export function distinctBeforeProject(plan: LogicalPlan): LogicalPlan {
  if (plan.kind !== "LogicalDistinct" || plan.by !== undefined || plan.input.kind !== "LogicalProject")
    return plan;
  const project = plan.input;
  const sources = new Map(project.items.map(({ variable, expression }) => [variable, expression]));
  const by = plan.variables.map((variable) => sources.get(variable));
  if (!by.every(isRead)) return plan;
  return { ...project, input: { kind: "LogicalDistinct", input: project.input, variables: [], by } };
}

/** Whether an expression does no more than read: then it costs little to evaluate it for rows that are dropped. */
function isRead(expression: BoundExpression | undefined): expression is BoundExpression {
  switch (expression?.kind) {
    case "VariableReference":
      return true;
    case "PropertyOf":
      return expression.object.kind === "VariableReference";
    case "Call":
      return expression.definition.name === "type" && expression.arguments.every(isRead);
    default:
      return false;
  }
}
