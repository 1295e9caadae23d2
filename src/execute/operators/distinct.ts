import type { LogicalDistinct } from "../../plan/logical-plan.ts";
import type { BoundExpression } from "../../semantics/bound-tree.ts";
import { type GroupKey, groupKeyOf } from "../../values/group-key.ts";
import { CodeSet } from "../code-set.ts";
import { compileCodes } from "../compile-code.ts";
import { compileKey } from "../compile-slot.ts";
import type { Execution, Next } from "../execution.ts";

export function distinct({ variables }: LogicalDistinct, execution: Execution, next: Next): Next {
  const { work } = execution;
  const expressions = variables.map(
    (variable): BoundExpression => ({ kind: "VariableReference", variable, span: { start: 0, end: 0 } }),
  );
  const coder = compileCodes(expressions, execution);
  if (coder !== undefined) {
    const { read, size } = coder;
    const seen = new CodeSet();
    execution.onBegin(() => seen.begin(size()));
    return () => {
      if (!seen.add(read())) return true;
      work.keep(variables.length);
      return next();
    };
  }
  const keys = expressions.map((expression) => compileKey(expression, execution));
  const seen = new Set<GroupKey>();
  execution.onBegin(() => seen.clear());
  return () => {
    const key = groupKeyOf(keys.map((read) => read()));
    if (seen.has(key)) return true;
    seen.add(key);
    work.keep(keys.length);
    return next();
  };
}
