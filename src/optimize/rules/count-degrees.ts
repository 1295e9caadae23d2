import type {
  LogicalAggregate,
  LogicalDegree,
  LogicalExpand,
  LogicalIntersect,
  LogicalPlan,
} from "../../plan/logical-plan.ts";
import { goBelow, neededOfInput } from "../../plan/variables-needed.ts";
import type { BoundAggregate, BoundVariable } from "../../semantics/bound-tree.ts";
import { queryGraph } from "../query-graph.ts";

/**
 * If rows are only counted, a last step whose relationship and node are not read is not expanded: the degree of its
 * start node is the number of rows it would produce. Several such steps multiply.
 *
 * @param onlyExpands whether only expands may be replaced by counts, not other operators
 */
export function countDegrees(
  plan: LogicalPlan,
  newWeight: () => BoundVariable,
  onlyExpands: boolean,
): LogicalPlan {
  if (plan.kind !== "LogicalAggregate" || plan.weight !== undefined) return plan;
  const { introduces } = queryGraph(plan.input);
  const aggregates = plan.aggregates.map((aggregate) => asRowCount(aggregate, introduces));
  if (aggregates.length === 0 || !aggregates.every(({ call }) => call === undefined)) return plan;
  const counted: LogicalAggregate = { ...plan, aggregates };
  const weight = newWeight();
  const input = withoutLastSteps(plan.input, neededOfInput(counted, new Set()), weight, onlyExpands);
  return input === plan.input ? plan : { ...counted, input, weight };
}

/** `count(x)` of a variable bound by a pattern counts rows, because it is never null. */
function asRowCount(aggregate: BoundAggregate, matched: ReadonlySet<BoundVariable>): BoundAggregate {
  const { call, distinct } = aggregate;
  const [argument] = call?.arguments ?? [];
  if (call?.definition.name !== "count" || distinct || argument?.kind !== "VariableReference")
    return aggregate;
  return matched.has(argument.variable) ? { ...aggregate, call: undefined } : aggregate;
}

function withoutLastSteps(
  plan: LogicalPlan,
  neededAfter: ReadonlySet<BoundVariable>,
  weight: BoundVariable,
  onlyExpands: boolean,
): LogicalPlan {
  const steps: (LogicalDegree | LogicalIntersect)[] = [];
  let input = plan;
  let needed = new Set(neededAfter);
  while (!onlyExpands || input.kind === "LogicalExpand") {
    const step = countedStep(input, needed, weight);
    if (step === undefined) break;
    steps.push(step);
    needed = goBelow(step, needed);
    ({ input } = step);
  }
  return steps.reduceRight<LogicalPlan>(
    (below, step, at) => ({ ...step, input: below, multiplies: at < steps.length - 1 }),
    input,
  );
}

/** The step as a count; undefined if any variable that it binds is read. */
function countedStep(
  plan: LogicalPlan,
  needed: ReadonlySet<BoundVariable>,
  weight: BoundVariable,
): LogicalDegree | LogicalIntersect | undefined {
  if (plan.kind === "LogicalExpand") return countedExpand(plan, needed, weight);
  if (plan.kind !== "LogicalIntersect" || needed.has(plan.to)) return undefined;
  const isCounted = plan.legs.every(
    ({ relationship, distinctFrom }) => distinctFrom.length === 0 && !needed.has(relationship.variable),
  );
  return isCounted ? { ...plan, weight, multiplies: false } : undefined;
}

function countedExpand(
  { input, from, to, relationship, into, bound, distinctFrom }: LogicalExpand,
  needed: ReadonlySet<BoundVariable>,
  weight: BoundVariable,
): LogicalDegree | undefined {
  if (into || bound || needed.has(to) || needed.has(relationship.variable)) return undefined;
  if (!distinctFrom.every(({ type }) => type === "relationship")) return undefined;
  return { kind: "LogicalDegree", input, from, relationship, distinctFrom, weight, multiplies: false };
}
