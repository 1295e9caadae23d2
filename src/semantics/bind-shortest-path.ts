import type { ShortestPathExpression, Variable } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import { bindPattern } from "./bind-pattern.ts";
import type { BoundExpression } from "./bound-tree.ts";
import { insideOfPattern } from "./inner-scope.ts";
import type { ExpressionScope } from "./scope.ts";

/**
 * In an expression, `shortestPath()` is a path or null, and `allShortestPaths()` is a list of paths. Both are bound as
 * a pattern comprehension; `shortestPath()` is its first item.
 */
export function bindShortestPath(
  { pattern: part, span }: ShortestPathExpression,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundExpression {
  const nothing: BoundExpression = { kind: "Constant", value: null, span };
  for (const { variable, span: place } of [part.start, ...part.steps.map(({ node }) => node)]) {
    if (variable !== undefined) {
      analysis.bind(variable, scope);
      continue;
    }
    analysis.problems.report(
      "InvalidShortestPath",
      "in an expression, the nodes of a shortest path must be bound",
      {
        span: place,
        hint: "write MATCH (a …), (b …) first, then shortestPath((a)-[*]-(b))",
      },
    );
    return nothing;
  }
  // A query can write a name with a space only in backquotes, so this name hides no other variable.
  const variable: Variable = { kind: "Variable", name: "shortest path", generated: true, span };
  const { pattern } = bindPattern([{ ...part, variable }], undefined, insideOfPattern(scope), analysis);
  const path = pattern.parts[0]?.path;
  if (path === undefined) return nothing;
  const projection: BoundExpression = { kind: "VariableReference", variable: path, span };
  const paths: BoundExpression = { kind: "PatternCollection", pattern, projection, span };
  if (part.shortest === "all") return paths;
  return { kind: "IndexOf", object: paths, index: { kind: "Constant", value: 0, span }, span };
}
