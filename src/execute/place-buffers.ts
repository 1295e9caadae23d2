import type { LogicalPlan } from "../plan/logical-plan.ts";
import { hasInput } from "../plan/plan-tree.ts";
import { boundBy, goBelow } from "../plan/variables-needed.ts";
import type { BoundVariable } from "../semantics/bound-tree.ts";

/** The number of nested operator calls before a buffer divides them: more than hand-written queries have. */
const MOST_CALLS = 100;

/** The operators of a long plan that get a buffer below them, each with the slots that the buffer must keep. */
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

/** Whether an operator is blocking: it consumes all its input before it emits a row, and so divides a plan. */
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

/** The nested calls of an operator. Rows of an optional plan are passed on from inside it, so its operators count. */
function callsOf(plan: LogicalPlan): number {
  if (plan.kind !== "LogicalOptional") return 1;
  let calls = 1;
  let operator = plan.optional;
  for (; hasInput(operator) && calls < MOST_CALLS; operator = operator.input) calls++;
  return calls;
}

/** By operator: the slots bound below its buffer and read above it. */
function slotsToKeep(
  plan: LogicalPlan,
  places: ReadonlySet<LogicalPlan>,
  evidenceSlot: number | undefined,
): ReadonlyMap<LogicalPlan, readonly number[]> {
  // Variables bound by a plan inside another operator may be read anywhere above that operator.
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

/** By variable: the number of operators above the lowest one that binds it. */
function bindingDepths(plan: LogicalPlan): ReadonlyMap<BoundVariable, number> {
  const depths = new Map<BoundVariable, number>();
  let depth = 0;
  for (let operator = plan; hasInput(operator); operator = operator.input) {
    for (const variable of boundBy(operator)) depths.set(variable, depth);
    depth++;
  }
  return depths;
}
