import { unreachable } from "../diagnostics/invariant.ts";
import type { LogicalPlan } from "../plan/logical-plan.ts";
import { hasInput, type OperatorWithInput } from "../plan/plan-tree.ts";
import type { Blocking, Execution, Next } from "./execution.ts";
import { aggregate } from "./operators/aggregate.ts";
import { buffer } from "./operators/buffer.ts";
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
import { pruningExpand } from "./operators/pruning-expand.ts";
import { relationshipScan } from "./operators/relationship-scan.ts";
import { set } from "./operators/set.ts";
import { shortestPath } from "./operators/shortest-path.ts";
import { skip } from "./operators/skip.ts";
import { sort } from "./operators/sort.ts";
import { unwind } from "./operators/unwind.ts";
import { variableExpand } from "./operators/variable-expand.ts";
import { placeBuffers } from "./place-buffers.ts";

/**
 * Operators → closures, from the last to the first: each is made with the one that takes its rows. The result runs
 * the whole plan once, and returns false if `next` requested no more rows.
 *
 * A row is passed on by a call, so a chain of operators is a stack of nested calls. A blocking operator ends the
 * nesting: it emits its rows after the operators below it have finished. So do the buffers that divide long plans. A
 * plan may therefore have thousands of operators.
 */
export function openPlan(plan: LogicalPlan, execution: Execution, next: Next): Next {
  const buffers = placeBuffers(plan, execution.evidence?.slot);
  const finishes: Next[] = [];
  let take = next;
  const block = ({ begin, take: takeRow, finish }: Blocking) => {
    execution.onReset(begin);
    finishes.push(finish);
    take = takeRow;
  };
  let operator = plan;
  for (; hasInput(operator); operator = operator.input) {
    take = counted(operator, execution, take);
    const opened = openOperator(operator, execution, take);
    if (typeof opened === "function") take = opened;
    else block(opened);
    const slots = buffers.get(operator);
    if (slots !== undefined) block(buffer(slots, execution, take));
  }
  take = counted(operator, execution, take);
  const run = operator.kind === "LogicalUnion" ? openUnion(operator.branches, execution, take) : take;
  if (finishes.length === 0) return run;
  finishes.reverse();
  return () => {
    let goesOn = run();
    for (const finish of finishes) goesOn = finish();
    return goesOn;
  };
}

function counted(plan: LogicalPlan, { budget }: Execution, next: Next): Next {
  const done = budget.of(plan);
  if (done === undefined) return next;
  return () => {
    done.rows++;
    return next();
  };
}

/** Makes the function that takes the operator's input row by row, or its parts if it is blocking. */
function openOperator(plan: OperatorWithInput, execution: Execution, next: Next): Next | Blocking {
  switch (plan.kind) {
    case "LogicalNodeScan":
      return nodeScan(plan, execution, next);
    case "LogicalNodeSeek":
      return nodeSeek(plan, execution, next);
    case "LogicalExpand":
      return expand(plan, execution, next);
    case "LogicalNodeHashSeek":
      return nodeHashSeek(plan, execution, next);
    case "LogicalRelationshipScan":
      return relationshipScan(plan, execution, next);
    case "LogicalIntersect":
      return intersect(plan, execution, next);
    case "LogicalDegree":
      return degree(plan, execution, next);
    case "LogicalPruningExpand":
      return pruningExpand(plan, execution, next);
    case "LogicalVariableExpand":
      return variableExpand(plan, execution, next);
    case "LogicalShortestPath":
      return shortestPath(plan, execution, next);
    case "LogicalPath":
      return path(plan, execution, next);
    case "LogicalFilter":
      return filter(plan, execution, next);
    case "LogicalOptional":
      return optional(plan, execution, next);
    case "LogicalUnwind":
      return unwind(plan, execution, next);
    case "LogicalProject":
      return project(plan, execution, next);
    case "LogicalSkip":
      return skip(plan, execution, next);
    case "LogicalDistinct":
      return distinct(plan, execution, next);
    case "LogicalLimit":
      return limit(plan, execution, next);
    case "LogicalEvidence":
      return evidence(plan, execution, next);
    case "LogicalCall":
      return call(plan, execution, next);
    case "LogicalAggregate":
      return aggregate(plan, execution, next);
    case "LogicalSort":
      return sort(plan, execution, next);
    case "LogicalCreate":
      return create(plan, execution, next);
    case "LogicalMerge":
      return merge(plan, execution, next);
    case "LogicalSet":
      return set(plan, execution, next);
    case "LogicalDelete":
      return deleteEntities(plan, execution, next);
    case "LogicalResult":
      return next;
    default:
      return unreachable(plan);
  }
}

/** A branch may also stop because of its own LIMIT: the other branches are skipped only if `next` requested a stop. */
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
