import type { LogicalAggregate } from "../../plan/logical-plan.ts";
import type { Blocking, Execution, Next } from "../execution.ts";
import { dictionaryEncoder } from "../expressions/compile-key-encoder.ts";

/** Up to this number of codes, a table of counts is worth its memory. */
const MAX_CODES = 1 << 20;

/**
 * Counts rows by one key that has dictionary codes, which is the most frequent kind of grouping. It keeps a count for
 * each code, and decodes the code when its group is emitted. Undefined for any other grouping.
 */
export function countByCode(plan: LogicalAggregate, execution: Execution, next: Next): Blocking | undefined {
  const [group, ...otherGroups] = plan.groups;
  const [aggregate, ...otherAggregates] = plan.aggregates;
  if (group === undefined || otherGroups.length > 0 || execution.evidence !== undefined) return undefined;
  if (aggregate === undefined || otherAggregates.length > 0 || aggregate.call !== undefined) return undefined;
  const coder = execution.writes ? undefined : dictionaryEncoder(group.expression, execution);
  if (coder === undefined || coder.size() > MAX_CODES) return undefined;
  const { row, budget } = execution;
  const { read, decode } = coder;
  const weightSlot = plan.weight?.slot;
  let counts = new Float64Array(0);
  /** The codes found so far, in order. */
  let codes: number[] = [];
  return {
    begin: () => {
      if (counts.length < coder.size()) counts = new Float64Array(coder.size());
      else for (const code of codes) counts[code] = 0;
      codes = [];
    },
    take: () => {
      const code = read();
      const count = counts[code] as number;
      if (count === 0) {
        codes.push(code);
        budget.keep(2);
      }
      counts[code] = count + (weightSlot === undefined ? 1 : (row[weightSlot] as number));
      return true;
    },
    finish: () => {
      for (const code of codes) {
        row[group.variable.slot] = decode(code);
        row[aggregate.variable.slot] = counts[code] as number;
        if (!next()) return false;
      }
      return true;
    },
  };
}
