import type { Accumulator } from "../../functions/definition.ts";
import type { LogicalAggregate } from "../../plan/logical-plan.ts";
import type { BoundAggregate } from "../../semantics/bound-tree.ts";
import { type GroupKey, groupKey, groupKeyOf } from "../../values/group-key.ts";
import type { Value } from "../../values/value.ts";
import { placed } from "../compile-call.ts";
import { compileExpression } from "../compile-expression.ts";
import { compileKey, compileSlot } from "../compile-slot.ts";
import type { Blocking, Execution, Next, Slot } from "../execution.ts";

interface Group {
  readonly slots: readonly Slot[];
  readonly aggregates: readonly RunningAggregate[];
}

/** One aggregate of one group: `take` looks at the row. */
interface RunningAggregate {
  readonly take: () => void;
  readonly result: () => Value;
}

export function aggregate(plan: LogicalAggregate, execution: Execution, next: Next): Blocking {
  const { row } = execution;
  const keys = plan.groups.map(({ expression }) => compileKey(expression, execution));
  const slots = plan.groups.map(({ expression }) => compileSlot(expression, execution));
  const starters = plan.aggregates.map((bound) => starter(bound, execution));
  const newGroup = (): Group => ({
    slots: slots.map((compute) => compute()),
    aggregates: starters.map((start) => start()),
  });
  let groups = new Map<GroupKey, Group>();
  return {
    begin: () => {
      groups = new Map();
      if (plan.groups.length === 0) groups.set(groupKeyOf([]), newGroup());
    },
    take: () => {
      const key = groupKeyOf(keys.map((read) => read()));
      let group = groups.get(key);
      if (group === undefined) {
        group = newGroup();
        execution.work.keep(slots.length + starters.length);
        groups.set(key, group);
      }
      for (const running of group.aggregates) running.take();
      return true;
    },
    finish: () => {
      for (const group of groups.values()) {
        for (const [at, { variable }] of plan.groups.entries()) row[variable.slot] = group.slots[at] as Slot;
        for (const [at, { variable }] of plan.aggregates.entries()) {
          row[variable.slot] = group.aggregates[at]?.result() ?? null;
        }
        if (!next()) return false;
      }
      return true;
    },
  };
}

/** Starts an aggregate for a new group. Nulls do not reach it, nor repeated values where it is DISTINCT. */
function starter({ call, distinct, span }: BoundAggregate, execution: Execution): () => RunningAggregate {
  if (call === undefined) {
    return () => {
      let count = 0;
      return { take: () => void count++, result: () => count };
    };
  }
  const [argument, ...parameters] = call.arguments.map((expression) =>
    compileExpression(expression, execution),
  );
  const started = (): Accumulator => {
    const values = parameters.map((parameter) => parameter());
    try {
      return call.definition.start(values);
    } catch (error) {
      throw placed(error, span);
    }
  };
  return () => {
    const accumulator = started();
    const seen = new Set<GroupKey>();
    const take = () => {
      const value = argument?.() ?? null;
      if (value === null) return;
      if (distinct) {
        const key = groupKey(value);
        if (seen.has(key)) return;
        seen.add(key);
      }
      try {
        execution.work.keep(1);
        accumulator.add(value);
      } catch (error) {
        throw placed(error, span);
      }
    };
    return { take, result: () => accumulator.result() };
  };
}
