import type { LogicalPlan } from "../../plan/logical-plan.ts";
import type { BoundExpression } from "../../semantics/bound-tree.ts";

/**
 * Deduplicates rows before a projection, by the sources of the projected values: entities, types and text properties
 * are numbers internally, which are compared faster than the values.
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

/** Whether an expression only reads: then evaluating it for rows that are dropped costs little. */
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
