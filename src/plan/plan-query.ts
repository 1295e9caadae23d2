import { unreachable } from "../diagnostics/invariant.ts";
import type { BoundVariable, PatternCollection, PatternExists } from "../semantics/bound-expression.ts";
import type { BoundBranch, BoundClause, BoundProjection, BoundQuery } from "../semantics/bound-query.ts";
import type { LogicalPlan, LogicalQuery } from "./logical-plan.ts";
import { planExpressions, visitExpression } from "./plan-expressions.ts";
import { planPattern } from "./plan-pattern.ts";

/** Bound query → logical plan, clause by clause in the order of the text. */
export function planQuery(query: BoundQuery): LogicalQuery {
  const branches = query.branches.map(planBranch);
  const [first] = branches;
  const root: LogicalPlan =
    branches.length === 1 && first !== undefined
      ? first
      : { kind: "LogicalUnion", branches, all: query.unionAll.every(Boolean) };
  const { columns, slots, writes } = query;
  return { root, subplans: planSubplans(root), columns, slots, writes };
}

function planBranch(branch: BoundBranch): LogicalPlan {
  let plan: LogicalPlan = { kind: "LogicalArgument" };
  let known: ReadonlySet<BoundVariable> = new Set();
  for (const clause of branch.clauses) {
    plan = planClause(clause, plan, known);
    known = knownAfter(clause, known);
  }
  return { kind: "LogicalResult", input: plan, outputs: branch.outputs };
}

function planClause(clause: BoundClause, input: LogicalPlan, known: ReadonlySet<BoundVariable>): LogicalPlan {
  switch (clause.kind) {
    case "BoundMatch": {
      const { pattern, optional } = clause;
      if (!optional) return planPattern(pattern, input, known);
      const inside = planPattern(pattern, { kind: "LogicalArgument" }, known);
      return { kind: "LogicalOptional", input, optional: inside, introduces: pattern.introduces };
    }
    case "BoundUnwind":
      return { kind: "LogicalUnwind", input, list: clause.list, variable: clause.variable };
    case "BoundCreate": {
      const { nodes, relationships, paths } = clause;
      let plan: LogicalPlan = { kind: "LogicalCreate", input, nodes, relationships, keeps: [...known] };
      for (const part of paths) {
        if (part.path !== undefined) plan = { kind: "LogicalPath", input: plan, path: part.path, part };
      }
      return plan;
    }
    case "BoundProjection":
      return planProjection(clause, input, known);
    default:
      return unreachable(clause);
  }
}

function planProjection(
  clause: BoundProjection,
  input: LogicalPlan,
  known: ReadonlySet<BoundVariable>,
): LogicalPlan {
  const { aggregation, items, distinct, orderBy, skip, limit, where } = clause;
  let plan = input;
  if (aggregation !== undefined) plan = { kind: "LogicalAggregate", input: plan, ...aggregation };
  plan = { kind: "LogicalProject", input: plan, items };
  const variables = items.map(({ variable }) => variable);
  if (distinct) plan = { kind: "LogicalDistinct", input: plan, variables };
  // Only a WHERE after it can still ask for variables from before the projection.
  const keeps =
    where === undefined || distinct || aggregation !== undefined ? variables : [...known, ...variables];
  if (orderBy.length > 0) plan = { kind: "LogicalSort", input: plan, items: orderBy, keeps, top: undefined };
  if (skip !== undefined) plan = { kind: "LogicalSkip", input: plan, count: skip };
  if (limit !== undefined) plan = { kind: "LogicalLimit", input: plan, count: limit };
  if (where !== undefined) plan = { kind: "LogicalFilter", input: plan, predicate: where };
  return plan;
}

function knownAfter(clause: BoundClause, known: ReadonlySet<BoundVariable>): ReadonlySet<BoundVariable> {
  switch (clause.kind) {
    case "BoundMatch":
      return new Set([...known, ...clause.pattern.introduces]);
    case "BoundUnwind":
      return new Set([...known, clause.variable]);
    case "BoundCreate": {
      const { nodes, relationships, paths } = clause;
      const created = [...nodes, ...relationships].map(({ variable }) => variable);
      return new Set([...known, ...created, ...paths.flatMap(({ path }) => path ?? [])]);
    }
    case "BoundProjection":
      return new Set(clause.items.map(({ variable }) => variable));
    default:
      return unreachable(clause);
  }
}

/** Patterns inside expressions start from the row that the expression is asked for, and may hold others. */
function planSubplans(root: LogicalPlan): Map<PatternExists | PatternCollection, LogicalPlan> {
  const subplans = new Map<PatternExists | PatternCollection, LogicalPlan>();
  const visit = (plan: LogicalPlan): void => {
    for (const expression of planExpressions(plan)) {
      visitExpression(expression, (part) => {
        if (part.kind !== "PatternExists" && part.kind !== "PatternCollection") return;
        const { pattern } = part;
        const introduced = new Set(pattern.introduces);
        const named = pattern.parts.flatMap(({ start, steps }) => [
          start,
          ...steps.flatMap(({ relationship, node }) => [relationship.variable, node]),
        ]);
        const known = new Set(named.filter((variable) => !introduced.has(variable)));
        const subplan = planPattern(pattern, { kind: "LogicalArgument" }, known);
        subplans.set(part, subplan);
        visit(subplan);
      });
    }
  };
  visit(root);
  return subplans;
}
