import type { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan, LogicalRelationshipScan } from "../plan/logical-plan.ts";
import type { BoundExpression, BoundVariable } from "../semantics/bound-tree.ts";
import { estimateFanOut, relationshipCount } from "./estimates.ts";
import { equalityShare, selectivity } from "./selectivity.ts";

/** How long a list is thought to be. */
const LIST_LENGTH = 10;

/** How many rows an operator is thought to give in all; a rough guess, for people who read a plan. */
export function estimateRows(plan: LogicalPlan, index: GraphIndex): number {
  const input = () => ("input" in plan ? estimateRows(plan.input, index) : 1);
  switch (plan.kind) {
    case "LogicalArgument":
      return 1;
    case "LogicalNodeScan":
      return input() * (plan.label === undefined ? index.nodeCount : index.nodeCountWithLabel(plan.label));
    case "LogicalNodeSeek":
      return input() * index.nodeCount * valueShare(plan.variable, plan.key, plan.value, index);
    case "LogicalNodeHashSeek":
      return input() * Math.sqrt(index.nodeCount);
    case "LogicalRelationshipScan":
      return input() * scanned(plan, index);
    case "LogicalIntersect": {
      const nodes = Math.max(1, index.nodeCount);
      const degrees = plan.legs.map((leg) => estimateFanOut(leg, false, index));
      return plan.weight === undefined
        ? input() * degrees.reduce((all, degree) => (all * degree) / nodes, nodes)
        : input();
    }
    case "LogicalExpand":
    case "LogicalVariableExpand":
      return input() * estimateFanOut(plan, plan.into, index);
    case "LogicalReach":
      return Math.min(input() * estimateFanOut(plan, plan.into, index), input() * index.nodeCount);
    case "LogicalFilter":
      return input() * selectivity(plan.predicate, index);
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
      return input();
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
