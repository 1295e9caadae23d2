import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import { mapInnerPlans, rewriteDown } from "../plan/plan-tree.ts";
import type { GraphIndex } from "../storage/graph-index.ts";
import { isPatternOperator } from "./query-graph.ts";
import { filterBeforeProject } from "./rules/filter-before-project.ts";
import { limitSort } from "./rules/limit-sort.ts";
import { orderPattern } from "./rules/order-pattern.ts";

/**
 * Logical plan → an equivalent plan at lower cost. Each rewrite sees an operator and its input, from the result
 * downwards, because a pattern must be seen as a whole, from its last operator.
 */
export function optimizeQuery(query: LogicalQuery, index: GraphIndex): LogicalQuery {
  const optimize = (root: LogicalPlan): LogicalPlan => {
    let above: LogicalPlan | undefined;
    return rewriteDown(root, (plan) => {
      // Order a pattern once, from its last operator.
      const isInside = above !== undefined && isPatternOperator(above) && isPatternOperator(plan);
      const rewritten = isInside
        ? plan
        : limitSort(orderPattern(filterBeforeProject(plan), index, query.writes));
      above = rewritten;
      return mapInnerPlans(rewritten, optimize);
    });
  };
  return {
    ...query,
    root: optimize(query.root),
    subplans: new Map([...query.subplans].map(([expression, plan]) => [expression, optimize(plan)])),
  };
}
