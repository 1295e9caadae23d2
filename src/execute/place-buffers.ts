import type { LogicalPlan } from "../plan/logical-plan.ts";
import { hasInput } from "../plan/plan-tree.ts";
import { boundBy, goBelow } from "../plan/variables-needed.ts";
import type { BoundVariable } from "../semantics/bound-tree.ts";

/** How many operators may be nested in each other's calls before a buffer divides them: more than people's queries have. */
const MOST_CALLS = 100;

/** The operators below which a long plan gets a buffer, each with the slots that the buffer has to keep. */
export function placeBuffers(
  plan: LogicalPlan,
  evidenceSlot: number | undefined,
): ReadonlyMap<LogicalPlan, readonly number[]> {
  const places = new Set<LogicalPlan>();
  let calls = 0;
  for (let operator = plan; hasInput(operator); operator = operator.input) {
    calls = endsCalls(operator) ? 0 : calls + callsOf(operator);
    if (calls < MOST_CALLS) continue;
    places.add(operator);
    calls = 0;
  }
  return places.size === 0 ? new Map() : slotsToKeep(plan, places, evidenceSlot);
}

/** Whether an operator sees all its input before it gives a row, and so divides a plan by itself. */
function endsCalls(plan: LogicalPlan): boolean {
  switch (plan.kind) {
    case "LogicalAggregate":
      return plan.ordered !== true;
    case "LogicalSort":
    case "LogicalCreate":
    case "LogicalMerge":
    case "LogicalSet":
    case "LogicalDelete":
      return true;
    default:
      return false;
  }
}

/** A row that the plan inside an operator has found is handed on from within. */
function callsOf(plan: LogicalPlan): number {
  if (plan.kind !== "LogicalOptional") return 1;
  let calls = 1;
  let operator = plan.optional;
  for (; hasInput(operator) && calls < MOST_CALLS; operator = operator.input) calls++;
  return calls;
}

/** What is bound below a buffer and read above it. */
function slotsToKeep(
  plan: LogicalPlan,
  places: ReadonlySet<LogicalPlan>,
  evidenceSlot: number | undefined,
): ReadonlyMap<LogicalPlan, readonly number[]> {
  // What a plan inside another operator binds may be read anywhere above that operator.
  const isWhole = plan.kind === "LogicalResult";
  const depths = bindingDepths(plan);
  const buffers = new Map<LogicalPlan, readonly number[]>();
  let needed = new Set<BoundVariable>();
  let depth = 0;
  for (let operator = plan; hasInput(operator); operator = operator.input) {
    needed = goBelow(operator, needed);
    depth++;
    if (!places.has(operator)) continue;
    const slots = evidenceSlot === undefined ? [] : [evidenceSlot];
    for (const variable of isWhole ? needed : depths.keys()) {
      if ((depths.get(variable) ?? 0) >= depth) slots.push(variable.slot);
    }
    buffers.set(operator, slots);
  }
  return buffers;
}

/** How many operators are above the lowest one that binds a variable. */
function bindingDepths(plan: LogicalPlan): ReadonlyMap<BoundVariable, number> {
  const depths = new Map<BoundVariable, number>();
  let depth = 0;
  for (let operator = plan; hasInput(operator); operator = operator.input) {
    for (const variable of boundBy(operator)) depths.set(variable, depth);
    depth++;
  }
  return depths;
}
