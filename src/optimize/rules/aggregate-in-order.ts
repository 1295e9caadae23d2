import type { LogicalPlan } from "../../plan/logical-plan.ts";
import type { BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";

/**
 * A scan produces sorted rows: by node; or by start node of the relationship, then by end node, then by type. If the
 * grouping keys are a prefix of that order, the rows of a group are adjacent, and a group is complete when the next one
 * begins. So no table of groups is needed.
 */
export function aggregateInOrder(plan: LogicalPlan): LogicalPlan {
  if (plan.kind !== "LogicalAggregate" || plan.groups.length === 0) return plan;
  const order = orderOf(plan.input);
  if (order === undefined) return plan;
  const groups = plan.groups.map(({ expression }) => expression);
  const variables = new Set(
    groups.flatMap((group) => (group.kind === "VariableReference" ? group.variable : [])),
  );
  // The groups must be a prefix of the order: the second node only within the first.
  const [first, second] = order.nodes;
  if (first === undefined || !variables.has(first)) return plan;
  const isWhole = order.relationship !== undefined && second !== undefined && variables.has(second);
  const isOrdered = groups.every(
    (group) =>
      (group.kind === "VariableReference" && order.nodes.includes(group.variable)) ||
      (group.kind === "PropertyOf" && isReferenceTo(group.object, variables)) ||
      (isWhole && isTypeOf(group, order.relationship)),
  );
  return isOrdered ? { ...plan, ordered: true } : plan;
}

interface Order {
  readonly nodes: readonly BoundVariable[];
  readonly relationship: BoundVariable | undefined;
}

/** The order of a plan's rows; undefined if they are not sorted. */
function orderOf(last: LogicalPlan): Order | undefined {
  let plan = last;
  while (keepsOrder(plan)) plan = plan.input;
  switch (plan.kind) {
    case "LogicalNodeScan":
      return plan.input.kind === "LogicalArgument"
        ? { nodes: [plan.variable], relationship: undefined }
        : undefined;
    case "LogicalRelationshipScan": {
      const { access, relationship, from, to, input } = plan;
      const isSorted =
        access.kind === "all" && relationship.types.length < 2 && relationship.direction !== "both";
      return isSorted && input.kind === "LogicalArgument"
        ? { nodes: [from, to], relationship: relationship.variable }
        : undefined;
    }
    default:
      return undefined;
  }
}

const KEEPING_ORDER = [
  "LogicalFilter",
  "LogicalExpand",
  "LogicalVariableExpand",
  "LogicalPruningExpand",
  "LogicalIntersect",
  "LogicalDegree",
  "LogicalOptional",
  "LogicalUnwind",
] as const;

function keepsOrder(
  plan: LogicalPlan,
): plan is Extract<LogicalPlan, { readonly kind: (typeof KEEPING_ORDER)[number] }> {
  return (KEEPING_ORDER as readonly string[]).includes(plan.kind);
}

function isReferenceTo(expression: BoundExpression, variables: ReadonlySet<BoundVariable>): boolean {
  return expression.kind === "VariableReference" && variables.has(expression.variable);
}

function isTypeOf(expression: BoundExpression, relationship: BoundVariable | undefined): boolean {
  if (expression.kind !== "Call" || expression.definition.name !== "type") return false;
  const [argument] = expression.arguments;
  return argument?.kind === "VariableReference" && argument.variable === relationship;
}
