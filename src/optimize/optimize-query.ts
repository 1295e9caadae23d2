import type { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import { filterBeforeProject } from "./filter-before-project.ts";
import { limitSort } from "./limit-sort.ts";
import { orderPattern } from "./order-pattern.ts";
import { isPatternOperator } from "./pattern-steps.ts";

/**
 * Logical plan → one that gives the same rows with less work. Each rewrite looks at an operator with what is
 * right below it, from the result downwards: a pattern must be seen as a whole, from its last operator.
 */
export function optimizeQuery(query: LogicalQuery, index: GraphIndex): LogicalQuery {
  const optimize = (plan: LogicalPlan): LogicalPlan =>
    rewriteInputs(limitSort(orderPattern(filterBeforeProject(plan), index, query.writes)), optimize);
  return {
    ...query,
    root: optimize(query.root),
    subplans: new Map([...query.subplans].map(([expression, plan]) => [expression, optimize(plan)])),
  };
}

/** The operator with its inputs rewritten; inside a pattern, which is ordered as a whole, only its own input is. */
function rewriteInputs(plan: LogicalPlan, rewrite: (plan: LogicalPlan) => LogicalPlan): LogicalPlan {
  switch (plan.kind) {
    case "LogicalArgument":
      return plan;
    case "LogicalUnion":
      return { ...plan, branches: plan.branches.map(rewrite) };
    case "LogicalOptional":
      return { ...plan, input: rewrite(plan.input), optional: rewrite(plan.optional) };
    case "LogicalMerge":
      return { ...plan, input: rewrite(plan.input), match: rewrite(plan.match) };
    default: {
      const insidePattern = isPatternOperator(plan) && isPatternOperator(plan.input);
      return { ...plan, input: insidePattern ? rewriteInputs(plan.input, rewrite) : rewrite(plan.input) };
    }
  }
}
