import { unreachable } from "../diagnostics/invariant.ts";
import type {
  BoundBranch,
  BoundClause,
  BoundCreate,
  BoundExpression,
  BoundProjection,
  BoundQuery,
  BoundVariable,
  SubqueryExists,
} from "../semantics/bound-tree.ts";
import { introducedBy, variablesRead, visitExpression } from "../semantics/visit-expression.ts";
import type { LogicalPlan, LogicalQuery, SubplanExpression } from "./logical-plan.ts";
import { mergeCreates } from "./merge-creates.ts";
import { planExpressions } from "./plan-expressions.ts";
import { planPattern } from "./plan-pattern.ts";
import { withKeeps } from "./variables-needed.ts";

/** Bound query → logical plan, clause by clause in the order of the text. */
export function planQuery(query: BoundQuery): LogicalQuery {
  const branches = query.branches.map((branch) => planBranch(branch, new Set()));
  const [first] = branches;
  const root: LogicalPlan =
    branches.length === 1 && first !== undefined
      ? first
      : { kind: "LogicalUnion", branches, all: query.unionAll.every(Boolean) };
  const { columns, slots, writes, parameters, patternUses } = query;
  return { root, subplans: planSubplans(root), columns, slots, writes, parameters, patternUses };
}

/** @param outer the variables that the row has before the query begins; empty unless it is inside an expression */
function planBranch(branch: BoundBranch, outer: ReadonlySet<BoundVariable>): LogicalPlan {
  let plan: LogicalPlan = { kind: "LogicalArgument" };
  let known = new Set(outer);
  for (const clause of mergeCreates(branch.clauses)) {
    plan = planClause(clause, plan, known);
    if (clause.kind === "BoundProjection") known = new Set(outer);
    for (const variable of introducedBy(clause)) known.add(variable);
  }
  return withKeeps({ kind: "LogicalResult", input: plan, outputs: branch.outputs });
}

/** Placeholder in operators that keep rows: {@link withKeeps} fills in their variables. */
const KEEPS_LATER: readonly BoundVariable[] = [];

function planClause(clause: BoundClause, input: LogicalPlan, known: Set<BoundVariable>): LogicalPlan {
  switch (clause.kind) {
    case "BoundMatch": {
      const { pattern, optional } = clause;
      if (!optional) return planPattern(pattern, input, known);
      const inside = planPattern(pattern, { kind: "LogicalArgument" }, known);
      return { kind: "LogicalOptional", input, optional: inside, introduces: pattern.introduces };
    }
    case "BoundUnwind":
      return { kind: "LogicalUnwind", input, list: clause.list, variable: clause.variable };
    case "BoundCall": {
      const { procedure, yields, where } = clause;
      const plan: LogicalPlan = {
        kind: "LogicalCall",
        input,
        procedure,
        arguments: clause.arguments,
        yields,
        span: clause.span,
      };
      return where === undefined ? plan : { kind: "LogicalFilter", input: plan, predicate: where };
    }
    case "BoundCreate": {
      const { nodes, relationships } = clause;
      return planPaths(clause, { kind: "LogicalCreate", input, nodes, relationships, keeps: KEEPS_LATER });
    }
    case "BoundMerge": {
      const { pattern, create, onMatch, onCreate } = clause;
      const match = planPattern(pattern, { kind: "LogicalArgument" }, known);
      const { introduces } = pattern;
      const merge = {
        kind: "LogicalMerge",
        input,
        match,
        create,
        onMatch,
        onCreate,
        introduces,
        keeps: KEEPS_LATER,
      } as const;
      return planPaths(create, merge);
    }
    case "BoundSet":
      return { kind: "LogicalSet", input, items: clause.items, keeps: KEEPS_LATER };
    case "BoundDelete": {
      const { detach, expressions } = clause;
      return { kind: "LogicalDelete", input, detach, expressions, keeps: KEEPS_LATER };
    }
    case "BoundProjection":
      return planProjection(clause, input);
    default:
      return unreachable(clause);
  }
}

function planProjection(clause: BoundProjection, input: LogicalPlan): LogicalPlan {
  const { aggregation, items, distinct, orderBy, skip, limit, where } = clause;
  let plan = input;
  if (aggregation !== undefined) plan = { kind: "LogicalAggregate", input: plan, ...aggregation };
  plan = { kind: "LogicalProject", input: plan, items };
  const variables = items.map(({ variable }) => variable);
  if (distinct) plan = { kind: "LogicalDistinct", input: plan, variables };
  if (orderBy.length > 0)
    plan = { kind: "LogicalSort", input: plan, items: orderBy, keeps: KEEPS_LATER, top: undefined };
  if (skip !== undefined) plan = { kind: "LogicalSkip", input: plan, count: skip };
  if (limit !== undefined) plan = { kind: "LogicalLimit", input: plan, count: limit };
  if (where !== undefined) plan = { kind: "LogicalFilter", input: plan, predicate: where };
  return plan;
}

/** Builds the paths of created entities. */
function planPaths({ paths }: BoundCreate, input: LogicalPlan): LogicalPlan {
  return paths.reduce<LogicalPlan>(
    (plan, part) =>
      part.path === undefined ? plan : { kind: "LogicalPath", input: plan, path: part.path, part },
    input,
  );
}

/** Plans the patterns and queries inside expressions. They start from the current row, and may contain others. */
function planSubplans(root: LogicalPlan): Map<SubplanExpression, LogicalPlan> {
  const subplans = new Map<SubplanExpression, LogicalPlan>();
  const visit = (plan: LogicalPlan): void => {
    for (const expression of planExpressions(plan)) visitExpression(expression, planPart);
  };
  const planPart = (part: BoundExpression): void => {
    if (part.kind !== "PatternExists" && part.kind !== "PatternCollection" && part.kind !== "SubqueryExists")
      return;
    if (subplans.has(part)) return;
    const known = new Set(variablesRead(part));
    const subplan =
      part.kind === "SubqueryExists"
        ? planSubquery(part, known)
        : planPattern(part.pattern, { kind: "LogicalArgument" }, known);
    subplans.set(part, subplan);
    visit(subplan);
  };
  visit(root);
  return subplans;
}

/** Only the existence of a row matters, so a UNION need not remove duplicates. */
function planSubquery({ branches }: SubqueryExists, known: ReadonlySet<BoundVariable>): LogicalPlan {
  const plans = branches.map((branch) => planBranch(branch, new Set(known)));
  const [first] = plans;
  return plans.length === 1 && first !== undefined
    ? first
    : { kind: "LogicalUnion", branches: plans, all: true };
}
