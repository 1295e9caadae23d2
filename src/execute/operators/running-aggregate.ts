import type { Accumulator } from "../../functions/definition.ts";
import type { BoundAggregate, BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";
import type { Value } from "../../values/value.ts";
import type { Execution } from "../execution.ts";
import { placed } from "../expressions/compile-call.ts";
import { compileKeyEncoder } from "../expressions/compile-key-encoder.ts";
import { compileMeasured, compileReleased, released } from "../expressions/compile-measured.ts";
import { compileSlot } from "../expressions/compile-slot.ts";
import { takeBytes } from "../holding.ts";
import { CodeSet } from "./code-set.ts";

/** One aggregate over all groups, which are numbered from 0. */
export interface RunningAggregate {
  readonly begin: () => void;
  /** Begins a group: the next number, or the number of a group that has been emitted. */
  readonly start: (group: number) => void;
  /** Adds the current row to a group. */
  readonly take: (group: number) => void;
  readonly result: (group: number) => Value;
}

/**
 * An aggregate skips nulls, and repeated values if it is DISTINCT.
 *
 * @param weight the number of rows that a row represents, if it is more than one
 */
export function runningAggregate(
  bound: BoundAggregate,
  weight: BoundVariable | undefined,
  execution: Execution,
): RunningAggregate {
  const { call, distinct } = bound;
  const { row } = execution;
  if (call === undefined) return adding(weight === undefined ? () => 1 : () => row[weight.slot] as number);
  const [argument] = call.arguments;
  if (argument === undefined || call.definition.name !== "count") return accumulate(bound, call, execution);
  if (distinct) return countDistinct(argument, execution);
  const read = released(argument, compileSlot(argument, execution), execution);
  return adding(() => (read() === null ? 0 : 1));
}

/** Sums the amount that each row adds to its group. */
function adding(amount: (group: number) => number): RunningAggregate {
  let counts: number[] = [];
  return {
    begin: () => {
      counts = [];
    },
    start: (group) => {
      counts[group] = 0;
    },
    take: (group) => {
      counts[group] = (counts[group] as number) + amount(group);
    },
    result: (group) => counts[group] as number,
  };
}

/** The distinct values of each group, as pairs of group and code. */
interface DistinctValues {
  readonly begin: () => void;
  readonly start: (group: number) => void;
  /** Whether the value of the current row is not null, and new in its group. */
  readonly isNew: (group: number) => boolean;
}

function distinctValues(argument: BoundExpression, execution: Execution): DistinctValues {
  const { read, size } = compileKeyEncoder(argument, execution);
  const { budget } = execution;
  const seen = new Set<number>();
  const seenByFirst = new CodeSet();
  let codes = 1;
  return {
    begin: () => {
      codes = size();
      seen.clear();
    },
    start: (group) => {
      if (group === 0) seenByFirst.begin(codes);
    },
    isNew: (group) => {
      const code = read();
      if (code === 0) return false;
      // Many queries have one group, or one at a time: group 0 needs no hashing.
      if (group === 0) return seenByFirst.add(code);
      const before = seen.size;
      seen.add(group * codes + code);
      if (seen.size === before) return false;
      budget.keep(1);
      return true;
    },
  };
}

/** `count(DISTINCT x)`. */
function countDistinct(argument: BoundExpression, execution: Execution): RunningAggregate {
  const values = distinctValues(argument, execution);
  const counts = adding((group) => (values.isNew(group) ? 1 : 0));
  return {
    ...counts,
    begin: () => {
      counts.begin();
      values.begin();
    },
    start: (group) => {
      counts.start(group);
      values.start(group);
    },
  };
}

function accumulate(
  { distinct, span }: BoundAggregate,
  { definition, arguments: args }: NonNullable<BoundAggregate["call"]>,
  execution: Execution,
): RunningAggregate {
  const [argument, ...others] = args;
  if (argument === undefined) throw new TypeError(`${definition.name} without an argument`);
  const { compute, holding } = compileMeasured(argument, execution);
  const parameters = others.map((expression) => compileReleased(expression, execution));
  const distinctOnes = distinct ? distinctValues(argument, execution) : undefined;
  const { budget } = execution;
  const { memory } = budget;
  let accumulators: Accumulator[] = [];
  /** By group: bytes of its result, if the aggregate holds one value. */
  let held: number[] = [];
  const holdsAll = definition.holds === "all";
  const holdsOne = definition.holds === "one" && holding !== undefined;
  const keepAll = () => {
    const own = holding?.();
    budget.keep(1, own === undefined ? 0 : takeBytes(own));
  };
  const keepOne = (group: number) => {
    const own = holding?.();
    const bytes = own === undefined ? 0 : takeBytes(own);
    if (bytes > 0 || held[group] !== undefined) budget.keep(0, bytes - (held[group] ?? 0));
    if (bytes > 0) held[group] = bytes;
    else delete held[group];
  };
  const placedAt = <Outcome>(run: () => Outcome): Outcome => {
    try {
      return run();
    } catch (error) {
      throw placed(error, span);
    }
  };
  return {
    begin: () => {
      accumulators = [];
      held = [];
      distinctOnes?.begin();
    },
    start: (group) => {
      distinctOnes?.start(group);
      const values = parameters.map((parameter) => parameter());
      accumulators[group] = placedAt(() => definition.start(values, budget));
    },
    take: (group) => {
      if (distinctOnes !== undefined && !distinctOnes.isNew(group)) return;
      const mark = memory.made;
      const value = compute();
      if (value === null) {
        memory.made = mark;
        return;
      }
      const accumulator = accumulators[group] as Accumulator;
      try {
        accumulator.add(value);
      } catch (error) {
        throw placed(error, span);
      }
      if (holdsAll) keepAll();
      else if (holdsOne && accumulator.result() === value) keepOne(group);
      memory.made = mark;
    },
    result: (group) => placedAt(() => (accumulators[group] as Accumulator).result()),
  };
}
