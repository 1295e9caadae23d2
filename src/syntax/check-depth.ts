import { CypherError } from "../diagnostics/cypher-error.ts";
import type { Expression, Statement } from "./ast.ts";
import { leadingOperand } from "./operand-chain.ts";

/**
 * Maximum nesting depth of expressions. All later stages recurse over nested expressions and must not overflow
 * JavaScript's stack: at this depth they use less than half of the stack that Node and browsers provide.
 */
const MAX_DEPTH = 300;

/** Levels that each kind of expression counts for. A chain of operators counts as one; a subplan counts for more. */
const LEVELS: ReadonlyMap<string, number> = new Map<Expression["kind"], number>([
  ["ListLiteral", 1],
  ["MapLiteral", 1],
  ["IndexAccess", 1],
  ["SliceAccess", 1],
  ["LogicalExpression", 1],
  ["NotExpression", 1],
  ["ComparisonExpression", 1],
  ["BinaryExpression", 1],
  ["UnaryExpression", 1],
  ["NullCheck", 1],
  ["FunctionCall", 1],
  ["CaseExpression", 1],
  ["ListComprehension", 1],
  ["Quantifier", 1],
  ["Reduce", 1],
  ["MapProjection", 1],
  ["PatternExpression", 2],
  ["PatternComprehension", 2],
  ["ShortestPathExpression", 2],
  ["ExistsSubquery", 2],
]);

/** @throws CypherError `NestingTooDeep` at the first expression that is nested too deeply */
export function checkDepth(statement: Statement): void {
  const waiting: { readonly tree: object; readonly depth: number }[] = [{ tree: statement, depth: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { tree, depth } = next;
    const leading = "kind" in tree ? leadingOperand(tree as Expression) : undefined;
    for (const key in tree) {
      const part: unknown = tree[key as keyof typeof tree];
      if (typeof part !== "object" || part === null || key === "span") continue;
      const levels = part === leading || !("kind" in part) ? 0 : (LEVELS.get(part.kind as string) ?? 0);
      if (depth + levels > MAX_DEPTH) throw tooDeep(part as Expression);
      waiting.push({ tree: part, depth: depth + levels });
    }
  }
}

function tooDeep({ span }: Expression): CypherError {
  return new CypherError("NestingTooDeep", `expressions are nested more than ${MAX_DEPTH} deep here`, {
    span,
    hint: "compute inner parts in a WITH clause first, or pass them as parameters",
  });
}
