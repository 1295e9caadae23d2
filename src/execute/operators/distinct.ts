import type { LogicalDistinct } from "../../plan/logical-plan.ts";
import type { BoundExpression } from "../../semantics/bound-tree.ts";
import type { Execution, Next } from "../execution.ts";
import { compileKeyEncoders } from "../expressions/compile-key-encoder.ts";
import { CodeSet } from "./code-set.ts";

export function distinct({ variables, by }: LogicalDistinct, execution: Execution, next: Next): Next {
  const { budget } = execution;
  const expressions =
    by ??
    variables.map(
      (variable): BoundExpression => ({ kind: "VariableReference", variable, span: { start: 0, end: 0 } }),
    );
  const { read, size } = compileKeyEncoders(expressions, execution);
  const seen = new CodeSet();
  execution.onReset(() => seen.begin(size()));
  return () => {
    if (!seen.add(read())) return true;
    budget.keep(expressions.length);
    return next();
  };
}
