/**
 * The one reader and the one rebuilder of plan trees; every walk over a plan uses them. A plan is as deep as its query
 * has clauses, so the walks along `input` are loops; plans inside an operator nest as brackets do, and are recursed into.
 */
import type { LogicalPlan } from "./logical-plan.ts";

/** An operator that takes the rows of another one. */
export type OperatorWithInput = Exclude<LogicalPlan, { readonly kind: "LogicalArgument" | "LogicalUnion" }>;

/** The keys under which an operator holds plans. */
type PlanKey<Operator> = {
  [Key in keyof Operator]-?: NonNullable<Operator[Key]> extends LogicalPlan | readonly LogicalPlan[]
    ? Key
    : never;
}[keyof Operator];

/** The operators of a union that hold no plan but their input. */
type WithoutInnerPlans<Operator> = Operator extends LogicalPlan
  ? PlanKey<Operator> extends "input"
    ? Operator
    : never
  : never;

export function hasInput(plan: LogicalPlan): plan is OperatorWithInput {
  return plan.kind !== "LogicalArgument" && plan.kind !== "LogicalUnion";
}

/** The plans that an operator runs for each row, or joins; its input is not among them. */
export function innerPlans(plan: LogicalPlan): readonly LogicalPlan[] {
  switch (plan.kind) {
    case "LogicalUnion":
      return plan.branches;
    case "LogicalOptional":
      return [plan.optional];
    case "LogicalMerge":
      return [plan.match];
    default:
      checkNoInnerPlans(plan);
      return [];
  }
}

/** The operator with each of its {@link innerPlans} rewritten. */
export function mapInnerPlans(plan: LogicalPlan, rewrite: (inner: LogicalPlan) => LogicalPlan): LogicalPlan {
  switch (plan.kind) {
    case "LogicalUnion":
      return { ...plan, branches: plan.branches.map(rewrite) };
    case "LogicalOptional":
      return { ...plan, optional: rewrite(plan.optional) };
    case "LogicalMerge":
      return { ...plan, match: rewrite(plan.match) };
    default:
      checkNoInnerPlans(plan);
      return plan;
  }
}

/** Fails to compile for an operator that holds a plan beside its input: it needs a case of its own above. */
function checkNoInnerPlans(_: WithoutInnerPlans<LogicalPlan>): void {}

/** An operator and all operators below it, from the top; the plans inside an operator come after its input. */
export function* planOperators(plan: LogicalPlan): Iterable<LogicalPlan> {
  const waiting = [plan];
  for (let operator = waiting.pop(); operator !== undefined; operator = waiting.pop()) {
    yield operator;
    waiting.push(...innerPlans(operator).toReversed());
    if (hasInput(operator)) waiting.push(operator.input);
  }
}

/**
 * Rewrites operator after operator from `plan` down along its input, and rebuilds the plan from below.
 *
 * @param rewrite returns the operator's replacement, whose input is rewritten next; it is also responsible for the
 *   plans inside the operator
 */
export function rewriteDown(plan: LogicalPlan, rewrite: (operator: LogicalPlan) => LogicalPlan): LogicalPlan {
  const above: OperatorWithInput[] = [];
  let rewritten = rewrite(plan);
  while (hasInput(rewritten)) {
    above.push(rewritten);
    rewritten = rewrite(rewritten.input);
  }
  for (let operator = above.pop(); operator !== undefined; operator = above.pop()) {
    rewritten = rewritten === operator.input ? operator : { ...operator, input: rewritten };
  }
  return rewritten;
}
