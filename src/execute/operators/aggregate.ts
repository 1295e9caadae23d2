import type { LogicalAggregate } from "../../plan/logical-plan.ts";
import { compileCodes } from "../compile-code.ts";
import { compileSlot } from "../compile-slot.ts";
import type { Blocking, Execution, Next, Slot } from "../execution.ts";
import { groupFinder } from "./group-finder.ts";
import { type RunningAggregate, runningAggregate } from "./running-aggregate.ts";

export function aggregate(plan: LogicalAggregate, execution: Execution, next: Next): Blocking {
  const groups = openGroups(plan, execution, next);
  const coder =
    plan.ordered === true
      ? compileCodes(
          plan.groups.map(({ expression }) => expression),
          execution,
        )
      : undefined;
  return coder === undefined
    ? aggregateApart(plan, groups, execution)
    : aggregateInOrder(coder.read, groups, execution);
}

/** The groups that have been met, numbered from 0. */
interface Groups {
  readonly begin: () => void;
  /** Begins the next group with the row that stands in the execution. */
  readonly start: () => void;
  readonly take: (group: number) => void;
  /** Gives a group on as a row. */
  readonly give: (group: number) => boolean;
  readonly width: number;
}

function openGroups(plan: LogicalAggregate, execution: Execution, next: Next): Groups {
  const { row } = execution;
  const groupSlots = plan.groups.map(({ variable }) => variable.slot);
  const computeSlots = plan.groups.map(({ expression }) => compileSlot(expression, execution));
  const slots = plan.aggregates.map(({ variable }) => variable.slot);
  const aggregates: readonly RunningAggregate[] = plan.aggregates.map((bound) =>
    runningAggregate(bound, plan.weight, execution),
  );
  /** By group expression, then by group. */
  const kept: Slot[][] = plan.groups.map(() => []);
  return {
    begin: () => {
      for (const values of kept) values.length = 0;
      for (const { begin } of aggregates) begin();
    },
    start: () => {
      for (const [at, compute] of computeSlots.entries()) kept[at]?.push(compute());
      for (const { start } of aggregates) start();
    },
    take: (group) => {
      for (const { take } of aggregates) take(group);
    },
    give: (group) => {
      for (const [at, slot] of groupSlots.entries()) row[slot] = kept[at]?.[group] as Slot;
      for (const [at, slot] of slots.entries()) row[slot] = aggregates[at]?.result(group) ?? null;
      return next();
    },
    width: computeSlots.length + aggregates.length,
  };
}

/** Rows of a group may come at any time. */
function aggregateApart(plan: LogicalAggregate, groups: Groups, execution: Execution): Blocking {
  const { work } = execution;
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
        count++;
        groups.start();
        work.keep(groups.width);
      }
      groups.take(group);
      return true;
    },
    finish: () => {
      // Of no rows at all there is still one answer, where nothing is grouped by.
      if (count === 0 && plan.groups.length === 0) {
        count++;
        groups.start();
      }
      for (let group = 0; group < count; group++) if (!groups.give(group)) return false;
      return true;
    },
  };
}

/** Rows of a group come together: when another group begins, the one before is given on and forgotten. */
function aggregateInOrder(read: () => number, groups: Groups, { work }: Execution): Blocking {
  let current = -1;
  let goesOn = true;
  return {
    begin: () => {
      groups.begin();
      current = -1;
      goesOn = true;
    },
    take: () => {
      const code = read();
      if (code !== current) {
        if (current >= 0 && !groups.give(0)) {
          goesOn = false;
          return false;
        }
        current = code;
        groups.begin();
        groups.start();
        work.keep(0);
      }
      groups.take(0);
      return true;
    },
    finish: () => (current < 0 || !goesOn ? goesOn : groups.give(0)),
  };
}
