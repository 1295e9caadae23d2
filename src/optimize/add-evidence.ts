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
 * Ordered plan → the same plan with one more, hidden variable: the evidence of each row, that is, the nodes and
 * relationships that patterns matched to produce it (why-provenance). A match adds to the evidence, a pattern in an
 * expression adds its matches, grouping merges the evidence of its rows, and every other operator passes it on.
 *
 * This is the last rewrite: patterns must not be split after it. Earlier reductions may drop rows only if their
 * evidence can still be found: early DISTINCT merges the evidence of equal rows, and a step that is only counted has as
 * evidence all relationships that it could follow.
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
  /**
   * The next operator of a match whose last operator was already visited; its bindings are recorded at that last
   * operator.
   */
  let inside: LogicalPlan | undefined;
  return rewriteDown(root, (plan) => {
    if (plan.kind === "LogicalEvidence") return plan;
    if (plan !== inside && isMatch(plan)) {
      inside = plan;
      const withMatch = matchWithEvidence(plan);
      if (withMatch !== plan) return withMatch;
    }
    if (!isMatch(plan)) return operatorWithEvidence(plan, evidence);
    // A run of pattern operators is kept whole, below the steps that are only counted.
    const continues = isPatternOperator(plan.input) || plan.kind === "LogicalDegree";
    inside = continues && isMatch(plan.input) ? plan.input : undefined;
    return withRestore(plan);
  });
}

function isMatch(plan: LogicalPlan): plan is PatternOperator | LogicalDegree {
  return isPatternOperator(plan) || plan.kind === "LogicalDegree";
}

/** An operator that matches no pattern itself, with its inner plans rewritten; its input is rewritten later. */
function operatorWithEvidence(plan: LogicalPlan, evidence: BoundVariable): LogicalPlan {
  switch (plan.kind) {
    case "LogicalMerge": {
      const match = evidenceOf("keep", withEvidence(plan.match, evidence));
      return { ...plan, input: keepInput(plan), match, keeps: [...plan.keeps, evidence] };
    }
    case "LogicalSort":
    case "LogicalCreate":
    case "LogicalSet":
    case "LogicalDelete":
      return { ...plan, input: keepInput(plan), keeps: [...plan.keeps, evidence] };
    case "LogicalDistinct":
      return withRestore(distinctAsGroups(plan));
    default:
      return withRestore(mapInnerPlans(plan, (inner) => withEvidence(inner, evidence)));
  }
}

/** Duplicate rows are also evidence for the first one, so DISTINCT becomes grouping, which merges their evidence. */
function distinctAsGroups(plan: LogicalDistinct): LogicalPlan {
  const early = distinctBeforeProject(plan);
  // The sources of the values are compared faster than the values.
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

/** Adds the bindings of a match at its end, together with its last steps if they are only counted. */
function matchWithEvidence(plan: LogicalPlan): LogicalPlan {
  const counted: LogicalDegree[] = [];
  let pattern = plan;
  for (; pattern.kind === "LogicalDegree"; pattern = pattern.input) counted.push(pattern);
  return addMatched(plan, recordedVariables(pattern), counted.reverse());
}

function addMatched(
  input: LogicalPlan,
  variables: readonly BoundVariable[],
  counted: readonly LogicalDegree[],
): LogicalPlan {
  if (variables.length + counted.length === 0) return input;
  return { kind: "LogicalEvidence", input, purpose: "add", variables, counted };
}

/** If patterns in an operator's expressions add evidence, it applies to the current row only and is then reset. */
function withRestore(plan: LogicalPlan): LogicalPlan {
  return hasInput(plan) ? { ...plan, input: restoreInput(plan) } : plan;
}

function restoreInput(plan: OperatorWithInput): LogicalPlan {
  return operatorExpressions(plan).some(containsPattern) ? evidenceOf("restore", plan.input) : plan.input;
}

/** For an operator that buffers its input rows: keeps the evidence records of these rows. */
function keepInput(plan: OperatorWithInput): LogicalPlan {
  return evidenceOf("keep", restoreInput(plan));
}

function evidenceOf(purpose: "keep" | "restore", input: LogicalPlan): LogicalPlan {
  return { kind: "LogicalEvidence", input, purpose, variables: [], counted: [] };
}

/**
 * The variables to record for a match. End nodes of its relationships are omitted, since the relationships determine
 * them.
 */
function recordedVariables(plan: LogicalPlan): readonly BoundVariable[] {
  const { introduces } = queryGraph(plan);
  const known = new Set<BoundVariable>();
  for (let operator = plan; isPatternOperator(operator); operator = operator.input) {
    for (const { relationship, ends } of stepsOf(operator)) {
      const mayBeEmpty = relationship.length !== undefined && relationship.length.minimum === 0;
      if (introduces.has(relationship.variable) && !mayBeEmpty) for (const end of ends) known.add(end);
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
