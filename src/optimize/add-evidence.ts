import type { GraphIndex } from "../index/graph-index.ts";
import type { LogicalEvidence, LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import { operatorExpressions } from "../plan/plan-expressions.ts";
import type { BoundExpression, BoundRelationship, BoundVariable } from "../semantics/bound-tree.ts";
import { ANY } from "../semantics/static-type.ts";
import { holdsPattern } from "../semantics/visit-expression.ts";
import { aggregateInOrder } from "./aggregate-in-order.ts";
import { isPatternOperator, type PatternOperator, patternStretch } from "./pattern-steps.ts";
import { scanInOrder } from "./scan-in-order.ts";

/**
 * The same query with one hidden variable more: what each row rests on, the nodes and relationships that patterns
 * matched on the way to it (why-provenance). A match adds to it, a pattern in an expression adds what it found,
 * grouping merges the evidence of its rows, and everything else passes it on. Of the rewrites that leave rows out, only
 * those are made that leave out what no row of the result rests on.
 *
 * The last rewrite, as patterns must not be taken apart after it.
 */
export function addEvidence(query: LogicalQuery, index: GraphIndex): LogicalQuery {
  const evidence: BoundVariable = { name: "evidence", slot: query.slots, type: "value", valueType: ANY };
  const rewrite = (plan: LogicalPlan) => withEvidence(plan, evidence, index);
  return {
    ...query,
    root: rewrite(query.root),
    subplans: new Map([...query.subplans].map(([expression, plan]) => [expression, rewrite(plan)])),
    slots: query.slots + 1,
    evidence,
  };
}

function withEvidence(plan: LogicalPlan, evidence: BoundVariable, index: GraphIndex): LogicalPlan {
  const rewrite = (input: LogicalPlan) => restored(plan, withEvidence(input, evidence, index));
  if (isPatternOperator(plan)) {
    const added = recorded(plan);
    const matched = rewritePattern(plan, evidence, index);
    return added.length === 0 ? matched : evidenceOf("add", matched, added);
  }
  switch (plan.kind) {
    case "LogicalArgument":
      return plan;
    case "LogicalUnion":
      return { ...plan, branches: plan.branches.map((branch) => withEvidence(branch, evidence, index)) };
    case "LogicalOptional":
      return { ...plan, input: rewrite(plan.input), optional: withEvidence(plan.optional, evidence, index) };
    case "LogicalCall": {
      const yielded = plan.yields.map(({ variable }) => variable);
      const called = { ...plan, input: rewrite(plan.input) };
      return yielded.length === 0 ? called : evidenceOf("add", called, yielded);
    }
    case "LogicalSort": {
      const sort = scanInOrder(plan, index) as typeof plan;
      return { ...sort, input: kept(rewrite(sort.input)), keeps: [...sort.keeps, evidence] };
    }
    case "LogicalMerge": {
      const match = kept(withEvidence(plan.match, evidence, index));
      return { ...plan, input: kept(rewrite(plan.input)), match, keeps: [...plan.keeps, evidence] };
    }
    case "LogicalCreate":
    case "LogicalSet":
    case "LogicalDelete":
      return { ...plan, input: kept(rewrite(plan.input)), keeps: [...plan.keeps, evidence] };
    case "LogicalAggregate": {
      const aggregate = aggregateInOrder(plan) as typeof plan;
      return { ...aggregate, input: rewrite(plan.input) };
    }
    case "LogicalDistinct": {
      // Rows that are dropped as repeats are what the first one rests on too.
      const groups = plan.variables.map((variable) => ({ variable, expression: reference(variable) }));
      return { kind: "LogicalAggregate", input: rewrite(plan.input), groups, aggregates: [] };
    }
    default:
      return { ...plan, input: rewrite(plan.input) };
  }
}

/** A stretch of pattern operators stays in one piece; what it has bound is added at its end. */
function rewritePattern(plan: LogicalPlan, evidence: BoundVariable, index: GraphIndex): LogicalPlan {
  return isPatternOperator(plan)
    ? { ...plan, input: restored(plan, rewritePattern(plan.input, evidence, index)) }
    : withEvidence(plan, evidence, index);
}

/** Where an operator's expressions add what their patterns find, it is for this row only. */
function restored(plan: LogicalPlan, input: LogicalPlan): LogicalPlan {
  return operatorExpressions(plan).some(holdsPattern) ? evidenceOf("restore", input) : input;
}

function kept(input: LogicalPlan): LogicalPlan {
  return evidenceOf("keep", input);
}

function evidenceOf(
  purpose: LogicalEvidence["purpose"],
  input: LogicalPlan,
  variables: readonly BoundVariable[] = [],
): LogicalPlan {
  return { kind: "LogicalEvidence", input, purpose, variables };
}

/** What is to be written down of a match: not the nodes at the ends of its relationships, which are known by these. */
function recorded(plan: LogicalPlan): readonly BoundVariable[] {
  const { introduces } = patternStretch(plan);
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
