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
 * Ordered plan → a plan that avoids rows that only a count, a DISTINCT or a LIMIT would see.
 *
 * @param keepsEvidence whether the evidence of rows will still be needed: then only rewrites that preserve it are
 * applied, see `addEvidence`
 */
export function reduceQuery(query: LogicalQuery, index: GraphIndex, keepsEvidence = false): LogicalQuery {
  if (query.writes) return query;
  let { slots } = query;
  // Each count has a separate slot: with ordered grouping, one count may continue while another is in progress.
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

/** Drops a path that is not read; its parts may then be unneeded too. */
function dropPath(plan: LogicalPlan, { needed }: OutputRequirements): LogicalPlan {
  let kept = plan;
  while (kept.kind === "LogicalPath" && !needed.has(kept.path)) kept = kept.input;
  return kept;
}

/** For a pattern predicate, one row is enough, and that row is its evidence. */
function purposeOf(expression: SubplanExpression, keepsEvidence: boolean): OutputRequirements {
  return expression.kind === "PatternCollection"
    ? { needed: variablesRead(expression.projection), repeats: true }
    : { needed: new Set(), repeats: false, needsFirstRow: keepsEvidence };
}

/** Calls `reduce` for each operator, from the last to the first, with the requirements on its rows. */
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

/** Whether duplicates in an operator's input matter. */
function repeatsOfInput(plan: LogicalPlan, repeats: boolean): boolean {
  // Equal rows become different when a random number is drawn for each.
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
