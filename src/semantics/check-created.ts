import type { NodePattern, RelationshipPattern, Variable } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import type { BoundVariable } from "./bound-tree.ts";
import type { Scope } from "./scope.ts";

/** A node that is known already may stand in a pattern to create only to be connected, and as it is. */
export function checkCreatedNode(
  pattern: NodePattern,
  alone: boolean,
  known: BoundVariable,
  analysis: Analysis,
): void {
  if (pattern.variable === undefined) return;
  if (alone || pattern.labels.length > 0 || pattern.properties !== undefined)
    alreadyBound(pattern.variable, analysis);
  else if (known.type !== "node" && known.type !== "value") {
    analysis.problems.report("VariableTypeConflict", `${known.name} is no node`, { span: pattern.span });
  }
}

/** What CREATE and MERGE ask of a relationship pattern alike. */
export function checkCreatedRelationship(
  pattern: RelationshipPattern,
  variables: Scope,
  analysis: Analysis,
): void {
  const { span, types, length, variable } = pattern;
  if (variable !== undefined && variables.has(variable.name)) {
    alreadyBound(variable, analysis);
    return;
  }
  if (length !== undefined) {
    analysis.problems.report("CreatingVarLength", "a relationship of variable length cannot be created", {
      span,
    });
  }
  if (types.length !== 1) {
    analysis.problems.report(
      "NoSingleRelationshipType",
      "a relationship to be created needs exactly one type",
      {
        span,
        hint: "for example -[:MEETS]->",
      },
    );
  }
}

export function alreadyBound({ name, span }: Variable, analysis: Analysis): void {
  analysis.problems.report("VariableAlreadyBound", `${name} is bound already and cannot be created`, {
    span,
    hint: `write (${name}) without labels and properties to connect it, or another name to create a new one`,
  });
}
