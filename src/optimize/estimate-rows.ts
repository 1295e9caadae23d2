import type { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan } from "../plan/logical-plan.ts";
import { estimateFanOut } from "./estimates.ts";

/** The share of rows that a predicate is thought to let through. */
const SELECTIVITY = 0.25;
/** How long a list is thought to be. */
const LIST_LENGTH = 10;
/** How many rows a seek is thought to find where its value is known only when the query runs. */
const SEEK_ROWS = 1;

/** How many rows an operator is thought to give in all; a rough guess, for people who read a plan. */
export function estimateRows(plan: LogicalPlan, index: GraphIndex): number {
  const input = () => ("input" in plan ? estimateRows(plan.input, index) : 1);
  switch (plan.kind) {
    case "LogicalArgument":
      return 1;
    case "LogicalNodeScan":
      return input() * (plan.label === undefined ? index.nodeCount : index.nodesWithLabel(plan.label).length);
    case "LogicalNodeSeek": {
      const { key, value } = plan;
      const isText = value.kind === "Constant" && typeof value.value === "string";
      return input() * (isText ? index.nodesWithProperty(key, value.value as string).length : SEEK_ROWS);
    }
    case "LogicalExpand":
    case "LogicalVariableExpand":
      return input() * estimateFanOut(plan, plan.into, index);
    case "LogicalFilter":
      return input() * SELECTIVITY;
    case "LogicalOptional":
      return input() * Math.max(1, estimateRows(plan.optional, index));
    case "LogicalUnwind":
    case "LogicalCall":
      return input() * LIST_LENGTH;
    case "LogicalAggregate":
      return plan.groups.length === 0 ? 1 : Math.sqrt(input());
    case "LogicalDistinct":
      return Math.sqrt(input());
    case "LogicalLimit": {
      const { count } = plan;
      return count.kind === "Constant" ? Math.min(input(), Number(count.value)) : input();
    }
    case "LogicalUnion":
      return plan.branches.reduce((sum, branch) => sum + estimateRows(branch, index), 0);
    case "LogicalShortestPath":
    case "LogicalPath":
    case "LogicalProject":
    case "LogicalSort":
    case "LogicalSkip":
    case "LogicalCreate":
    case "LogicalMerge":
    case "LogicalSet":
    case "LogicalDelete":
    case "LogicalEvidence":
    case "LogicalResult":
      return input();
  }
}
