import type { MergeClause, NodePattern, PatternPart, RelationshipPattern } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import { bindPattern } from "./bind-pattern.ts";
import { bindSetItems } from "./bind-set.ts";
import type {
  BoundCreate,
  BoundMerge,
  BoundPattern,
  BoundVariable,
  NodeToCreate,
  RelationshipToCreate,
} from "./bound-tree.ts";
import { alreadyBound, checkCreatedNode, checkCreatedRelationship } from "./check-created.ts";
import { checkCreatedPart } from "./check-shortest-path.ts";
import type { Scope } from "./scope.ts";

/** A bound MERGE, and the variables in scope after it. */
export interface MergeBinding {
  readonly merge: BoundMerge;
  readonly variables: Scope;
}

/**
 * MERGE has a pattern to match and the same pattern to create. Created entities use the slots of the matched ones, so
 * that later clauses see one set of variables.
 */
export function bindMerge(clause: MergeClause, scope: Scope, analysis: Analysis): MergeBinding {
  const { pattern: part, span } = clause;
  checkPattern(part, scope, analysis);
  const { pattern, variables } = bindPattern(
    [{ ...part, variable: undefined, shortest: undefined }],
    undefined,
    { variables: scope },
    analysis,
  );
  const path = bindPath(part, pattern, variables, analysis);
  const after = path === undefined ? variables : variables.extend([path]);
  return {
    merge: {
      kind: "BoundMerge",
      pattern,
      create: created(part, pattern, path, variables, analysis),
      onMatch: bindSetItems(clause.onMatch, after, analysis),
      onCreate: bindSetItems(clause.onCreate, after, analysis),
      span,
    },
    variables: after,
  };
}

function checkPattern(part: PatternPart, scope: Scope, analysis: Analysis): void {
  checkCreatedPart(part, analysis);
  for (const node of [part.start, ...part.steps.map((step) => step.node)]) {
    const known = node.variable && scope.get(node.variable.name);
    if (known !== undefined) checkCreatedNode(node, part.steps.length === 0, known, analysis);
  }
  for (const { relationship } of part.steps) checkCreatedRelationship(relationship, scope, analysis);
}

function bindPath(
  part: PatternPart,
  pattern: BoundPattern,
  known: Scope,
  analysis: Analysis,
): BoundVariable | undefined {
  if (part.variable === undefined || pattern.parts.length === 0) return undefined;
  if (known.has(part.variable.name)) alreadyBound(part.variable, analysis);
  return analysis.slots.variable(part.variable.name, "path");
}

/** What to create if nothing matches. A relationship without a direction is created from left to right. */
function created(
  part: PatternPart,
  { parts: [bound], introduces }: BoundPattern,
  path: BoundVariable | undefined,
  variables: Scope,
  analysis: Analysis,
): BoundCreate {
  const nodes = new Map<BoundVariable, NodeToCreate>();
  const relationships: RelationshipToCreate[] = [];
  const properties = (pattern: NodePattern | RelationshipPattern) =>
    pattern.properties?.kind === "MapLiteral" ? analysis.bind(pattern.properties, { variables }) : undefined;
  const addNode = (pattern: NodePattern, variable: BoundVariable) => {
    if (!introduces.includes(variable) || nodes.has(variable)) return;
    const labels = [...new Set(pattern.labels.map(({ text }) => text))];
    nodes.set(variable, { variable, labels, properties: properties(pattern) });
  };
  if (bound === undefined)
    return { kind: "BoundCreate", nodes: [], relationships, paths: [], span: part.span };
  addNode(part.start, bound.start);
  let from = bound.start;
  for (const [at, { relationship, node }] of part.steps.entries()) {
    const step = bound.steps[at];
    if (step === undefined) continue;
    addNode(node, step.node);
    const [start, end] = relationship.direction === "incoming" ? [step.node, from] : [from, step.node];
    const type = relationship.types[0]?.text ?? "";
    relationships.push({
      variable: step.relationship.variable,
      type,
      start,
      end,
      properties: properties(relationship),
      span: relationship.span,
    });
    from = step.node;
  }
  const paths = path === undefined ? [] : [{ ...bound, path }];
  return { kind: "BoundCreate", nodes: [...nodes.values()], relationships, paths, span: part.span };
}
