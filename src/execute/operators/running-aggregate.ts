import type { Accumulator } from "../../functions/definition.ts";
import type { BoundAggregate, BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";
import { type GroupKey, groupKey } from "../../values/group-key.ts";
import type { Value } from "../../values/value.ts";
import { CodeSet } from "../code-set.ts";
import { placed } from "../compile-call.ts";
import { type Coder, compileCode } from "../compile-code.ts";
import { compileExpression } from "../compile-expression.ts";
import { compileSlot } from "../compile-slot.ts";
import type { Execution } from "../execution.ts";

/** One aggregate over all groups, which are numbered from 0. */
export interface RunningAggregate {
  readonly begin: () => void;
  /** Begins a group: the next one, or one that has been given on anew. */
  readonly start: (group: number) => void;
  /** Looks at the row that stands in the execution. */
  readonly take: (group: number) => void;
  readonly result: (group: number) => Value;
}

/**
 * Nulls do not reach an aggregate, nor repeated values where it is DISTINCT.
 *
 * @param weight how many rows a row stands for, where it is more than one
 */
export function runningAggregate(
  bound: BoundAggregate,
  weight: BoundVariable | undefined,
  execution: Execution,
): RunningAggregate {
  const { call, distinct } = bound;
  if (call === undefined) return weight === undefined ? countRows() : countWeights(weight.slot, execution);
  const [argument] = call.arguments;
  if (argument !== undefined && call.definition.name === "count") {
    return distinct
      ? countCodes(compileCode(argument, execution), execution)
      : countPresent(argument, execution);
  }
  return accumulate(bound, call, execution);
}

function countRows(): RunningAggregate {
  let counts: number[] = [];
  return {
    begin: () => {
      counts = [];
    },
    start: (group) => {
      counts[group] = 0;
    },
    take: (group) => {
      counts[group] = (counts[group] as number) + 1;
    },
    result: (group) => counts[group] as number,
  };
}

function countWeights(slot: number, { row }: Execution): RunningAggregate {
  let counts: number[] = [];
  return {
    begin: () => {
      counts = [];
    },
    start: (group) => {
      counts[group] = 0;
    },
    take: (group) => {
      counts[group] = (counts[group] as number) + (row[slot] as number);
    },
    result: (group) => counts[group] as number,
  };
}

function countPresent(argument: BoundExpression, execution: Execution): RunningAggregate {
  const read = compileSlot(argument, execution);
  let counts: number[] = [];
  return {
    begin: () => {
      counts = [];
    },
    start: (group) => {
      counts[group] = 0;
    },
    take: (group) => {
      if (read() !== null) counts[group] = (counts[group] as number) + 1;
    },
    result: (group) => counts[group] as number,
  };
}

/** `count(DISTINCT x)`: pairs of group and code are what is told apart. */
function countCodes({ read, size }: Coder, { work }: Execution): RunningAggregate {
  const seen = new Set<number>();
  const seenByFirst = new CodeSet();
  let codes = 1;
  let counts: number[] = [];
  return {
    begin: () => {
      codes = size();
      counts = [];
      seen.clear();
    },
    start: (group) => {
      counts[group] = 0;
      if (group === 0) seenByFirst.begin(codes);
    },
    take: (group) => {
      const code = read();
      if (code === 0) return;
      // Many queries have one group, or one at a time: the first needs no hashing.
      if (group === 0) {
        if (!seenByFirst.add(code)) return;
      } else {
        const before = seen.size;
        seen.add(group * codes + code);
        if (seen.size === before) return;
        work.keep(1);
      }
      counts[group] = (counts[group] as number) + 1;
    },
    result: (group) => counts[group] as number,
  };
}

interface GroupState {
  readonly accumulator: Accumulator;
  readonly seen: Set<GroupKey> | undefined;
}

function accumulate(
  { distinct, span }: BoundAggregate,
  { definition, arguments: args }: NonNullable<BoundAggregate["call"]>,
  execution: Execution,
): RunningAggregate {
  const [argument, ...parameters] = args.map((expression: BoundExpression) =>
    compileExpression(expression, execution),
  );
  let groups: GroupState[] = [];
  const placedAt = <Outcome>(work: () => Outcome): Outcome => {
    try {
      return work();
    } catch (error) {
      throw placed(error, span);
    }
  };
  return {
    begin: () => {
      groups = [];
    },
    start: (group) => {
      const values = parameters.map((parameter) => parameter());
      const accumulator = placedAt(() => definition.start(values));
      groups[group] = { accumulator, seen: distinct ? new Set() : undefined };
    },
    take: (group) => {
      const value = argument?.() ?? null;
      if (value === null) return;
      const { accumulator, seen } = groups[group] as GroupState;
      if (seen !== undefined) {
        const key = groupKey(value);
        if (seen.has(key)) return;
        seen.add(key);
      }
      execution.work.keep(1);
      try {
        accumulator.add(value);
      } catch (error) {
        throw placed(error, span);
      }
    },
    result: (group) => placedAt(() => (groups[group] as GroupState).accumulator.result()),
  };
}
