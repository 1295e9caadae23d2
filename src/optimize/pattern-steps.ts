import { unreachable } from "../diagnostics/invariant.ts";
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

/** A stretch of a plan that only matches patterns: what it does, without the order in which it does it. */
export interface PatternStretch {
  /** The operator below, whose rows it starts from. */
  readonly input: LogicalPlan;
  readonly steps: readonly Step[];
  readonly searches: readonly LogicalShortestPath[];
  readonly paths: readonly LogicalPath[];
  /** All of these must be true; conjunctions are taken apart. In the order of the text. */
  readonly predicates: readonly BoundExpression[];
  /** What it binds anew. */
  readonly introduces: ReadonlySet<BoundVariable>;
}

/** The stretch that ends in `plan`; it is empty where `plan` matches no pattern. */
export function patternStretch(plan: LogicalPlan): PatternStretch {
  const steps: Step[] = [];
  const searches: LogicalShortestPath[] = [];
  const paths: LogicalPath[] = [];
  const predicates: BoundExpression[] = [];
  const operators: PatternOperator[] = [];
  let input = plan;
  while (isPatternOperator(input)) {
    operators.unshift(input);
    if (input.kind === "LogicalExpand" || input.kind === "LogicalVariableExpand") steps.unshift(input);
    else if (input.kind === "LogicalShortestPath") searches.unshift(input);
    else if (input.kind === "LogicalPath") paths.unshift(input);
    else if (input.kind === "LogicalFilter") predicates.unshift(...conjuncts(input.predicate));
    input = input.input;
  }
  const introduces = new Set(operators.flatMap(boundBy));
  return { input, steps, searches, paths, predicates, introduces };
}

function conjuncts(predicate: BoundExpression): readonly BoundExpression[] {
  return predicate.kind === "Logical" && predicate.operator === "AND"
    ? predicate.operands.flatMap(conjuncts)
    : [predicate];
}

/** What an operator binds anew. */
function boundBy(operator: PatternOperator): readonly BoundVariable[] {
  switch (operator.kind) {
    case "LogicalNodeScan":
    case "LogicalNodeSeek":
    case "LogicalNodeHashSeek":
      return [operator.variable];
    case "LogicalExpand":
    case "LogicalVariableExpand":
      return [
        ...(operator.bound ? [] : [operator.relationship.variable]),
        ...(operator.into ? [] : [operator.to]),
      ];
    case "LogicalRelationshipScan": {
      const { from, to, relationship, access } = operator;
      return [from, ...(access.kind === "known" ? [] : [relationship.variable]), to];
    }
    case "LogicalIntersect":
      return [...operator.legs.map(({ relationship }) => relationship.variable), operator.to];
    case "LogicalShortestPath": {
      const { relationship, path } = operator;
      return [relationship.variable, ...(path === undefined ? [] : [path])];
    }
    case "LogicalPath":
      return [operator.path];
    case "LogicalFilter":
      return [];
    default:
      return unreachable(operator);
  }
}
