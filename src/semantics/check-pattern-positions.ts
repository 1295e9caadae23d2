import type { Expression, PatternExpression, SingleQuery, Statement } from "../syntax/ast.ts";
import type { Problems } from "./problems.ts";

/**
 * A pattern may stand as a boolean only where one decides: in WHERE, under AND, OR, XOR and NOT, in the WHERE of a
 * comprehension, after CASE WHEN, and in exists(). Elsewhere it is more likely a slip, and openCypher forbids it.
 */
export function checkPatternPositions(statement: Statement, problems: Problems): void {
  const waiting: { readonly tree: object; readonly decides: boolean }[] = [
    { tree: statement, decides: false },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { tree, decides } = next;
    if (isExpression(tree, "PatternExpression") && !decides) report(tree as PatternExpression, problems);
    for (const key in tree) {
      const part: unknown = tree[key as keyof typeof tree];
      if (typeof part === "object" && part !== null && key !== "span")
        waiting.push({ tree: part, decides: partDecides(tree, key, decides) });
    }
  }
}

function report({ span }: PatternExpression, problems: Problems): void {
  problems.report("UnexpectedSyntax", "a pattern cannot stand for a value here", {
    span,
    hint: "exists((a)-->(b)) tells whether it matches, [(a)-->(b) | b] lists what it finds",
  });
}

/** Whether what stands under `key` of a node of the tree decides something by being true. */
function partDecides(tree: object, key: string, decides: boolean): boolean {
  if (key === "where" || key === "condition") return true;
  if (isExpression(tree, "LogicalExpression") || isExpression(tree, "NotExpression")) return decides;
  if (isExpression(tree, "FunctionCall")) return (tree as { name?: string }).name === "exists";
  // A list of operands or arguments is as its owner is.
  return Array.isArray(tree) ? decides : false;
}

function isExpression(tree: object, kind: Expression["kind"] | SingleQuery["kind"]): boolean {
  return "kind" in tree && tree.kind === kind;
}
