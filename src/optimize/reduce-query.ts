import type { LogicalPlan, LogicalQuery, SubplanExpression } from "../plan/logical-plan.ts";
import { operatorExpressions } from "../plan/plan-expressions.ts";
import { mapInnerPlans, rewriteDown } from "../plan/plan-tree.ts";
import { goBelow } from "../plan/variables-needed.ts";
import type { BoundVariable } from "../semantics/bound-tree.ts";
import { ANY } from "../semantics/static-type.ts";
import { isRandom, variablesRead } from "../semantics/visit-expression.ts";
import type { GraphIndex } from "../storage/graph-index.ts";
import type { OutputRequirements } from "./output-requirements.ts";
import { aggregateInOrder } from "./rules/aggregate-in-order.ts";
import { countDegrees } from "./rules/count-degrees.ts";
import { distinctBeforeProject } from "./rules/distinct-before-project.ts";
import { pruneExpand } from "./rules/prune-expand.ts";
import { pushDownDistinct } from "./rules/push-down-distinct.ts";
import { scanInOrder } from "./rules/scan-in-order.ts";

/**
 * Ordered plan → one that does not make the rows that only a count, a DISTINCT or a LIMIT would see.
 *
 * @param keepsEvidence whether what rows rest on is still to be told afterwards: then only those rewrites are made
 *   that leave a way to it, see `addEvidence`
 */
export function reduceQuery(query: LogicalQuery, index: GraphIndex, keepsEvidence = false): LogicalQuery {
  if (query.writes) return query;
  let { slots } = query;
  // Each count has its own: where rows are grouped in order, one count may go on while another is under way.
  const newWeight = (): BoundVariable => ({ name: "rows", slot: slots++, type: "value", valueType: ANY });
  const reduce = (plan: LogicalPlan, purpose: OutputRequirements): LogicalPlan => {
    let reduced = countDegrees(plan, newWeight, keepsEvidence);
    if (!keepsEvidence) reduced = distinctBeforeProject(reduced);
    reduced = pruneExpand(reduced, purpose);
    reduced = pushDownDistinct(reduced, purpose);
    reduced = scanInOrder(reduced, index);
    return aggregateInOrder(reduced);
  };
  const rewrite = (plan: LogicalPlan, purpose: OutputRequirements) =>
    reduceDown(reduceDown(plan, purpose, dropPath), purpose, reduce);
  const root = rewrite(query.root, { needed: new Set(), repeats: true });
  const subplans = new Map(
    [...query.subplans].map(([expression, plan]) => [
      expression,
      rewrite(plan, purposeOf(expression, keepsEvidence)),
    ]),
  );
  return { ...query, root, subplans, slots };
}

/** A path that nobody reads is not made; what it is made of may then not be needed either. */
function dropPath(plan: LogicalPlan, { needed }: OutputRequirements): LogicalPlan {
  let kept = plan;
  while (kept.kind === "LogicalPath" && !needed.has(kept.path)) kept = kept.input;
  return kept;
}

/** Whether a pattern matches is a question to which one row is answer enough, and that row is what it rests on. */
function purposeOf(expression: SubplanExpression, keepsEvidence: boolean): OutputRequirements {
  return expression.kind === "PatternCollection"
    ? { needed: variablesRead(expression.projection), repeats: true }
    : { needed: new Set(), repeats: false, restsOnFirst: keepsEvidence };
}

/** Calls `reduce` for each operator from the last to the first, with what is made of its rows. */
function reduceDown(
  root: LogicalPlan,
  purpose: OutputRequirements,
  reduce: (plan: LogicalPlan, purpose: OutputRequirements) => LogicalPlan,
): LogicalPlan {
  let { repeats } = purpose;
  let needed = new Set(purpose.needed);
  return rewriteDown(root, (plan) => {
    const reduced = reduce(plan, { ...purpose, needed, repeats });
    repeats = repeatsOfInput(reduced, repeats);
    const inside = { ...purpose, needed, repeats };
    const rewritten = mapInnerPlans(reduced, (inner) => reduceDown(inner, inside, reduce));
    needed = goBelow(reduced, needed);
    return rewritten;
  });
}

/** Whether it matters how often an operator gets a row. */
function repeatsOfInput(plan: LogicalPlan, repeats: boolean): boolean {
  // Rows that are alike so far are different once a number is drawn for each.
  if (operatorExpressions(plan).some(isRandom)) return true;
  switch (plan.kind) {
    case "LogicalDistinct":
      return false;
    case "LogicalUnion":
      return repeats && plan.all;
    case "LogicalAggregate":
      return !plan.aggregates.every(({ call, distinct }) => distinct || isExtreme(call?.definition.name));
    case "LogicalSkip":
    case "LogicalLimit":
      return true;
    case "LogicalSort":
      return repeats || plan.top !== undefined;
    default:
      return repeats;
  }
}

function isExtreme(name: string | undefined): boolean {
  return name === "min" || name === "max";
}
