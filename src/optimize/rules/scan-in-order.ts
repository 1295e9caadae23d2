import type {
  LogicalExpand,
  LogicalFilter,
  LogicalPlan,
  LogicalProject,
  LogicalRelationshipScan,
} from "../../plan/logical-plan.ts";
import type { BoundExpression, BoundSortItem, PropertyOf } from "../../semantics/bound-tree.ts";
import type { GraphIndex } from "../../storage/graph-index.ts";
import { relationshipCount } from "../cost/estimates.ts";
import { selectivity } from "../cost/selectivity.ts";

/** Assumed number of requested rows. */
const WANTED = 25;

/**
 * For the first rows in the order of a relationship property (ORDER BY … LIMIT): scans the relationships in that order,
 * only as far as needed. Rows with the same value are still sorted by the remaining sort keys.
 */
export function scanInOrder(plan: LogicalPlan, index: GraphIndex): LogicalPlan {
  if (plan.kind !== "LogicalSort" || plan.top === undefined || plan.presorted) return plan;
  const [first] = plan.items;
  if (first === undefined) return plan;
  const input = inOrderOf(plan.input, first, index);
  return input === undefined ? plan : { ...plan, input, presorted: true };
}

function inOrderOf(plan: LogicalPlan, first: BoundSortItem, index: GraphIndex): LogicalPlan | undefined {
  const above: (LogicalProject | LogicalFilter | LogicalExpand)[] = [];
  let operator = plan;
  let item = first;
  let share = 1;
  while (
    operator.kind === "LogicalProject" ||
    operator.kind === "LogicalFilter" ||
    operator.kind === "LogicalExpand"
  ) {
    if (operator.kind === "LogicalProject")
      item = { ...item, expression: sourceOf(item.expression, operator) };
    if (operator.kind === "LogicalFilter") share *= selectivity(operator.predicate, index);
    above.push(operator);
    operator = operator.input;
  }
  if (operator.kind !== "LogicalRelationshipScan") return undefined;
  const scan = orderedScan(operator, item, share, index);
  return scan && above.reduceRight<LogicalPlan>((input, one) => ({ ...one, input }), scan);
}

/** The expression below a projection, which may have renamed it. */
function sourceOf(expression: BoundExpression, { items }: LogicalProject): BoundExpression {
  if (expression.kind !== "VariableReference") return expression;
  return items.find(({ variable }) => variable === expression.variable)?.expression ?? expression;
}

/** @param share the share of scanned relationships that pass the predicates */
function orderedScan(
  plan: LogicalRelationshipScan,
  { expression, descending }: BoundSortItem,
  share: number,
  index: GraphIndex,
): LogicalPlan | undefined {
  const { access, relationship, input } = plan;
  if (input.kind !== "LogicalArgument" || relationship.types.length > 1) return undefined;
  if (!isPropertyOf(expression) || expression.object.variable !== relationship.variable) return undefined;
  const { key } = expression;
  if (access.kind === "order") {
    return access.key === key ? { ...plan, access: { ...access, descending } } : undefined;
  }
  const predicates = access.kind === "value" ? [seekPredicate(plan, access.key, access.value)] : [];
  const shares = predicates.map((predicate) => selectivity(predicate, index));
  const all = relationshipCount(relationship, index);
  const matching = shares.reduce((rows, one) => rows * one, all);
  const passed = WANTED / Math.max(share, 1 / all);
  // Scanning until enough rows have passed must not cost more than reading all relationships that the seek finds.
  if (access.kind === "known" || passed * all > matching * matching) return undefined;
  const scan: LogicalPlan = { ...plan, access: { kind: "order", key, descending, bounds: [] } };
  return predicates.reduce<LogicalPlan>(
    (scanned, predicate) => ({ kind: "LogicalFilter", input: scanned, predicate }),
    scan,
  );
}

/** The predicate that a seek satisfies for the relationships it finds. */
function seekPredicate(
  { relationship }: LogicalRelationshipScan,
  key: string,
  value: BoundExpression,
): BoundExpression {
  const { span } = value;
  const object: BoundExpression = { kind: "VariableReference", variable: relationship.variable, span };
  const property: BoundExpression = { kind: "PropertyOf", object, key, span };
  return { kind: "Comparison", operator: "=", left: property, right: value, span };
}

function isPropertyOf(
  expression: BoundExpression,
): expression is PropertyOf & { readonly object: Extract<BoundExpression, { kind: "VariableReference" }> } {
  return expression.kind === "PropertyOf" && expression.object.kind === "VariableReference";
}
