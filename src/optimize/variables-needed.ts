import type { LogicalPlan } from "../plan/logical-plan.ts";
import { operatorExpressions, planInputs } from "../plan/plan-expressions.ts";
import type { BoundVariable } from "../semantics/bound-tree.ts";
import { variablesRead } from "../semantics/visit-expression.ts";
import { neededBySearch } from "./search-needs.ts";

/** The variables that an operator needs of its input, where those in `needed` are read after it. */
export function neededOfInput(
  plan: LogicalPlan,
  needed: ReadonlySet<BoundVariable>,
): ReadonlySet<BoundVariable> {
  const reads = ownReads(plan);
  // After grouping nothing is left of the rows but the groups and their aggregates.
  if (plan.kind === "LogicalAggregate" || plan.kind === "LogicalDistinct") return new Set(reads);
  const left = new Set(needed);
  for (const variable of writtenBy(plan)) left.delete(variable);
  for (const variable of reads) left.add(variable);
  return left;
}

/** All variables that a plan and what is below it read. */
function allReads(plan: LogicalPlan): readonly BoundVariable[] {
  return [...ownReads(plan), ...planInputs(plan).flatMap(allReads)];
}

function ownReads(plan: LogicalPlan): readonly BoundVariable[] {
  const inExpressions = operatorExpressions(plan).flatMap((expression) => [...variablesRead(expression)]);
  return [...inExpressions, ...readByPlace(plan)];
}

/** The variables that an operator reads other than in expressions. */
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
    case "LogicalReach":
      return [plan.from, ...(plan.into ? [plan.to] : [])];
    case "LogicalIntersect":
      return plan.legs.flatMap(({ from, distinctFrom }) => [from, ...distinctFrom]);
    case "LogicalDegree":
      return [plan.from, ...plan.distinctFrom];
    case "LogicalShortestPath":
      return [...neededBySearch(plan)];
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
    case "LogicalMerge":
    case "LogicalSet":
    case "LogicalDelete":
      return plan.keeps;
    default:
      return [];
  }
}

/** What an operator writes into the row whatever stood there before. */
function writtenBy(plan: LogicalPlan): readonly BoundVariable[] {
  switch (plan.kind) {
    case "LogicalUnwind":
      return [plan.variable];
    case "LogicalProject":
      return plan.items.map(({ variable }) => variable);
    case "LogicalCall":
      return plan.yields.map(({ variable }) => variable);
    case "LogicalOptional":
      return plan.introduces;
    default:
      return [];
  }
}
