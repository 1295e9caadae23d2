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
    return aggregateOrdered(slots, compileKeyEncoders(others, execution), groups, execution);
  }
  return aggregateUnordered(plan, groups, execution);
}

/** The groups found so far, numbered from 0. */
interface Groups {
  readonly begin: () => void;
  /** Begins a group with the current row. */
  readonly start: (group: number) => void;
  readonly take: (group: number) => void;
  /** Emits a group as a row. */
  readonly emit: (group: number) => boolean;
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
    // Must come last: expressions computed for a row may add to its evidence.
    aggregates.push(mergeEvidence(evidence, execution));
    slots.push(evidence.slot);
  }
  /** By group expression, then by group. */
  const kept: Slot[][] = plan.groups.map(() => []);
  const emit = (group: number): boolean => {
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
    emit: evidence === undefined ? emit : restoring([evidence.slot, ...groupSlots], execution, emit),
    width: computed.length + aggregates.length,
  };
}

/**
 * Restores these slots after a group is emitted, because the current row may be the first of the next group. With
 * evidence, DISTINCT groups by the same variables that it emits.
 */
function restoring(
  slots: readonly number[],
  { row }: Execution,
  emit: (group: number) => boolean,
): (group: number) => boolean {
  return (group) => {
    const before = slots.map((slot) => row[slot] as Slot);
    const goesOn = emit(group);
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

/** Groups rows that arrive in any order. */
function aggregateUnordered(plan: LogicalAggregate, groups: Groups, execution: Execution): Blocking {
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
      // Without grouping keys, aggregates over no rows still return one row.
      if (count === 0 && plan.groups.length === 0 && plan.aggregates.length > 0) groups.start(count++);
      for (let group = 0; group < count; group++) if (!groups.emit(group)) return false;
      return true;
    },
  };
}

/**
 * Groups rows that arrive group by group: when the next group begins, the previous one is emitted and dropped.
 *
 * @param slots the slots of the one or two entities that are grouping keys
 * @param others the other grouping keys
 */
function aggregateOrdered(
  [slot = 0, otherSlot = slot]: readonly number[],
  others: KeyEncoder,
  groups: Groups,
  { row }: Execution,
): Blocking {
  const { read } = others;
  // Initialized with numbers, because JavaScript compares known numbers faster than values of unknown type.
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
        if (isBegun && !groups.emit(0)) {
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
    finish: () => (isBegun && goesOn ? groups.emit(0) : goesOn),
  };
}
