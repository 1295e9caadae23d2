import type {
  LogicalExpand,
  LogicalFilter,
  LogicalNodeScan,
  LogicalNodeSeek,
  LogicalPath,
  LogicalPlan,
  LogicalShortestPath,
  LogicalVariableExpand,
} from "../plan/logical-plan.ts";
import type { BoundExpression, BoundVariable } from "../semantics/bound-tree.ts";

/** An operator that takes a step of a pattern. */
export type Step = LogicalExpand | LogicalVariableExpand;

/** The operators that match a pattern, and nothing else. */
export type PatternOperator =
  | Step
  | LogicalNodeScan
  | LogicalNodeSeek
  | LogicalShortestPath
  | LogicalPath
  | LogicalFilter;

const PATTERN_OPERATORS: ReadonlySet<LogicalPlan["kind"]> = new Set([
  "LogicalNodeScan",
  "LogicalNodeSeek",
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
  /** Where nodes are looked for first, whichever way. */
  readonly scans: readonly (LogicalNodeScan | LogicalNodeSeek)[];
  readonly steps: readonly Step[];
  readonly searches: readonly LogicalShortestPath[];
  readonly paths: readonly LogicalPath[];
  /** All of these must be true; conjunctions are taken apart. In the order of the text. */
  readonly predicates: readonly BoundExpression[];
}

/** The stretch that ends in `plan`; it is empty where `plan` matches no pattern. */
export function patternStretch(plan: LogicalPlan): PatternStretch {
  const scans: (LogicalNodeScan | LogicalNodeSeek)[] = [];
  const steps: Step[] = [];
  const searches: LogicalShortestPath[] = [];
  const paths: LogicalPath[] = [];
  const predicates: BoundExpression[] = [];
  let input = plan;
  for (;;) {
    switch (input.kind) {
      case "LogicalNodeScan":
      case "LogicalNodeSeek":
        scans.unshift(input);
        break;
      case "LogicalExpand":
      case "LogicalVariableExpand":
        steps.unshift(input);
        break;
      case "LogicalShortestPath":
        searches.unshift(input);
        break;
      case "LogicalPath":
        paths.unshift(input);
        break;
      case "LogicalFilter":
        predicates.unshift(...conjuncts(input.predicate));
        break;
      default:
        return { input, scans, steps, searches, paths, predicates };
    }
    input = input.input;
  }
}

function conjuncts(predicate: BoundExpression): readonly BoundExpression[] {
  return predicate.kind === "Logical" && predicate.operator === "AND"
    ? predicate.operands.flatMap(conjuncts)
    : [predicate];
}

/** What a stretch binds anew. */
export function introducedBy({ scans, steps, searches, paths }: PatternStretch): ReadonlySet<BoundVariable> {
  const introduced = new Set<BoundVariable>(scans.map(({ variable }) => variable));
  for (const step of steps) {
    if (!step.bound) introduced.add(step.relationship.variable);
    if (!step.into) introduced.add(step.to);
  }
  for (const { relationship, path } of searches) {
    introduced.add(relationship.variable);
    if (path !== undefined) introduced.add(path);
  }
  for (const { path } of paths) introduced.add(path);
  return introduced;
}
