import type { Expression, PatternExpression, SingleQuery, Statement } from "../syntax/ast.ts";
import type { Problems } from "./problems.ts";

/**
 * A pattern may be used as a boolean only in a condition: in WHERE, under AND, OR, XOR and NOT, in the WHERE of a
 * comprehension, after CASE WHEN, and in exists(). Elsewhere it is probably a mistake, and openCypher forbids it.
 */
export function checkPatternPositions(statement: Statement, problems: Problems): void {
  const waiting: { readonly tree: object; readonly isPredicate: boolean }[] = [
    { tree: statement, isPredicate: false },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { tree, isPredicate } = next;
    if (isExpression(tree, "PatternExpression") && !isPredicate) report(tree as PatternExpression, problems);
    for (const key in tree) {
      const part: unknown = tree[key as keyof typeof tree];
      if (typeof part === "object" && part !== null && key !== "span")
        waiting.push({ tree: part, isPredicate: isPredicatePart(tree, key, isPredicate) });
    }
  }
}

function report({ span }: PatternExpression, problems: Problems): void {
  problems.report("UnexpectedSyntax", "a pattern cannot be used as a value here", {
    span,
    hint: "exists((a)-->(b)) tests whether it matches; [(a)-->(b) | b] lists the matches",
  });
}

/** Whether the part at `key` of a node of the tree is used as a condition. */
function isPredicatePart(tree: object, key: string, isPredicate: boolean): boolean {
  if (key === "where" || key === "condition") return true;
  if (isExpression(tree, "LogicalExpression") || isExpression(tree, "NotExpression")) return isPredicate;
  if (isExpression(tree, "FunctionCall")) return (tree as { name?: string }).name === "exists";
  // A list of operands or arguments is treated like its owner.
  return Array.isArray(tree) ? isPredicate : false;
}

function isExpression(tree: object, kind: Expression["kind"] | SingleQuery["kind"]): boolean {
  return "kind" in tree && tree.kind === kind;
}
