import type { BoundExpression, Call, PropertyOf } from "../../semantics/bound-tree.ts";
import { readText } from "../../values/budget.ts";
import { type GroupKey, groupKey } from "../../values/group-key.ts";
import type { Value } from "../../values/value.ts";
import type { Execution, Slot } from "../execution.ts";
import { compileKey } from "./compile-slot.ts";

/**
 * Encodes a value of each row as a small number: two rows have the same code if and only if their values are
 * equivalent, as DISTINCT and grouping define it.
 */
export interface KeyEncoder {
  /** The code of the current row, from 0; null has code 0. */
  readonly read: () => number;
  /** Upper bound of the codes in this run (exclusive). */
  readonly size: () => number;
  /** Whether codes are consecutive, assigned as new values arrive. */
  readonly isDense: boolean;
}

/** An encoder whose codes are entries of a dictionary, so that they can be decoded. */
export interface DictionaryEncoder extends KeyEncoder {
  /** The slot content that a code represents. */
  readonly decode: (code: number) => Slot;
}

/** Upper bound of the codes assigned to values that have no dictionary. */
const ASSIGNED_CODES = 2 ** 26;

/** Entities, types and string properties have dictionary codes, so no value is made; others get codes on arrival. */
export function compileKeyEncoder(expression: BoundExpression, execution: Execution): KeyEncoder {
  // Entities and values that the query writes would have codes above `size`.
  const own = execution.writes ? undefined : dictionaryEncoder(expression, execution);
  return own ?? valueEncoder(expression, execution);
}

/** Undefined if an expression has no dictionary. Not for queries that write. */
export function dictionaryEncoder(
  expression: BoundExpression,
  execution: Execution,
): DictionaryEncoder | undefined {
  switch (expression.kind) {
    case "VariableReference":
      return entityEncoder(expression.variable.slot, expression.variable.type, execution);
    case "PropertyOf":
      return propertyEncoder(expression, execution);
    case "Call":
      return typeEncoder(expression, execution);
    default:
      return undefined;
  }
}

/** One code for several expressions together. */
export function compileKeyEncoders(
  expressions: readonly BoundExpression[],
  execution: Execution,
): KeyEncoder {
  const [first, ...others] = expressions.map((expression) => compileKeyEncoder(expression, execution));
  if (first === undefined) return { read: () => 0, size: () => 1, isDense: true };
  return others.reduce((one, other) => combine(one, other, execution), first);
}

function combine(one: KeyEncoder, other: KeyEncoder, execution: Execution): KeyEncoder {
  const { read } = one;
  const readOther = other.read;
  if (one.size() * other.size() <= Number.MAX_SAFE_INTEGER) {
    let factor = 1;
    execution.onRun(() => {
      factor = other.size();
    });
    const size = () => one.size() * other.size();
    return { read: () => read() * factor + readOther(), size, isDense: false };
  }
  // There may be more pairs than numbers, but not more than rows.
  const byFirst = new Map<number, Map<number, number>>();
  let given = 0;
  execution.onReset(() => {
    byFirst.clear();
    given = 0;
  });
  const pair = () => {
    const first = read();
    const second = readOther();
    let bySecond = byFirst.get(first);
    if (bySecond === undefined) {
      bySecond = new Map();
      byFirst.set(first, bySecond);
    }
    let code = bySecond.get(second);
    if (code === undefined) {
      code = given++;
      bySecond.set(second, code);
      execution.budget.keep(1);
    }
    return code;
  };
  return { read: pair, size: () => ASSIGNED_CODES, isDense: true };
}

/** Assigns codes to strings directly, and to all other values by their group key. */
function valueEncoder(expression: BoundExpression, execution: Execution): KeyEncoder {
  const evaluate = compileKey(expression, execution);
  const { budget } = execution;
  const { memory } = budget;
  const slots = expression.kind === "VariableReference" ? [expression.variable.slot] : [];
  const texts = new Map<string, number>();
  const others = new Map<GroupKey, number>();
  let given = 1;
  execution.onReset(() => {
    texts.clear();
    others.clear();
    given = 1;
  });
  const read = () => {
    const mark = memory.made;
    const value = evaluate();
    if (value === null) {
      memory.made = mark;
      return 0;
    }
    if (typeof value === "string") readText(budget, value);
    const key = typeof value === "string" ? value : groupKey(value, budget);
    const codes = (typeof value === "string" ? texts : others) as Map<GroupKey, number>;
    let code = codes.get(key);
    if (code === undefined) {
      code = given++;
      codes.set(key, code);
      const bytes = memory.weigh(key, memory.made - mark);
      budget.keep(1, typeof value === "string" ? bytes + execution.takeHeld(slots) : bytes);
    }
    memory.made = mark;
    return code;
  };
  return { read, size: () => ASSIGNED_CODES, isDense: true };
}

function entityEncoder(slot: number, type: string, { row, index }: Execution): DictionaryEncoder | undefined {
  if (type !== "node" && type !== "relationship") return undefined;
  const read = () => {
    const entity = row[slot] as number | null;
    return entity === null ? 0 : entity + 1;
  };
  return {
    read,
    size: () => (type === "node" ? index.nodeCount : index.relationshipCount) + 1,
    isDense: false,
    decode: (code) => (code === 0 ? null : code - 1),
  };
}

function propertyEncoder(
  { object, key }: PropertyOf,
  { row, index }: Execution,
): DictionaryEncoder | undefined {
  if (object.kind !== "VariableReference") return undefined;
  const { slot, type } = object.variable;
  if (type !== "node" && type !== "relationship") return undefined;
  const column = type === "node" ? index.nodeColumn(key) : index.relationshipColumn(key);
  // In other columns, equivalent values such as 1 and 1.0 have different codes.
  if (!column.isText) return undefined;
  const read = () => {
    const entity = row[slot] as number | null;
    return entity === null ? 0 : (column.codes[entity] ?? 0);
  };
  const { values } = column;
  return { read, size: () => values.length, isDense: false, decode: (code) => values[code] as Value };
}

function typeEncoder(
  { definition, arguments: args }: Call,
  { row, index }: Execution,
): DictionaryEncoder | undefined {
  const [argument] = args;
  if (definition.name !== "type" || argument?.kind !== "VariableReference") return undefined;
  const { slot, type } = argument.variable;
  if (type !== "relationship") return undefined;
  const read = () => {
    const relationship = row[slot] as number | null;
    return relationship === null ? 0 : (index.types[relationship] as number) + 1;
  };
  const { typeNames } = index;
  return {
    read,
    size: () => typeNames.length + 1,
    isDense: false,
    decode: (code) => (code === 0 ? null : (typeNames[code - 1] as string)),
  };
}
