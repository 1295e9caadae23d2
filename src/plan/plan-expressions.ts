import { unreachable } from "../diagnostics/invariant.ts";
import type { BoundExpression } from "../semantics/bound-tree.ts";
import { pathPredicates, setExpressions } from "../semantics/visit-expression.ts";
import type { LogicalCreate, LogicalPlan, RelationshipAccess } from "./logical-plan.ts";

/** The inputs of an operator, outermost first; the plan inside an operator counts as one. */
function planInputs(plan: LogicalPlan): readonly LogicalPlan[] {
  switch (plan.kind) {
    case "LogicalArgument":
      return [];
    case "LogicalUnion":
      return plan.branches;
    case "LogicalOptional":
      return [plan.input, plan.optional];
    case "LogicalMerge":
      return [plan.input, plan.match];
    default:
      return [plan.input];
  }
}

/** The expressions of an operator and of all operators below it. */
export function* planExpressions(plan: LogicalPlan): Iterable<BoundExpression> {
  for (const operator of planOperators(plan)) yield* operatorExpressions(operator);
}

/** An operator and all operators below it, outermost first. */
export function* planOperators(plan: LogicalPlan): Iterable<LogicalPlan> {
  const waiting = [plan];
  for (let operator = waiting.pop(); operator !== undefined; operator = waiting.pop()) {
    yield operator;
    const inputs = planInputs(operator);
    for (let at = inputs.length - 1; at >= 0; at--) waiting.push(inputs[at] as LogicalPlan);
  }
}

/** An operator that takes the rows of another one. */
export type OperatorWithInput = Exclude<LogicalPlan, { readonly kind: "LogicalArgument" | "LogicalUnion" }>;

export function hasInput(plan: LogicalPlan): plan is OperatorWithInput {
  return plan.kind !== "LogicalArgument" && plan.kind !== "LogicalUnion";
}

/**
 * Rewrites operator after operator from `plan` down along its input, and puts them together again from below. A plan
 * is as deep as its query has clauses, so this is a loop; `rewrite` itself goes into the plans inside an operator.
 *
 * @param rewrite gives what comes in an operator's place; its input is rewritten next
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

/** The expressions of an operator itself. */
export function operatorExpressions(plan: LogicalPlan): readonly BoundExpression[] {
  switch (plan.kind) {
    case "LogicalArgument":
    case "LogicalNodeScan":
    case "LogicalExpand":
    case "LogicalIntersect":
    case "LogicalDegree":
    case "LogicalPath":
    case "LogicalOptional":
    case "LogicalEvidence":
    case "LogicalUnion":
    case "LogicalResult":
      return [];
    case "LogicalNodeSeek":
      return [plan.value];
    case "LogicalNodeHashSeek":
      return [plan.key, plan.value];
    case "LogicalRelationshipScan":
      return accessExpressions(plan.access);
    case "LogicalVariableExpand":
    case "LogicalPruningExpand":
      return [
        ...plan.relationship.properties.map(({ value }) => value),
        ...(plan.conditions ?? []).map(({ predicate }) => predicate),
      ];
    case "LogicalShortestPath":
      return pathPredicates(plan.search).map(({ predicate }) => predicate);
    case "LogicalDistinct":
      return plan.by ?? [];
    case "LogicalFilter":
      return [plan.predicate];
    case "LogicalUnwind":
      return [plan.list];
    case "LogicalProject":
      return plan.items.map(({ expression }) => expression);
    case "LogicalAggregate":
      return [
        ...plan.groups.map(({ expression }) => expression),
        ...plan.aggregates.flatMap(({ call }) => call?.arguments ?? []),
      ];
    case "LogicalSort":
      return plan.items.map(({ expression }) => expression);
    case "LogicalSkip":
    case "LogicalLimit":
      return [plan.count];
    case "LogicalCall":
      return plan.arguments;
    case "LogicalCreate":
      return createdProperties(plan);
    case "LogicalMerge":
      return [
        ...createdProperties(plan.create),
        ...[...plan.onMatch, ...plan.onCreate].flatMap(setExpressions),
      ];
    case "LogicalSet":
      return plan.items.flatMap(setExpressions);
    case "LogicalDelete":
      return plan.expressions;
    default:
      return unreachable(plan);
  }
}

function accessExpressions(access: RelationshipAccess): readonly BoundExpression[] {
  if (access.kind === "value") return [access.value];
  return access.kind === "order" ? access.bounds.map(({ value }) => value) : [];
}

function createdProperties({ nodes, relationships }: Pick<LogicalCreate, "nodes" | "relationships">) {
  return [...nodes, ...relationships].flatMap(({ properties }) => properties ?? []);
}
