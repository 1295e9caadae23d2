import type { BoundExpression } from "../../semantics/bound-tree.ts";
import type { Value } from "../../values/value.ts";
import type { Execution, Slot } from "../execution.ts";
import { compileExpression } from "./compile-expression.ts";
import { valueReader } from "./slot-values.ts";

/** Computes the content of a new variable's slot. A renamed variable is copied as it is. */
export function compileSlot(expression: BoundExpression, execution: Execution): () => Slot {
  if (expression.kind !== "VariableReference") return compileExpression(expression, execution);
  const { row } = execution;
  const { slot } = expression.variable;
  return () => row[slot] as Slot;
}

/** Computes a key for grouping and DISTINCT; for an entity, its number. */
export function compileKey(expression: BoundExpression, execution: Execution): () => Value {
  if (expression.kind !== "VariableReference") return compileExpression(expression, execution);
  const { variable } = expression;
  if (variable.type !== "node" && variable.type !== "relationship") return valueReader(variable, execution);
  const { row } = execution;
  return () => row[variable.slot] as number | null;
}
