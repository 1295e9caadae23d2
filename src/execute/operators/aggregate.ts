import type { LogicalAggregate } from "../../plan/logical-plan.ts";
import type { Blocking, Execution, Next, Slot } from "../execution.ts";
import { compileKeyEncoders, type KeyEncoder } from "../expressions/compile-key-encoder.ts";
import { compileMeasuredSlot } from "../expressions/compile-measured.ts";
import { takeBytes } from "../holding.ts";
import { countByCode } from "./count-by-code.ts";
import { groupFinder } from "./group-finder.ts";
import { mergeEvidence } from "./merge-evidence.ts";
import { type RunningAggregate, runningAggregate } from "./running-aggregate.ts";

export function aggregate(plan: LogicalAggregate, execution: Execution, next: Next): Blocking {
  const counted = countByCode(plan, execution, next);
  if (counted !== undefined) return counted;
  const groups = openGroups(plan, execution, next);
  if (plan.ordered === true) {
    const expressions = plan.groups.map(({ expression }) => expression);
    const slots = expressions.flatMap((one) => (one.kind === "VariableReference" ? one.variable.slot : []));
    const others = expressions.filter(({ kind }) => kind !== "VariableReference");
    return aggregateInOrder(slots, compileKeyEncoders(others, execution), groups, execution);
  }
  return aggregateApart(plan, groups, execution);
}

/** The groups that have been met, numbered from 0. */
interface Groups {
  readonly begin: () => void;
  /** Begins a group with the row that stands in the execution. */
  readonly start: (group: number) => void;
  readonly take: (group: number) => void;
  /** Gives a group on as a row. */
  readonly give: (group: number) => boolean;
  readonly width: number;
}

function openGroups(plan: LogicalAggregate, execution: Execution, next: Next): Groups {
  const { row, holdings, budget } = execution;
  const groupSlots = plan.groups.map(({ variable }) => variable.slot);
  const computed = plan.groups.map(({ expression }) => compileMeasuredSlot(expression, execution));
  const slots = plan.aggregates.map(({ variable }) => variable.slot);
  const aggregates: RunningAggregate[] = plan.aggregates.map((bound) =>
    runningAggregate(bound, plan.weight, execution),
  );
  const { evidence } = execution;
  if (evidence !== undefined) {
    // The last of all: what is computed for a row may add to the row's evidence.
    aggregates.push(mergeEvidence(evidence, execution));
    slots.push(evidence.slot);
  }
  /** By group expression, then by group. */
  const kept: Slot[][] = plan.groups.map(() => []);
  const give = (group: number): boolean => {
    for (let at = 0; at < groupSlots.length; at++) {
      row[groupSlots[at] as number] = kept[at]?.[group] as Slot;
      if (holdings.length > 0) holdings[groupSlots[at] as number] = undefined;
    }
    for (let at = 0; at < slots.length; at++)
      row[slots[at] as number] = aggregates[at]?.result(group) ?? null;
    return next();
  };
  return {
    begin: () => {
      for (const values of kept) values.length = 0;
      for (const { begin } of aggregates) begin();
    },
    start: (group) => {
      for (const [at, { compute, holding }] of computed.entries()) {
        (kept[at] as Slot[])[group] = compute();
        const held = holding?.();
        if (held !== undefined) budget.keep(0, takeBytes(held));
      }
      for (const { start } of aggregates) start(group);
    },
    take: takeAll(aggregates),
    give: evidence === undefined ? give : restoring([evidence.slot, ...groupSlots], execution, give),
    width: computed.length + aggregates.length,
  };
}

/**
 * A group may be given on while a row of the next one stands in the execution. With evidence, a DISTINCT is grouped
 * by the very variables that it gives on.
 */
function restoring(
  slots: readonly number[],
  { row }: Execution,
  give: (group: number) => boolean,
): (group: number) => boolean {
  return (group) => {
    const before = slots.map((slot) => row[slot] as Slot);
    const goesOn = give(group);
    for (let at = 0; at < slots.length; at++) row[slots[at] as number] = before[at] as Slot;
    return goesOn;
  };
}

function takeAll(aggregates: readonly RunningAggregate[]): (group: number) => void {
  const [first, second] = aggregates;
  if (first !== undefined && second === undefined) return first.take;
  if (first !== undefined && second !== undefined && aggregates.length === 2) {
    return (group) => {
      first.take(group);
      second.take(group);
    };
  }
  return (group) => {
    for (const { take } of aggregates) take(group);
  };
}

/** Rows of a group may come at any time. */
function aggregateApart(plan: LogicalAggregate, groups: Groups, execution: Execution): Blocking {
  const { budget } = execution;
  const { begin, find } = groupFinder(
    plan.groups.map(({ expression }) => expression),
    execution,
  );
  let count = 0;
  return {
    begin: () => {
      begin();
      groups.begin();
      count = 0;
    },
    take: () => {
      const group = find();
      if (group === count) {
        groups.start(count++);
        budget.keep(groups.width);
      }
      groups.take(group);
      return true;
    },
    finish: () => {
      // Of no rows at all there is still one answer, where nothing is grouped by but something is asked of all rows.
      if (count === 0 && plan.groups.length === 0 && plan.aggregates.length > 0) groups.start(count++);
      for (let group = 0; group < count; group++) if (!groups.give(group)) return false;
      return true;
    },
  };
}

/**
 * Rows of a group come together: when another group begins, the one before is given on and forgotten.
 *
 * @param slots those of the one or two entities that are grouped by
 * @param others what else is grouped by
 */
function aggregateInOrder(
  [slot = 0, otherSlot = slot]: readonly number[],
  others: KeyEncoder,
  groups: Groups,
  { row }: Execution,
): Blocking {
  const { read } = others;
  // Numbers from the first comparison on, which JavaScript compares faster than what might be anything.
  let entity: Slot = -1;
  let otherEntity: Slot = -1;
  let code = -1;
  let isBegun = false;
  let goesOn = true;
  return {
    begin: () => {
      groups.begin();
      isBegun = false;
      goesOn = true;
    },
    take: () => {
      const now = read();
      if (!isBegun || row[otherSlot] !== otherEntity || row[slot] !== entity || now !== code) {
        if (isBegun && !groups.give(0)) {
          goesOn = false;
          return false;
        }
        entity = row[slot] as Slot;
        otherEntity = row[otherSlot] as Slot;
        code = now;
        isBegun = true;
        groups.start(0);
      }
      groups.take(0);
      return true;
    },
    finish: () => (isBegun && goesOn ? groups.give(0) : goesOn),
  };
}
