import { CypherError } from "../../diagnostics/cypher-error.ts";
import type { Span } from "../../diagnostics/span.ts";
import type { BoundExpression } from "../../semantics/bound-tree.ts";
import { isInteger } from "../../values/numbers.ts";
import { cellRoom } from "../../values/text-room.ts";
import type { Value } from "../../values/value.ts";
import { valueTextIn } from "../../values/value-text.ts";
import type { Execution } from "../execution.ts";
import { compileExpression } from "./compile-expression.ts";

/** The row count of SKIP or LIMIT, evaluated once per run. */
export function rowCount(
  keyword: "SKIP" | "LIMIT",
  expression: BoundExpression,
  execution: Execution,
): () => number {
  const evaluate = compileExpression(expression, execution);
  let count = 0;
  execution.onRun(() => {
    const value = evaluate();
    if (!isInteger(value) || value < 0) throw wrongCount(keyword, value, expression.span);
    count = Number(value);
  });
  return () => count;
}

function wrongCount(keyword: string, value: Value, span: Span): CypherError {
  const code = isInteger(value) ? "NegativeRowCount" : "NonIntegerRowCount";
  const message = `${keyword} takes a non-negative integer, but got ${valueTextIn(value, cellRoom())}`;
  return new CypherError(code, message, { span });
}
