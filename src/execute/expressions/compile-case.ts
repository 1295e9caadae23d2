import type { BoundExpression, Case } from "../../semantics/bound-tree.ts";
import type { Budget } from "../../values/budget.ts";
import { equals } from "../../values/equality.ts";
import type { Value } from "../../values/value.ts";
import { compileTruth } from "./compile-logical.ts";

type Compile = (part: BoundExpression) => () => Value;

/** How the parts of a CASE are compiled: its results may be compiled differently from its conditions. */
interface CaseParts {
  readonly compile: Compile;
  readonly compileResult: Compile;
  readonly budget: Budget;
}

/** `CASE WHEN … THEN … ELSE … END`. Without a value to compare, each condition is a predicate, as in WHERE. */
export function compileCase(expression: Case, { compile, compileResult, budget }: CaseParts): () => Value {
  const { subject: compared } = expression;
  const branches = expression.branches.map(({ condition, result }) => {
    const test = compared === undefined ? compileTruth(condition, compile) : compile(condition);
    return [test, compileResult(result)] as const;
  });
  const otherwise = expression.otherwise && compileResult(expression.otherwise);
  const subject = compared && compile(compared);
  return () => {
    const wanted = subject?.();
    for (const [condition, result] of branches) {
      const value = condition();
      if (wanted === undefined ? value === true : equals(wanted, value, budget) === true) return result();
    }
    return otherwise === undefined ? null : otherwise();
  };
}
