import type { NodePattern, RelationshipPattern, Variable } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import type { BoundVariable } from "./bound-tree.ts";
import type { Scope } from "./scope.ts";

/** A pattern to create may use a bound node only to connect it, without labels or properties. */
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
    analysis.problems.report("VariableTypeConflict", `${known.name} is not a node`, { span: pattern.span });
  }
}

/** Rules for relationship patterns that CREATE and MERGE share. */
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
