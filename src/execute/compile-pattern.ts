import { invariant } from "../diagnostics/invariant.ts";
import type { SubplanExpression } from "../plan/logical-plan.ts";
import type { BoundExpression } from "../semantics/bound-tree.ts";
import type { Value } from "../values/value.ts";
import type { Execution } from "./execution.ts";

/** A pattern or query inside an expression: its plan is run from the row, to the first row or to the last. */
export function compilePattern(
  expression: SubplanExpression,
  execution: Execution,
  compile: (part: BoundExpression) => () => Value,
): () => Value {
  const plan = execution.subplans.get(expression);
  invariant(plan !== undefined, "a pattern in an expression has no plan");
  if (expression.kind !== "PatternCollection") {
    let found = false;
    const match = execution.open(plan, () => {
      found = true;
      return false;
    });
    return () => {
      found = false;
      match();
      return found;
    };
  }
  const project = compile(expression.projection);
  let items: Value[] = [];
  const match = execution.open(plan, () => {
    items.push(project());
    return true;
  });
  return () => {
    items = [];
    match();
    return items;
  };
}
