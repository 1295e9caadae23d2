import type { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan, LogicalRelationshipScan } from "../plan/logical-plan.ts";
import type { BoundExpression, BoundSortItem, PropertyOf } from "../semantics/bound-tree.ts";
import { selectivity } from "./selectivity.ts";

/** Below this share of rows that pass the predicates the first few would be long in coming. */
const LEAST_SHARE = 0.002;

/**
 * The first rows in the order of a property of the relationships that are scanned: they are scanned in that order,
 * and no further than needed. Rows that agree in the property are still sorted by the rest.
 */
export function scanInOrder(plan: LogicalPlan, index: GraphIndex): LogicalPlan {
  if (plan.kind !== "LogicalSort" || plan.top === undefined || plan.presorted) return plan;
  const [first] = plan.items;
  if (first === undefined) return plan;
  const input = inOrderOf(plan.input, first, 1, index);
  return input === undefined ? plan : { ...plan, input, presorted: true };
}

function inOrderOf(
  plan: LogicalPlan,
  item: BoundSortItem,
  share: number,
  index: GraphIndex,
): LogicalPlan | undefined {
  switch (plan.kind) {
    case "LogicalProject": {
      const { expression } = item;
      const source =
        expression.kind === "VariableReference"
          ? plan.items.find(({ variable }) => variable === expression.variable)?.expression
          : undefined;
      const input = inOrderOf(plan.input, { ...item, expression: source ?? expression }, share, index);
      return input && { ...plan, input };
    }
    case "LogicalFilter": {
      const input = inOrderOf(plan.input, item, share * selectivity(plan.predicate, index), index);
      return input && { ...plan, input };
    }
    case "LogicalExpand": {
      const input = inOrderOf(plan.input, item, share, index);
      return input && { ...plan, input };
    }
    case "LogicalRelationshipScan":
      return share < LEAST_SHARE ? undefined : orderedScan(plan, item);
    default:
      return undefined;
  }
}

function orderedScan(
  plan: LogicalRelationshipScan,
  { expression, descending }: BoundSortItem,
): LogicalPlan | undefined {
  const { access, relationship, input } = plan;
  if (input.kind !== "LogicalArgument" || relationship.types.length > 1) return undefined;
  if (!isPropertyOf(expression) || expression.object.variable !== relationship.variable) return undefined;
  const { key } = expression;
  if (access.kind === "all") return { ...plan, access: { kind: "order", key, descending, bounds: [] } };
  if (access.kind !== "order" || access.key !== key) return undefined;
  return { ...plan, access: { ...access, descending } };
}

function isPropertyOf(
  expression: BoundExpression,
): expression is PropertyOf & { readonly object: Extract<BoundExpression, { kind: "VariableReference" }> } {
  return expression.kind === "PropertyOf" && expression.object.kind === "VariableReference";
}
