import type { BoundExpression, BoundVariable } from "../../semantics/bound-tree.ts";
import { variablesRead, visitExpression } from "../../semantics/visit-expression.ts";
import type { Value } from "../../values/value.ts";
import type { Execution, Slot } from "../execution.ts";
import { type Holding, heldBytes, NO_PARTS } from "../holding.ts";
import { compileExpression } from "./compile-expression.ts";
import { compileSlot } from "./compile-slot.ts";

/** Computes a value and the memory that it holds, of what the query has allocated. */
export interface Measured<Computed> {
  readonly compute: () => Computed;
  /** Returns the memory held by the last computed value. Undefined if no value of the expression ever holds any. */
  readonly holding: (() => Holding | undefined) | undefined;
}

/** Same as {@link compileSlot}, with the memory of the value that is stored in a slot. */
export function compileMeasuredSlot(expression: BoundExpression, execution: Execution): Measured<Slot> {
  if (expression.kind !== "VariableReference")
    return weighed(expression, compileSlot(expression, execution), execution);
  const { slot, type } = expression.variable;
  const { holdings } = execution;
  const compute = compileSlot(expression, execution);
  return { compute, holding: isEntity(type) ? undefined : () => holdings[slot] };
}

/** Same as {@link compileExpression}, with the memory of a value that may be kept. */
export function compileMeasured(expression: BoundExpression, execution: Execution): Measured<Value> {
  return weighed(expression, compileExpression(expression, execution), execution);
}

/** For a value that is used before the row is passed on, and then released. */
export function compileReleased(expression: BoundExpression, execution: Execution): () => Value {
  return released(expression, compileExpression(expression, execution), execution);
}

/** Releases the memory that `compute` allocates for the row. */
export function released<Computed>(
  expression: BoundExpression,
  compute: () => Computed,
  { budget: { memory } }: Execution,
): () => Computed {
  if (!mayAllocate(expression)) return compute;
  return () => {
    const mark = memory.made;
    const value = compute();
    memory.made = mark;
    return value;
  };
}

/** Whether an expression may allocate a value, or return one that the query has allocated. */
function mayAllocate(expression: BoundExpression): boolean {
  let may = expression.kind === "VariableReference";
  visitExpression(expression, (part) => {
    switch (part.kind) {
      case "VariableReference":
        may ||= !isEntity(part.variable.type);
        break;
      case "Call":
        may ||= !ALLOCATE_NOTHING.has(part.definition.name);
        break;
      case "ListOf":
      case "MapOf":
      case "SliceOf":
      case "Comprehension":
      case "Reduction":
      case "PatternCollection":
      case "PatternExists":
      case "SubqueryExists":
        may = true;
    }
  });
  return may;
}

/** Functions whose values are small, or are read from the graph. */
const ALLOCATE_NOTHING: ReadonlySet<string> = new Set(["id", "type", "size", "-", "*", "/", "%", "^", "IN"]);

function isEntity(type: BoundVariable["type"]): boolean {
  return type === "node" || type === "relationship";
}

function weighed<Computed extends Slot>(
  expression: BoundExpression,
  evaluate: () => Computed,
  { holdings, budget: { memory } }: Execution,
): Measured<Computed> {
  if (!mayAllocate(expression)) return { compute: evaluate, holding: undefined };
  const slots = [...variablesRead(expression)].flatMap(({ slot, type }) => (isEntity(type) ? [] : [slot]));
  let holding: Holding | undefined;
  const compute = () => {
    const mark = memory.made;
    const value = evaluate();
    holding = undefined;
    const isScalar = typeof value !== "string" && (typeof value !== "object" || value === null);
    if (isScalar) {
      memory.made = mark;
      return value;
    }
    const made = Math.max(0, memory.made - mark);
    let parts = NO_PARTS;
    let most = made;
    for (let at = 0; at < slots.length && holdings.length > 0; at++) {
      const part = holdings[slots[at] as number];
      if (part === undefined) continue;
      parts = [...parts, part];
      most += heldBytes(part);
    }
    if (most === 0) return value;
    const bytes = memory.weigh(value, most);
    holding =
      bytes < most
        ? { bytes, parts: NO_PARTS, within: undefined }
        : { bytes: made, parts, within: undefined };
    memory.made = mark + Math.min(made, bytes);
    return value;
  };
  return { compute, holding: () => holding };
}
