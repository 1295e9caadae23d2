import type {
  LogicalExpand,
  LogicalFilter,
  LogicalIntersect,
  LogicalNodeHashSeek,
  LogicalNodeScan,
  LogicalNodeSeek,
  LogicalPath,
  LogicalPlan,
  LogicalRelationshipScan,
  LogicalShortestPath,
  LogicalVariableExpand,
} from "../plan/logical-plan.ts";
import { boundBy } from "../plan/variables-needed.ts";
import type { BoundExpression, BoundVariable } from "../semantics/bound-tree.ts";

/** An operator that takes a step of a pattern. */
export type Step = LogicalExpand | LogicalVariableExpand;

/** The operators that match a pattern, and nothing else. */
export type PatternOperator =
  | Step
  | LogicalNodeHashSeek
  | LogicalRelationshipScan
  | LogicalIntersect
  | LogicalNodeScan
  | LogicalNodeSeek
  | LogicalShortestPath
  | LogicalPath
  | LogicalFilter;

const PATTERN_OPERATORS: ReadonlySet<LogicalPlan["kind"]> = new Set([
  "LogicalNodeScan",
  "LogicalNodeSeek",
  "LogicalNodeHashSeek",
  "LogicalRelationshipScan",
  "LogicalIntersect",
  "LogicalExpand",
  "LogicalVariableExpand",
  "LogicalShortestPath",
  "LogicalPath",
  "LogicalFilter",
]);

export function isPatternOperator(plan: LogicalPlan): plan is PatternOperator {
  return PATTERN_OPERATORS.has(plan.kind);
}

/** A part of a plan that only matches patterns, without the order of its operators. */
export interface QueryGraph {
  /** The operator below, which supplies the input rows. */
  readonly input: LogicalPlan;
  readonly steps: readonly Step[];
  readonly searches: readonly LogicalShortestPath[];
  readonly paths: readonly LogicalPath[];
  /** Predicates that must all be true; conjunctions are split. In the order of the text. */
  readonly predicates: readonly BoundExpression[];
  /** The variables that it introduces. */
  readonly introduces: ReadonlySet<BoundVariable>;
}

/** The query graph that ends in `plan`; empty if `plan` is not a pattern operator. */
export function queryGraph(plan: LogicalPlan): QueryGraph {
  const steps: Step[] = [];
  const searches: LogicalShortestPath[] = [];
  const paths: LogicalPath[] = [];
  const predicates: BoundExpression[] = [];
  const operators: PatternOperator[] = [];
  let input = plan;
  for (; isPatternOperator(input); input = input.input) operators.push(input);
  for (const operator of operators.reverse()) {
    if (operator.kind === "LogicalExpand" || operator.kind === "LogicalVariableExpand") steps.push(operator);
    else if (operator.kind === "LogicalShortestPath") searches.push(operator);
    else if (operator.kind === "LogicalPath") paths.push(operator);
    else if (operator.kind === "LogicalFilter")
      for (const predicate of conjuncts(operator.predicate)) predicates.push(predicate);
  }
  const introduces = new Set(operators.flatMap(boundBy));
  return { input, steps, searches, paths, predicates, introduces };
}

function conjuncts(predicate: BoundExpression): readonly BoundExpression[] {
  return predicate.kind === "Logical" && predicate.operator === "AND"
    ? predicate.operands.flatMap(conjuncts)
    : [predicate];
}
