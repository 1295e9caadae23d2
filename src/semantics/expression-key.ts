import type { Expression } from "../syntax/ast.ts";

/** A text that two expressions share just where they are written alike, white space and comments aside. */
export function expressionKey(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => {
    if (key === "span" || key === "nameSpan") return undefined;
    return typeof value === "bigint" ? `${value}n` : value;
  });
}
