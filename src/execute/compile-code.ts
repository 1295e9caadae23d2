import type { BoundExpression, Call, PropertyOf } from "../semantics/bound-tree.ts";
import type { Execution } from "./execution.ts";

/**
 * Tells rows apart by a small number instead of a value: two rows have the same code just where the values are
 * equivalent, as DISTINCT and grouping understand it. No value is made.
 */
export interface Coder {
  /** The code of the row that stands in the execution, from 0; null has 0. */
  readonly read: () => number;
  /** How many codes there may be, in this run. */
  readonly size: () => number;
}

/** Undefined where an expression has no such codes: whatever is not an entity, a type or a text property. */
export function compileCode(expression: BoundExpression, execution: Execution): Coder | undefined {
  // What is written while rows are told apart would get codes beyond those that were reckoned with.
  if (execution.writes) return undefined;
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

/** One code for several expressions together; undefined where one has none or there would be too many. */
export function compileCodes(
  expressions: readonly BoundExpression[],
  execution: Execution,
): Coder | undefined {
  const coders: Coder[] = [];
  for (const expression of expressions) {
    const coder = compileCode(expression, execution);
    if (coder === undefined) return undefined;
    coders.push(coder);
  }
  const [first, ...others] = coders;
  if (first === undefined) return { read: () => 0, size: () => 1 };
  return others.reduce<Coder | undefined>((one, other) => one && both(one, other, execution), first);
}

function both(one: Coder, other: Coder, execution: Execution): Coder | undefined {
  if (one.size() * other.size() > Number.MAX_SAFE_INTEGER) return undefined;
  let factor = 1;
  execution.onRun(() => {
    factor = other.size();
  });
  const { read } = one;
  const readOther = other.read;
  return { read: () => read() * factor + readOther(), size: () => one.size() * other.size() };
}

function entityCoder(slot: number, type: string, { row, index }: Execution): Coder | undefined {
  if (type !== "node" && type !== "relationship") return undefined;
  const read = () => {
    const entity = row[slot] as number | null;
    return entity === null ? 0 : entity + 1;
  };
  return { read, size: () => (type === "node" ? index.nodeCount : index.relationshipCount) + 1 };
}

function propertyCoder({ object, key }: PropertyOf, { row, index }: Execution): Coder | undefined {
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
  return { read, size: () => column.values.length };
}

function typeCoder({ definition, arguments: args }: Call, { row, index }: Execution): Coder | undefined {
  const [argument] = args;
  if (definition.name !== "type" || argument?.kind !== "VariableReference") return undefined;
  const { slot, type } = argument.variable;
  if (type !== "relationship") return undefined;
  const read = () => {
    const relationship = row[slot] as number | null;
    return relationship === null ? 0 : (index.types[relationship] as number) + 1;
  };
  return { read, size: () => index.typeNames.length + 1 };
}
