import { unreachable } from "../diagnostics/invariant.ts";
import type { LogicalPlan } from "../plan/logical-plan.ts";
import type { Blocking, Execution, Next } from "./execution.ts";
import { aggregate } from "./operators/aggregate.ts";
import { call } from "./operators/call.ts";
import { create } from "./operators/create.ts";
import { degree } from "./operators/degree.ts";
import { deleteEntities } from "./operators/delete.ts";
import { distinct } from "./operators/distinct.ts";
import { evidence } from "./operators/evidence.ts";
import { expand } from "./operators/expand.ts";
import { filter } from "./operators/filter.ts";
import { intersect } from "./operators/intersect.ts";
import { limit } from "./operators/limit.ts";
import { merge } from "./operators/merge.ts";
import { nodeHashSeek } from "./operators/node-hash-seek.ts";
import { nodeScan } from "./operators/node-scan.ts";
import { nodeSeek } from "./operators/node-seek.ts";
import { optional } from "./operators/optional.ts";
import { path } from "./operators/path.ts";
import { project } from "./operators/project.ts";
import { reach } from "./operators/reach.ts";
import { relationshipScan } from "./operators/relationship-scan.ts";
import { set } from "./operators/set.ts";
import { shortestPath } from "./operators/shortest-path.ts";
import { skip } from "./operators/skip.ts";
import { sort } from "./operators/sort.ts";
import { unwind } from "./operators/unwind.ts";
import { variableExpand } from "./operators/variable-expand.ts";

/**
 * Operators → closures, from the last to the first: each is made with the one that takes its rows. The result
 * runs the whole plan once, and is false where the taker of its rows asked to stop.
 */
export function openPlan(plan: LogicalPlan, execution: Execution, next: Next): Next {
  const work = execution.work.of(plan);
  if (work === undefined) return openOperator(plan, execution, next);
  return openOperator(plan, execution, () => {
    work.rows++;
    return next();
  });
}

function openOperator(plan: LogicalPlan, execution: Execution, next: Next): Next {
  switch (plan.kind) {
    case "LogicalArgument":
      return next;
    case "LogicalNodeScan":
      return openPlan(plan.input, execution, nodeScan(plan, execution, next));
    case "LogicalNodeSeek":
      return openPlan(plan.input, execution, nodeSeek(plan, execution, next));
    case "LogicalExpand":
      return openPlan(plan.input, execution, expand(plan, execution, next));
    case "LogicalNodeHashSeek":
      return openPlan(plan.input, execution, nodeHashSeek(plan, execution, next));
    case "LogicalRelationshipScan":
      return openPlan(plan.input, execution, relationshipScan(plan, execution, next));
    case "LogicalIntersect":
      return openPlan(plan.input, execution, intersect(plan, execution, next));
    case "LogicalDegree":
      return openPlan(plan.input, execution, degree(plan, execution, next));
    case "LogicalReach":
      return openPlan(plan.input, execution, reach(plan, execution, next));
    case "LogicalVariableExpand":
      return openPlan(plan.input, execution, variableExpand(plan, execution, next));
    case "LogicalShortestPath":
      return openPlan(plan.input, execution, shortestPath(plan, execution, next));
    case "LogicalPath":
      return openPlan(plan.input, execution, path(plan, execution, next));
    case "LogicalFilter":
      return openPlan(plan.input, execution, filter(plan, execution, next));
    case "LogicalOptional":
      return openPlan(plan.input, execution, optional(plan, execution, next));
    case "LogicalUnwind":
      return openPlan(plan.input, execution, unwind(plan, execution, next));
    case "LogicalProject":
      return openPlan(plan.input, execution, project(plan, execution, next));
    case "LogicalSkip":
      return openPlan(plan.input, execution, skip(plan, execution, next));
    case "LogicalDistinct":
      return openPlan(plan.input, execution, distinct(plan, execution, next));
    case "LogicalLimit":
      return openPlan(plan.input, execution, limit(plan, execution, next));
    case "LogicalEvidence":
      return openPlan(plan.input, execution, evidence(plan, execution, next));
    case "LogicalAggregate":
      return openBlocking(plan.input, execution, aggregate(plan, execution, next));
    case "LogicalSort":
      return openBlocking(plan.input, execution, sort(plan, execution, next));
    case "LogicalCreate":
      return openBlocking(plan.input, execution, create(plan, execution, next));
    case "LogicalCall":
      return openPlan(plan.input, execution, call(plan, execution, next));
    case "LogicalMerge":
      return openBlocking(plan.input, execution, merge(plan, execution, next));
    case "LogicalSet":
      return openBlocking(plan.input, execution, set(plan, execution, next));
    case "LogicalDelete":
      return openBlocking(plan.input, execution, deleteEntities(plan, execution, next));
    case "LogicalResult":
      return openPlan(plan.input, execution, next);
    case "LogicalUnion":
      return openUnion(plan.branches, execution, next);
    default:
      return unreachable(plan);
  }
}

/** A branch may also end by a LIMIT of its own: only where `next` has asked to stop are the others not run. */
function openUnion(branches: readonly LogicalPlan[], execution: Execution, next: Next): Next {
  let goesOn = true;
  const take = () => {
    goesOn = next();
    return goesOn;
  };
  const runs = branches.map((branch) => openPlan(branch, execution, take));
  return () => {
    goesOn = true;
    return runs.every((run) => run() || goesOn);
  };
}

function openBlocking(input: LogicalPlan, execution: Execution, { begin, take, finish }: Blocking): Next {
  execution.onBegin(begin);
  const run = openPlan(input, execution, take);
  return () => {
    run();
    return finish();
  };
}
