import type { Expression } from "../syntax/ast.ts";

/**
 * A text that two expressions share just where they are written alike; white space, comments and the case of
 * functions' names do not count.
 */
export function expressionKey(expression: Expression): string {
  return JSON.stringify(expression, function (this: { kind?: unknown }, key, value: unknown) {
    if (key === "span" || key === "nameSpan") return undefined;
    if (key === "name" && this.kind === "FunctionCall") return String(value).toLowerCase();
    return typeof value === "bigint" ? `${value}n` : value;
  });
}
