import type {
  CreateClause,
  NodePattern,
  RelationshipPattern,
  StringLiteral,
  Variable,
} from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import type { BoundExpression, BoundPatternPart, BoundStep, BoundVariable } from "./bound-expression.ts";
import type { BoundCreate, NodeToCreate, RelationshipToCreate } from "./bound-query.ts";
import { extendScope, type Scope } from "./scope.ts";

/** A bound CREATE, and the variables that are known after it. */
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
    if (variable.name !== "") variables = extendScope(variables, [variable]);
    return variable;
  };
  /** Nodes are created before relationships, and so cannot read what those will hold. */
  const readable = ({ kind }: NodePattern | RelationshipPattern): Scope => {
    if (kind === "RelationshipPattern") return variables;
    const later = new Set(relationships.map(({ variable }) => variable));
    return new Map([...variables].filter(([, variable]) => !later.has(variable)));
  };
  const properties = (pattern: NodePattern | RelationshipPattern): BoundExpression | undefined =>
    pattern.properties && analysis.bind(pattern.properties, { variables: readable(pattern) });

  const bindNode = (pattern: NodePattern, alone: boolean): BoundVariable => {
    if (pattern.name !== undefined) cannotCreateByName(pattern.name, analysis);
    const known = pattern.variable && variables.get(pattern.variable.name);
    if (known !== undefined && pattern.variable !== undefined) {
      if (alone || pattern.labels.length > 0 || pattern.properties !== undefined)
        alreadyBound(pattern.variable, analysis);
      else if (known.type !== "node" && known.type !== "value") {
        analysis.problems.report("VariableTypeConflict", `${known.name} is no node`, { span: pattern.span });
      }
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
    checkRelationship(pattern, variables, analysis);
    const bound = properties(pattern);
    const node = bindNode(nodePattern, false);
    const variable = introduce(analysis.slots.variable(pattern.variable?.name ?? "", "relationship"));
    const type = pattern.types[0]?.text ?? "";
    const [start, end] = pattern.direction === "incoming" ? [node, from] : [from, node];
    relationships.push({ variable, type, start, end, properties: bound });
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

function checkRelationship(pattern: RelationshipPattern, variables: Scope, analysis: Analysis): void {
  const { span, types, direction, length, variable } = pattern;
  if (variable !== undefined && variables.has(variable.name)) alreadyBound(variable, analysis);
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
  if (direction === "both") {
    analysis.problems.report(
      "RequiresDirectedRelationship",
      "a relationship to be created needs a direction",
      {
        span,
        hint: "write --> or <--",
      },
    );
  }
}

function cannotCreateByName({ span }: StringLiteral, analysis: Analysis): void {
  analysis.problems.report("UnexpectedSyntax", "a name in quotes finds a node, and cannot create one", {
    span,
    hint: "write the name as a property: ({name: 'Xi Jinping'})",
  });
}

function alreadyBound({ name, span }: Variable, analysis: Analysis): void {
  analysis.problems.report("VariableAlreadyBound", `${name} is bound already and cannot be created`, {
    span,
    hint: `write (${name}) without labels and properties to connect it, or another name to create a new one`,
  });
}
