import type { PatternPart } from "../syntax/ast.ts";
import { SHORTEST_PATH_FUNCTIONS } from "../syntax/keywords.ts";
import type { Analysis } from "./analysis.ts";
import type { Scope } from "./scope.ts";

/**
 * Whether a part requests shortest paths that can be searched: one relationship between two nodes, with a minimum
 * length of 0 or 1. Otherwise reports the problem, and the part is bound like any other.
 */
export function isSearchable(part: PatternPart, known: Scope, { problems }: Analysis): boolean {
  if (part.shortest === undefined) return false;
  const name = `${SHORTEST_PATH_FUNCTIONS[part.shortest]}()`;
  const [step, ...others] = part.steps;
  if (step === undefined || others.length > 0) {
    const actual = step === undefined ? "none" : part.steps.length;
    problems.report(
      "InvalidShortestPath",
      `${name} takes one relationship between two nodes, but got ${actual}`,
      {
        span: part.span,
        hint: "for example (a)-[:MEETS|VISITS*]-(b); put everything else in a separate pattern",
      },
    );
    return false;
  }
  const { variable, length, span } = step.relationship;
  const minimum = length?.minimum ?? 1;
  if (minimum > 1) {
    problems.report("InvalidShortestPath", `${name} takes a minimum length of 0 or 1, but got ${minimum}`, {
      span,
      hint: "leave the minimum out; for longer paths, write MATCH p = (a)-[*2..]-(b) and order by length(p)",
    });
    return false;
  }
  if (variable !== undefined && known.has(variable.name)) {
    problems.report("VariableAlreadyBound", `${variable.name} is bound already, but ${name} binds it again`, {
      span: variable.span,
      hint: "choose another name",
    });
  }
  return true;
}

/** CREATE and MERGE do not accept a shortest path. */
export function checkCreatedPart({ shortest, span }: PatternPart, { problems }: Analysis): void {
  if (shortest === undefined) return;
  const name = `${SHORTEST_PATH_FUNCTIONS[shortest]}()`;
  problems.report("InvalidShortestPath", `${name} finds a path, and cannot create one`, {
    span,
    hint: "MATCH the path first, or write the pattern without the function",
  });
}
