import type { LogicalDegree, LogicalDistinct, LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import { operatorExpressions } from "../plan/plan-expressions.ts";
import { hasInput, mapInnerPlans, type OperatorWithInput, rewriteDown } from "../plan/plan-tree.ts";
import type { BoundExpression, BoundRelationship, BoundVariable } from "../semantics/bound-tree.ts";
import { ANY } from "../semantics/static-type.ts";
import { containsPattern } from "../semantics/visit-expression.ts";
import type { GraphIndex } from "../storage/graph-index.ts";
import { isPatternOperator, type PatternOperator, queryGraph } from "./query-graph.ts";
import { reduceQuery } from "./reduce-query.ts";
import { aggregateInOrder } from "./rules/aggregate-in-order.ts";
import { distinctBeforeProject } from "./rules/distinct-before-project.ts";

/**
 * Ordered plan → one with a hidden variable more: what each row rests on, the nodes and relationships that patterns
 * matched on the way to it (why-provenance). A match adds to it, a pattern in an expression adds what it found,
 * grouping merges the evidence of its rows, and everything else passes it on.
 *
 * It is the last rewrite, as patterns must not be taken apart after it. Before it, rows are left out only where what
 * they rest on is known without them: of rows that are told apart early the evidence is merged, and where a step is
 * only counted, all the relationships that it could go along are what it rests on.
 */
export function addEvidence(ordered: LogicalQuery, index: GraphIndex): LogicalQuery {
  const query = reduceQuery(ordered, index, true);
  const evidence: BoundVariable = { name: "evidence", slot: query.slots, type: "value", valueType: ANY };
  const rewrite = (plan: LogicalPlan) => withEvidence(plan, evidence);
  return {
    ...query,
    root: rewrite(query.root),
    subplans: new Map([...query.subplans].map(([expression, plan]) => [expression, rewrite(plan)])),
    slots: query.slots + 1,
    evidence,
  };
}

function withEvidence(root: LogicalPlan, evidence: BoundVariable): LogicalPlan {
  /** The next operator of a match whose end has been passed: what it binds is added there. */
  let inside: LogicalPlan | undefined;
  return rewriteDown(root, (plan) => {
    if (plan.kind === "LogicalEvidence") return plan;
    if (plan !== inside && isMatch(plan)) {
      inside = plan;
      const added = matchWithEvidence(plan);
      if (added !== plan) return added;
    }
    if (!isMatch(plan)) return operatorWithEvidence(plan, evidence);
    // A stretch of pattern operators stays in one piece, below the steps that are only counted.
    const isWithin = isPatternOperator(plan.input) || plan.kind === "LogicalDegree";
    inside = isWithin && isMatch(plan.input) ? plan.input : undefined;
    return restored(plan);
  });
}

function isMatch(plan: LogicalPlan): plan is PatternOperator | LogicalDegree {
  return isPatternOperator(plan) || plan.kind === "LogicalDegree";
}

/** An operator that matches nothing itself, with its inner plans; its input is yet to be rewritten. */
function operatorWithEvidence(plan: LogicalPlan, evidence: BoundVariable): LogicalPlan {
  switch (plan.kind) {
    case "LogicalMerge": {
      const match = evidenceOf("keep", withEvidence(plan.match, evidence));
      return { ...plan, input: keptInput(plan), match, keeps: [...plan.keeps, evidence] };
    }
    case "LogicalSort":
    case "LogicalCreate":
    case "LogicalSet":
    case "LogicalDelete":
      return { ...plan, input: keptInput(plan), keeps: [...plan.keeps, evidence] };
    case "LogicalDistinct":
      return restored(grouped(plan));
    default:
      return restored(mapInnerPlans(plan, (inner) => withEvidence(inner, evidence)));
  }
}

/** Rows that are dropped as repeats are what the first one rests on too: those that agree make a group. */
function grouped(plan: LogicalDistinct): LogicalPlan {
  const early = distinctBeforeProject(plan);
  // What the values are made from is told apart faster than the values.
  const { by, input } = early.kind === "LogicalProject" && isDistinct(early.input) ? early.input : plan;
  const groups = plan.variables.map((variable, at) => ({
    variable,
    expression: by?.[at] ?? reference(variable),
  }));
  return aggregateInOrder({ kind: "LogicalAggregate", input, groups, aggregates: [] });
}

function isDistinct(plan: LogicalPlan): plan is LogicalDistinct {
  return plan.kind === "LogicalDistinct";
}

/** What a match has bound is added at its end, with what its last steps have only counted. */
function matchWithEvidence(plan: LogicalPlan): LogicalPlan {
  const counted: LogicalDegree[] = [];
  let pattern = plan;
  for (; pattern.kind === "LogicalDegree"; pattern = pattern.input) counted.push(pattern);
  return added(plan, recorded(pattern), counted.reverse());
}

function added(
  input: LogicalPlan,
  variables: readonly BoundVariable[],
  counted: readonly LogicalDegree[],
): LogicalPlan {
  if (variables.length + counted.length === 0) return input;
  return { kind: "LogicalEvidence", input, purpose: "add", variables, counted };
}

/** Where an operator's expressions add what their patterns find, it is for this row only. */
function restored(plan: LogicalPlan): LogicalPlan {
  return hasInput(plan) ? { ...plan, input: restoredInput(plan) } : plan;
}

function restoredInput(plan: OperatorWithInput): LogicalPlan {
  return operatorExpressions(plan).some(containsPattern) ? evidenceOf("restore", plan.input) : plan.input;
}

/** The operator holds the rows that it is given, with what is written down for them. */
function keptInput(plan: OperatorWithInput): LogicalPlan {
  return evidenceOf("keep", restoredInput(plan));
}

function evidenceOf(purpose: "keep" | "restore", input: LogicalPlan): LogicalPlan {
  return { kind: "LogicalEvidence", input, purpose, variables: [], counted: [] };
}

/** What is to be written down of a match: not the nodes at the ends of its relationships, which are known by these. */
function recorded(plan: LogicalPlan): readonly BoundVariable[] {
  const { introduces } = queryGraph(plan);
  const known = new Set<BoundVariable>();
  for (let operator = plan; isPatternOperator(operator); operator = operator.input) {
    for (const { relationship, ends } of stepsOf(operator)) {
      const hasNone = relationship.length !== undefined && relationship.length.minimum === 0;
      if (introduces.has(relationship.variable) && !hasNone) for (const end of ends) known.add(end);
    }
  }
  return [...introduces].filter((variable) => variable.type !== "path" && !known.has(variable));
}

interface Step {
  readonly relationship: BoundRelationship;
  readonly ends: readonly BoundVariable[];
}

function stepsOf(operator: PatternOperator): readonly Step[] {
  switch (operator.kind) {
    case "LogicalExpand":
    case "LogicalVariableExpand":
    case "LogicalShortestPath":
    case "LogicalRelationshipScan":
      return [{ relationship: operator.relationship, ends: [operator.from, operator.to] }];
    case "LogicalIntersect":
      return operator.legs.map(({ relationship, from }) => ({ relationship, ends: [from, operator.to] }));
    default:
      return [];
  }
}

function reference(variable: BoundVariable): BoundExpression {
  return { kind: "VariableReference", variable, span: { start: 0, end: 0 } };
}
