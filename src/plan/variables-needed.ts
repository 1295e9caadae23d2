import { unreachable } from "../diagnostics/invariant.ts";
import type { BoundVariable, RelationshipToCreate } from "../semantics/bound-tree.ts";
import { variablesRead } from "../semantics/visit-expression.ts";
import type { LogicalPlan } from "./logical-plan.ts";
import { operatorExpressions } from "./plan-expressions.ts";
import { planOperators, rewriteDown } from "./plan-tree.ts";
import { searchVariables } from "./search-variables.ts";

/** The variables that an operator needs from its input, if those in `needed` are read after it. */
export function neededOfInput(
  plan: LogicalPlan,
  needed: ReadonlySet<BoundVariable>,
): ReadonlySet<BoundVariable> {
  return goBelow(plan, new Set(needed));
}

/**
 * Same as {@link neededOfInput}, but modifies and returns the set passed in: on the way down a long plan, a copy for
 * each operator would take quadratic time.
 */
export function goBelow(plan: LogicalPlan, needed: Set<BoundVariable>): Set<BoundVariable> {
  // After grouping, only the groups and their aggregates remain.
  if (plan.kind === "LogicalAggregate" || plan.kind === "LogicalDistinct") needed.clear();
  for (const variable of ownReads(plan)) needed.add(variable);
  // Also variables that the operator both binds and reads, such as those in the match of a MERGE.
  for (const variable of boundBy(plan)) needed.delete(variable);
  return needed;
}

/** Fills in the variables that operators keep of the rows they hold: those read when a row is written, or later. */
export function withKeeps(root: LogicalPlan): LogicalPlan {
  let needed = new Set<BoundVariable>();
  return rewriteDown(root, (plan) => {
    const after = plan.kind === "LogicalSort" ? [...needed] : [];
    needed = goBelow(plan, needed);
    switch (plan.kind) {
      case "LogicalSort":
        return { ...plan, keeps: after };
      case "LogicalCreate":
      case "LogicalMerge":
      case "LogicalSet":
      case "LogicalDelete":
        return { ...plan, keeps: [...needed] };
      default:
        return plan;
    }
  });
}

/** All variables that an operator and the operators below it read. */
function allReads(plan: LogicalPlan): readonly BoundVariable[] {
  return [...planOperators(plan)].flatMap(ownReads);
}

function ownReads(plan: LogicalPlan): readonly BoundVariable[] {
  const inExpressions = operatorExpressions(plan).flatMap((expression) => [...variablesRead(expression)]);
  return [...inExpressions, ...readByPlace(plan)];
}

/** The variables that an operator reads outside of expressions. */
function readByPlace(plan: LogicalPlan): readonly BoundVariable[] {
  switch (plan.kind) {
    case "LogicalRelationshipScan":
      return [...(plan.access.kind === "known" ? [plan.relationship.variable] : []), ...plan.distinctFrom];
    case "LogicalExpand":
    case "LogicalVariableExpand":
      return [
        plan.from,
        ...(plan.into ? [plan.to] : []),
        ...(plan.bound ? [plan.relationship.variable] : []),
        ...plan.distinctFrom,
      ];
    case "LogicalPruningExpand":
      return [plan.from, ...(plan.into ? [plan.to] : [])];
    case "LogicalIntersect":
      return [
        ...plan.legs.flatMap(({ from, distinctFrom }) => [from, ...distinctFrom]),
        ...(plan.multiplies && plan.weight !== undefined ? [plan.weight] : []),
      ];
    case "LogicalDegree":
      return [plan.from, ...plan.distinctFrom, ...(plan.multiplies ? [plan.weight] : [])];
    case "LogicalShortestPath":
      return [...searchVariables(plan)];
    case "LogicalPath": {
      const { start, steps } = plan.part;
      return [start, ...steps.flatMap(({ relationship, node }) => [relationship.variable, node])];
    }
    case "LogicalOptional":
      return allReads(plan.optional);
    case "LogicalAggregate":
      return plan.weight === undefined ? [] : [plan.weight];
    case "LogicalDistinct":
    case "LogicalEvidence":
      return plan.variables;
    case "LogicalResult":
      return plan.outputs;
    case "LogicalCreate":
      return [...plan.keeps, ...plan.relationships.flatMap(endsOf)];
    case "LogicalMerge":
      return [...plan.keeps, ...plan.create.relationships.flatMap(endsOf), ...allReads(plan.match)];
    case "LogicalSet":
    case "LogicalDelete":
      return plan.keeps;
    case "LogicalArgument":
    case "LogicalNodeScan":
    case "LogicalNodeSeek":
    case "LogicalNodeHashSeek":
    case "LogicalFilter":
    case "LogicalUnwind":
    case "LogicalProject":
    case "LogicalSort":
    case "LogicalSkip":
    case "LogicalLimit":
    case "LogicalCall":
    case "LogicalUnion":
      return [];
    default:
      return unreachable(plan);
  }
}

function endsOf({ start, end }: RelationshipToCreate): readonly BoundVariable[] {
  return [start, end];
}

/** A weight that is multiplied is already bound below. */
function boundWeight(weight: BoundVariable, multiplies: boolean | undefined): readonly BoundVariable[] {
  return multiplies ? [] : [weight];
}

/** The variables that an operator binds, so that no operator below it can read them. */
export function boundBy(plan: LogicalPlan): readonly BoundVariable[] {
  switch (plan.kind) {
    case "LogicalNodeScan":
    case "LogicalNodeSeek":
    case "LogicalNodeHashSeek":
    case "LogicalUnwind":
      return [plan.variable];
    case "LogicalExpand":
    case "LogicalVariableExpand":
      return [...(plan.bound ? [] : [plan.relationship.variable]), ...(plan.into ? [] : [plan.to])];
    case "LogicalRelationshipScan": {
      const { from, to, relationship, access } = plan;
      return [from, ...(access.kind === "known" ? [] : [relationship.variable]), to];
    }
    case "LogicalIntersect":
      return plan.weight === undefined
        ? [...plan.legs.map(({ relationship }) => relationship.variable), plan.to]
        : boundWeight(plan.weight, plan.multiplies);
    case "LogicalDegree":
      return boundWeight(plan.weight, plan.multiplies);
    case "LogicalShortestPath": {
      const { relationship, path } = plan;
      return [relationship.variable, ...(path === undefined ? [] : [path])];
    }
    case "LogicalPath":
      return [plan.path];
    case "LogicalPruningExpand":
      return plan.into ? [] : [plan.to];
    case "LogicalProject":
      return plan.items.map(({ variable }) => variable);
    case "LogicalAggregate":
      return [...plan.groups, ...plan.aggregates].map(({ variable }) => variable);
    case "LogicalCall":
      return plan.yields.map(({ variable }) => variable);
    case "LogicalOptional":
      return plan.introduces;
    case "LogicalCreate":
      return [...plan.nodes, ...plan.relationships].map(({ variable }) => variable);
    case "LogicalMerge":
      return plan.introduces;
    case "LogicalArgument":
    case "LogicalFilter":
    case "LogicalDistinct":
    case "LogicalSort":
    case "LogicalSkip":
    case "LogicalLimit":
    case "LogicalSet":
    case "LogicalDelete":
    case "LogicalUnion":
    case "LogicalEvidence":
    case "LogicalResult":
      return [];
    default:
      return unreachable(plan);
  }
}
