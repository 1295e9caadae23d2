import type { LogicalPlan, LogicalRelationshipScan } from "../../plan/logical-plan.ts";
import { hasInput } from "../../plan/plan-tree.ts";
import type { BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import { estimateFanOut, relationshipCount } from "./estimates.ts";
import { equalityShare, selectivity } from "./selectivity.ts";

/** Assumed length of a list. */
const LIST_LENGTH = 10;

/**
 * Returns a function that estimates the total number of rows of an operator: a rough guess, for people who read a plan.
 */
export function rowEstimator(index: GraphIndex): (plan: LogicalPlan) => number {
  const known = new Map<LogicalPlan, number>();
  const estimate = (plan: LogicalPlan): number => {
    const below: LogicalPlan[] = [];
    let operator = plan;
    for (; !known.has(operator) && hasInput(operator); operator = operator.input) below.push(operator);
    let rows = known.get(operator) ?? estimateRows(operator, 1, index, estimate);
    for (let next = below.pop(); next !== undefined; next = below.pop()) {
      rows = estimateRows(next, rows, index, estimate);
      known.set(next, rows);
    }
    return rows;
  };
  return estimate;
}

function estimateRows(
  plan: LogicalPlan,
  inputRows: number,
  index: GraphIndex,
  estimate: (plan: LogicalPlan) => number,
): number {
  switch (plan.kind) {
    case "LogicalArgument":
      return 1;
    case "LogicalNodeScan":
      return inputRows * (plan.label === undefined ? index.nodeCount : index.nodeCountWithLabel(plan.label));
    case "LogicalNodeSeek":
      return inputRows * index.nodeCount * valueShare(plan.variable, plan.key, plan.value, index);
    case "LogicalNodeHashSeek":
      return inputRows * Math.sqrt(index.nodeCount);
    case "LogicalRelationshipScan":
      return inputRows * scanned(plan, index);
    case "LogicalIntersect": {
      const nodes = Math.max(1, index.nodeCount);
      const degrees = plan.legs.map((leg) => estimateFanOut(leg, false, index));
      return plan.weight === undefined
        ? inputRows * degrees.reduce((all, degree) => (all * degree) / nodes, nodes)
        : inputRows;
    }
    case "LogicalExpand":
    case "LogicalVariableExpand":
      return inputRows * estimateFanOut(plan, plan.into, index);
    case "LogicalPruningExpand":
      return Math.min(inputRows * estimateFanOut(plan, plan.into, index), inputRows * index.nodeCount);
    case "LogicalFilter":
      return inputRows * selectivity(plan.predicate, index);
    case "LogicalOptional":
      return inputRows * Math.max(1, estimate(plan.optional));
    case "LogicalUnwind":
    case "LogicalCall":
      return inputRows * LIST_LENGTH;
    case "LogicalAggregate":
      return plan.groups.length === 0 ? 1 : Math.sqrt(inputRows);
    case "LogicalDistinct":
      return Math.sqrt(inputRows);
    case "LogicalLimit": {
      const { count } = plan;
      return count.kind === "Constant" ? Math.min(inputRows, Number(count.value)) : inputRows;
    }
    case "LogicalUnion":
      return plan.branches.reduce((sum, branch) => sum + estimate(branch), 0);
    case "LogicalDegree":
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
      return inputRows;
  }
}

function scanned({ access, relationship }: LogicalRelationshipScan, index: GraphIndex): number {
  if (access.kind === "known") return 1;
  const all = relationshipCount(relationship, index) * (relationship.direction === "both" ? 2 : 1);
  if (access.kind !== "value") return all;
  return all * valueShare(relationship.variable, access.key, access.value, index);
}

function valueShare(variable: BoundVariable, key: string, value: BoundExpression, index: GraphIndex): number {
  const span = { start: 0, end: 0 };
  const object: BoundExpression = { kind: "VariableReference", variable, span };
  return equalityShare({ kind: "PropertyOf", object, key, span }, value, index);
}
