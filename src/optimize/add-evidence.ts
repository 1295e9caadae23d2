import { EVIDENCE_AGGREGATE } from "../functions/evidence-aggregate.ts";
import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import type { BoundExpression, BoundVariable } from "../semantics/bound-tree.ts";
import { ANY } from "../semantics/static-type.ts";
import { isPatternOperator, patternStretch } from "./pattern-steps.ts";

/**
 * The same query with one hidden variable more: what each row rests on, the nodes and relationships that its
 * matches bound on the way (why-provenance). A match adds to it, grouping merges the evidence of its rows, and
 * everything else passes it on. The last rewrite, as patterns must not be taken apart after it.
 *
 * Patterns in expressions leave no evidence yet, nor do the repeated rows that a UNION drops.
 */
export function addEvidence(query: LogicalQuery): LogicalQuery {
  const evidence: BoundVariable = { name: "evidence", slot: query.slots, type: "value", valueType: ANY };
  return { ...query, root: withEvidence(query.root, evidence), slots: query.slots + 1 };
}

function withEvidence(plan: LogicalPlan, evidence: BoundVariable): LogicalPlan {
  const rewrite = (input: LogicalPlan) => withEvidence(input, evidence);
  if (isPatternOperator(plan)) {
    const introduced = [...patternStretch(plan).introduces].filter(({ type }) => type !== "path");
    const matched = rewriteBelowPattern(plan, rewrite);
    return introduced.length === 0
      ? matched
      : { kind: "LogicalEvidence", input: matched, variables: introduced, evidence };
  }
  switch (plan.kind) {
    case "LogicalArgument":
      return plan;
    case "LogicalUnion":
      return { ...plan, branches: plan.branches.map(rewrite) };
    case "LogicalOptional":
      return { ...plan, input: rewrite(plan.input), optional: rewrite(plan.optional) };
    case "LogicalResult":
      return { ...plan, input: rewrite(plan.input), evidence };
    case "LogicalSort":
    case "LogicalCreate":
    case "LogicalMerge":
    case "LogicalSet":
    case "LogicalDelete":
      return { ...plan, input: rewrite(plan.input), keeps: [...plan.keeps, evidence] };
    case "LogicalAggregate":
      return { ...plan, input: rewrite(plan.input), aggregates: [...plan.aggregates, mergeInto(evidence)] };
    case "LogicalDistinct": {
      const groups = plan.variables.map((variable) => ({ variable, expression: reference(variable) }));
      return {
        kind: "LogicalAggregate",
        input: rewrite(plan.input),
        groups,
        aggregates: [mergeInto(evidence)],
      };
    }
    default:
      return { ...plan, input: rewrite(plan.input) };
  }
}

function rewriteBelowPattern(plan: LogicalPlan, rewrite: (plan: LogicalPlan) => LogicalPlan): LogicalPlan {
  return isPatternOperator(plan)
    ? { ...plan, input: rewriteBelowPattern(plan.input, rewrite) }
    : rewrite(plan);
}

function mergeInto(evidence: BoundVariable) {
  const call = { definition: EVIDENCE_AGGREGATE, arguments: [reference(evidence)] };
  return { variable: evidence, call, distinct: false, span: { start: 0, end: 0 } };
}

function reference(variable: BoundVariable): BoundExpression {
  return { kind: "VariableReference", variable, span: { start: 0, end: 0 } };
}
