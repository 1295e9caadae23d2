import type { LogicalDistinct } from "../../plan/logical-plan.ts";
import type { BoundExpression } from "../../semantics/bound-tree.ts";
import type { Execution, Next } from "../execution.ts";
import { compileCodes } from "../expressions/compile-code.ts";
import { CodeSet } from "./code-set.ts";

export function distinct({ variables, by }: LogicalDistinct, execution: Execution, next: Next): Next {
  const { work } = execution;
  const expressions =
    by ??
    variables.map(
      (variable): BoundExpression => ({ kind: "VariableReference", variable, span: { start: 0, end: 0 } }),
    );
  const { read, size } = compileCodes(expressions, execution);
  const seen = new CodeSet();
  execution.onBegin(() => seen.begin(size()));
  return () => {
    if (!seen.add(read())) return true;
    work.keep(expressions.length);
    return next();
  };
}
