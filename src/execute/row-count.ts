import { CypherError } from "../diagnostics/cypher-error.ts";
import type { BoundExpression } from "../semantics/bound-tree.ts";
import { isInteger } from "../values/numbers.ts";
import { valueText } from "../values/value-text.ts";
import { compileExpression } from "./compile-expression.ts";
import type { Execution } from "./execution.ts";

/** The number of SKIP or LIMIT, which is the same for all rows. */
export function rowCount(
  keyword: "SKIP" | "LIMIT",
  expression: BoundExpression,
  execution: Execution,
): number {
  const value = compileExpression(expression, execution)();
  if (isInteger(value) && value >= 0) return Number(value);
  const code = isInteger(value) ? "NegativeRowCount" : "NonIntegerRowCount";
  const message = `${keyword} takes an integer that is not negative, and met ${valueText(value)}`;
  throw new CypherError(code, message, { span: expression.span });
}
