import type { BoundExpression, Call, PropertyOf } from "../../semantics/bound-tree.ts";
import { readText } from "../../values/budget.ts";
import { type GroupKey, groupKey } from "../../values/group-key.ts";
import type { Value } from "../../values/value.ts";
import type { Execution, Slot } from "../execution.ts";
import { compileKey } from "./compile-slot.ts";

/**
 * Tells rows apart by a small number instead of a value: two rows have the same code just where the values are
 * equivalent, as DISTINCT and grouping understand it.
 */
export interface Coder {
  /** The code of the row that stands in the execution, from 0; null has 0. */
  readonly read: () => number;
  /** Codes are below this number, in this run. */
  readonly size: () => number;
  /** Whether codes are given one after the other, as values are met. */
  readonly isDense: boolean;
}

/** Codes that stand for the same thing in every row, so that they can be read back. */
export interface OwnCoder extends Coder {
  /** What a variable's slot holds for a code. */
  readonly decode: (code: number) => Slot;
}

/** How many codes are given to values that have none of their own. */
const GIVEN_CODES = 2 ** 26;

/** Entities, types and text properties have codes of their own, and no value is made; others get them as they come. */
export function compileCode(expression: BoundExpression, execution: Execution): Coder {
  // What a query has written meanwhile would have codes beyond those that were reckoned with.
  const own = execution.writes ? undefined : ownCoder(expression, execution);
  return own ?? valueCoder(expression, execution);
}

/** Undefined where an expression has no codes of its own. Not for queries that write. */
export function ownCoder(expression: BoundExpression, execution: Execution): OwnCoder | undefined {
  switch (expression.kind) {
    case "VariableReference":
      return entityCoder(expression.variable.slot, expression.variable.type, execution);
    case "PropertyOf":
      return propertyCoder(expression, execution);
    case "Call":
      return typeCoder(expression, execution);
    default:
      return undefined;
  }
}

/** One code for several expressions together. */
export function compileCodes(expressions: readonly BoundExpression[], execution: Execution): Coder {
  const [first, ...others] = expressions.map((expression) => compileCode(expression, execution));
  if (first === undefined) return { read: () => 0, size: () => 1, isDense: true };
  return others.reduce((one, other) => both(one, other, execution), first);
}

function both(one: Coder, other: Coder, execution: Execution): Coder {
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
  execution.onBegin(() => {
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
      execution.work.keep(1);
    }
    return code;
  };
  return { read: pair, size: () => GIVEN_CODES, isDense: true };
}

/** Texts are told apart as they are, everything else by its group key. */
function valueCoder(expression: BoundExpression, execution: Execution): Coder {
  const evaluate = compileKey(expression, execution);
  const { work } = execution;
  const { memory } = work;
  const slots = expression.kind === "VariableReference" ? [expression.variable.slot] : [];
  const texts = new Map<string, number>();
  const others = new Map<GroupKey, number>();
  let given = 1;
  execution.onBegin(() => {
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
    if (typeof value === "string") readText(work, value);
    const key = typeof value === "string" ? value : groupKey(value, work);
    const codes = (typeof value === "string" ? texts : others) as Map<GroupKey, number>;
    let code = codes.get(key);
    if (code === undefined) {
      code = given++;
      codes.set(key, code);
      const bytes = memory.weigh(key, memory.made - mark);
      work.keep(1, typeof value === "string" ? bytes + execution.takeHeld(slots) : bytes);
    }
    memory.made = mark;
    return code;
  };
  return { read, size: () => GIVEN_CODES, isDense: true };
}

function entityCoder(slot: number, type: string, { row, index }: Execution): OwnCoder | undefined {
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

function propertyCoder({ object, key }: PropertyOf, { row, index }: Execution): OwnCoder | undefined {
  if (object.kind !== "VariableReference") return undefined;
  const { slot, type } = object.variable;
  if (type !== "node" && type !== "relationship") return undefined;
  const column = type === "node" ? index.nodeColumn(key) : index.relationshipColumn(key);
  // Among other values 1 and 1.0 are equivalent and have different codes.
  if (!column.isText) return undefined;
  const read = () => {
    const entity = row[slot] as number | null;
    return entity === null ? 0 : (column.codes[entity] ?? 0);
  };
  const { values } = column;
  return { read, size: () => values.length, isDense: false, decode: (code) => values[code] as Value };
}

function typeCoder({ definition, arguments: args }: Call, { row, index }: Execution): OwnCoder | undefined {
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
