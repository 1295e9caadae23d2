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
  const { row } = execution;
  if (call === undefined) return adding(weight === undefined ? () => 1 : () => row[weight.slot] as number);
  const [argument] = call.arguments;
  if (argument === undefined || call.definition.name !== "count") return accumulate(bound, call, execution);
  if (distinct) return countApart(argument, execution);
  const read = released(argument, compileSlot(argument, execution), execution);
  return adding(() => (read() === null ? 0 : 1));
}

/** The sum of what each row adds to its group. */
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

/** Tells the different values of each group apart, by pairs of group and code. */
interface ValuesApart {
  readonly begin: () => void;
  readonly start: (group: number) => void;
  /** Whether the value of the row is not null, and new in its group. */
  readonly isNew: (group: number) => boolean;
}

function valuesApart(argument: BoundExpression, execution: Execution): ValuesApart {
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
      // Many queries have one group, or one at a time: the first needs no hashing.
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
function countApart(argument: BoundExpression, execution: Execution): RunningAggregate {
  const apart = valuesApart(argument, execution);
  const counts = adding((group) => (apart.isNew(group) ? 1 : 0));
  return {
    ...counts,
    begin: () => {
      counts.begin();
      apart.begin();
    },
    start: (group) => {
      counts.start(group);
      apart.start(group);
    },
  };
}

function accumulate(
  { distinct, span }: BoundAggregate,
  { definition, arguments: args }: NonNullable<BoundAggregate["call"]>,
  execution: Execution,
): RunningAggregate {
  const [ofWhat, ...others] = args;
  if (ofWhat === undefined) throw new TypeError(`${definition.name} without an argument`);
  const { compute, holding } = compileMeasured(ofWhat, execution);
  const parameters = others.map((expression) => compileReleased(expression, execution));
  const apart = distinct ? valuesApart(ofWhat, execution) : undefined;
  const { budget } = execution;
  const { memory } = budget;
  let accumulators: Accumulator[] = [];
  /** By group: what its result holds, where an aggregate holds one value. */
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
      apart?.begin();
    },
    start: (group) => {
      apart?.start(group);
      const values = parameters.map((parameter) => parameter());
      accumulators[group] = placedAt(() => definition.start(values, budget));
    },
    take: (group) => {
      if (apart !== undefined && !apart.isNew(group)) return;
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
