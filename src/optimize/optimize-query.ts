import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import { rewriteDown } from "../plan/plan-expressions.ts";
import type { GraphIndex } from "../storage/graph-index.ts";
import { isPatternOperator } from "./query-graph.ts";
import { filterBeforeProject } from "./rules/filter-before-project.ts";
import { limitSort } from "./rules/limit-sort.ts";
import { orderPattern } from "./rules/order-pattern.ts";

/**
 * Logical plan → one that gives the same rows with less work. Each rewrite looks at an operator with what is
 * right below it, from the result downwards: a pattern must be seen as a whole, from its last operator.
 */
export function optimizeQuery(query: LogicalQuery, index: GraphIndex): LogicalQuery {
  const optimize = (root: LogicalPlan): LogicalPlan => {
    let above: LogicalPlan | undefined;
    return rewriteDown(root, (plan) => {
      // A pattern is ordered as a whole, from its last operator.
      const isInside = above !== undefined && isPatternOperator(above) && isPatternOperator(plan);
      const rewritten = isInside
        ? plan
        : limitSort(orderPattern(filterBeforeProject(plan), index, query.writes));
      above = rewritten;
      return rewriteInner(rewritten, optimize);
    });
  };
  return {
    ...query,
    root: optimize(query.root),
    subplans: new Map([...query.subplans].map(([expression, plan]) => [expression, optimize(plan)])),
  };
}

/** The operator with the plans rewritten that it runs for each row, or joins. */
function rewriteInner(plan: LogicalPlan, rewrite: (plan: LogicalPlan) => LogicalPlan): LogicalPlan {
  switch (plan.kind) {
    case "LogicalUnion":
      return { ...plan, branches: plan.branches.map(rewrite) };
    case "LogicalOptional":
      return { ...plan, optional: rewrite(plan.optional) };
    case "LogicalMerge":
      return { ...plan, match: rewrite(plan.match) };
    default:
      return plan;
  }
}
