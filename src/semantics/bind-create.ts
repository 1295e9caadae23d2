import type { CreateClause, NodePattern, RelationshipPattern } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import type {
  BoundCreate,
  BoundExpression,
  BoundPatternPart,
  BoundStep,
  BoundVariable,
  NodeToCreate,
  RelationshipToCreate,
} from "./bound-tree.ts";
import { alreadyBound, checkCreatedNode, checkCreatedRelationship } from "./check-created.ts";
import { checkCreatedPart } from "./check-shortest-path.ts";
import type { Scope } from "./scope.ts";

/** A bound CREATE, and the variables in scope after it. */
export interface CreateBinding {
  readonly create: BoundCreate;
  readonly variables: Scope;
}

export function bindCreate(clause: CreateClause, scope: Scope, analysis: Analysis): CreateBinding {
  const nodes: NodeToCreate[] = [];
  const relationships: RelationshipToCreate[] = [];
  const paths: BoundPatternPart[] = [];
  let variables = scope;

  const introduce = (variable: BoundVariable) => {
    if (variable.name !== "") variables = variables.extend([variable]);
    return variable;
  };
  /** New relationships. Nodes are created before them, so the properties of nodes cannot read them. */
  const later = new Set<BoundVariable>();
  const readable = ({ kind }: NodePattern | RelationshipPattern): Scope => {
    return kind === "RelationshipPattern" || later.size === 0 ? variables : variables.without(later);
  };
  const properties = (pattern: NodePattern | RelationshipPattern): BoundExpression | undefined =>
    pattern.properties && analysis.bind(pattern.properties, { variables: readable(pattern) });

  const bindNode = (pattern: NodePattern, alone: boolean): BoundVariable => {
    const known = pattern.variable && variables.get(pattern.variable.name);
    if (known !== undefined) {
      checkCreatedNode(pattern, alone, known, analysis);
      return known;
    }
    const bound = properties(pattern);
    const variable = introduce(analysis.slots.variable(pattern.variable?.name ?? "", "node"));
    nodes.push({ variable, labels: [...new Set(pattern.labels.map(({ text }) => text))], properties: bound });
    return variable;
  };

  const bindStep = (
    pattern: RelationshipPattern,
    from: BoundVariable,
    nodePattern: NodePattern,
  ): BoundStep => {
    checkCreatedRelationship(pattern, variables, analysis);
    if (pattern.direction === "both") {
      const hint = "write --> or <--";
      const message = "a relationship to be created needs a direction";
      analysis.problems.report("RequiresDirectedRelationship", message, { span: pattern.span, hint });
    }
    const bound = properties(pattern);
    const node = bindNode(nodePattern, false);
    const variable = introduce(analysis.slots.variable(pattern.variable?.name ?? "", "relationship"));
    const type = pattern.types[0]?.text ?? "";
    const [start, end] = pattern.direction === "incoming" ? [node, from] : [from, node];
    relationships.push({ variable, type, start, end, properties: bound, span: pattern.span });
    later.add(variable);
    return {
      relationship: {
        variable,
        types: [type],
        direction: pattern.direction,
        length: undefined,
        properties: [],
      },
      node,
    };
  };

  for (const part of clause.patterns) {
    checkCreatedPart(part, analysis);
    const start = bindNode(part.start, part.steps.length === 0);
    let from = start;
    const steps = part.steps.map(({ relationship, node }) => {
      const step = bindStep(relationship, from, node);
      from = step.node;
      return step;
    });
    if (part.variable === undefined) continue;
    if (variables.has(part.variable.name)) alreadyBound(part.variable, analysis);
    paths.push({ path: introduce(analysis.slots.variable(part.variable.name, "path")), start, steps });
  }
  return { create: { kind: "BoundCreate", nodes, relationships, paths, span: clause.span }, variables };
}
