import { unreachable } from "../diagnostics/invariant.ts";
import type { BoundExpression } from "../semantics/bound-tree.ts";
import { pathPredicates, setExpressions } from "../semantics/visit-expression.ts";
import type { LogicalCreate, LogicalPlan, RelationshipAccess } from "./logical-plan.ts";
import { planOperators } from "./plan-tree.ts";

/** The expressions of an operator and of all operators below it. */
export function* planExpressions(plan: LogicalPlan): Iterable<BoundExpression> {
  for (const operator of planOperators(plan)) yield* operatorExpressions(operator);
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
