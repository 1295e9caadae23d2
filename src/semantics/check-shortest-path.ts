import type { PatternPart } from "../syntax/ast.ts";
import { SHORTEST_PATH_FUNCTIONS } from "../syntax/keywords.ts";
import type { Analysis } from "./analysis.ts";
import type { Scope } from "./scope.ts";

/**
 * Whether a part asks for shortest paths, and they can be searched: of one relationship, of any length up to a limit,
 * between two nodes. What is wrong is reported, and the part is then like any other.
 */
export function isSearchable(part: PatternPart, known: Scope, { problems }: Analysis): boolean {
  if (part.shortest === undefined) return false;
  const name = `${SHORTEST_PATH_FUNCTIONS[part.shortest]}()`;
  const [step, ...others] = part.steps;
  if (step === undefined || others.length > 0) {
    const met = step === undefined ? "none" : part.steps.length;
    problems.report(
      "InvalidShortestPath",
      `${name} takes one relationship between two nodes, and met ${met}`,
      {
        span: part.span,
        hint: "for example (a)-[:MEETS|VISITS*]-(b), with what lies beside the way in a pattern of its own",
      },
    );
    return false;
  }
  const { variable, length, span } = step.relationship;
  const minimum = length?.minimum ?? 1;
  if (minimum > 1) {
    problems.report("InvalidShortestPath", `${name} takes a minimum length of 0 or 1, and met ${minimum}`, {
      span,
      hint: "leave the minimum out; longer paths are found by MATCH p = (a)-[*2..]-(b), ordered by length(p)",
    });
    return false;
  }
  if (variable !== undefined && known.has(variable.name)) {
    problems.report("VariableAlreadyBound", `${variable.name} is bound already, and ${name} binds it anew`, {
      span: variable.span,
      hint: "choose another name",
    });
  }
  return true;
}

/** What CREATE and MERGE ask of a part. */
export function checkCreatedPart({ shortest, span }: PatternPart, { problems }: Analysis): void {
  if (shortest === undefined) return;
  const name = `${SHORTEST_PATH_FUNCTIONS[shortest]}()`;
  problems.report("InvalidShortestPath", `${name} finds a path, and cannot create one`, {
    span,
    hint: "MATCH it first, or write the pattern to create without it",
  });
}
