import type {
  Expression,
  MapLiteral,
  Name,
  NodePattern,
  Parameter,
  PatternPart,
  RelationshipPattern,
  Variable,
} from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import type {
  BoundEntry,
  BoundExpression,
  BoundPattern,
  BoundPatternPart,
  BoundRelationship,
  BoundStep,
  BoundVariable,
  VariableReference,
  VariableType,
} from "./bound-expression.ts";
import { type ExpressionScope, extendScope, type Scope } from "./scope.ts";

/** A bound pattern, and the variables that are known after it. */
export interface PatternBinding {
  readonly pattern: BoundPattern;
  readonly variables: Scope;
}

/**
 * Patterns to match, with their WHERE. All variables are introduced before any property or predicate is looked
 * at: openCypher lets `MATCH (a {x: b.x}), (b)` refer forwards.
 */
export function bindPattern(
  parts: readonly PatternPart[],
  where: Expression | undefined,
  scope: ExpressionScope,
  analysis: Analysis,
): PatternBinding {
  const introduced = new Map<string, BoundVariable>();
  const anonymous: BoundVariable[] = [];
  const declare = (variable: Variable | undefined, type: VariableType): BoundVariable => {
    if (variable === undefined) {
      const fresh = analysis.slots.variable("", type);
      anonymous.push(fresh);
      return fresh;
    }
    const known = introduced.get(variable.name) ?? scope.variables.get(variable.name);
    if (known !== undefined) {
      checkReuse(variable, known, type, introduced, analysis);
      return known;
    }
    const fresh: BoundVariable = {
      ...analysis.slots.variable(variable.name, type),
      ...(variable.generated && { generated: true }),
    };
    introduced.set(variable.name, fresh);
    return fresh;
  };

  const declared = parts.map((part) => ({ part, bound: declarePart(part, declare) }));
  const variables = extendScope(scope.variables, introduced.values());
  const inside: ExpressionScope = { variables };
  const predicates: BoundExpression[] = [];
  const boundParts = declared.map(({ part, bound }): BoundPatternPart => {
    predicates.push(...nodePredicates(part.start, bound.start, inside, analysis));
    const steps = part.steps.map(({ relationship, node }, at): BoundStep => {
      const { variable, node: nodeVariable } = bound.steps[at] as {
        variable: BoundVariable;
        node: BoundVariable;
      };
      const boundRelationship = bindRelationship(relationship, variable, inside, analysis);
      if (boundRelationship.length === undefined) {
        predicates.push(...propertyPredicates(relationship.properties, variable, inside, analysis));
      }
      predicates.push(...nodePredicates(node, nodeVariable, inside, analysis));
      return { relationship: boundRelationship, node: nodeVariable };
    });
    return { path: bound.path, start: bound.start, steps };
  });
  if (where !== undefined) predicates.push(analysis.bind(where, { ...scope, variables }));
  return {
    pattern: { parts: boundParts, predicates, introduces: [...introduced.values(), ...anonymous] },
    variables,
  };
}

interface DeclaredPart {
  readonly path: BoundVariable | undefined;
  readonly start: BoundVariable;
  readonly steps: readonly { readonly variable: BoundVariable; readonly node: BoundVariable }[];
}

function declarePart(
  part: PatternPart,
  declare: (variable: Variable | undefined, type: VariableType) => BoundVariable,
): DeclaredPart {
  const start = declare(part.start.variable, "node");
  const steps = part.steps.map(({ relationship, node }) => ({
    variable: declare(
      relationship.variable,
      relationship.length === undefined ? "relationship" : "relationships",
    ),
    node: declare(node.variable, "node"),
  }));
  return { path: part.variable === undefined ? undefined : declare(part.variable, "path"), start, steps };
}

/** A node variable may stand many times; a relationship's once in a pattern; a path's only where it is new. */
function checkReuse(
  variable: Variable,
  known: BoundVariable,
  type: VariableType,
  introduced: ReadonlyMap<string, BoundVariable>,
  analysis: Analysis,
): void {
  const { span, name } = variable;
  if (type === "path") {
    analysis.problems.report("VariableAlreadyBound", `${name} is bound already and cannot name a path`, {
      span,
    });
  } else if (known.type !== type && known.type !== "value") {
    analysis.problems.report(
      "VariableTypeConflict",
      `${name} is a ${describe(known.type)} and stands for a ${describe(type)} here`,
      { span },
    );
  } else if (introduced.has(name) && type !== "node") {
    analysis.problems.report(
      "RelationshipUniquenessViolation",
      `the relationship ${name} stands twice in one pattern`,
      {
        span,
        hint: "a pattern passes each relationship once; use two variables and compare them",
      },
    );
  }
}

function describe(type: VariableType): string {
  return type === "relationships" ? "list of relationships" : type;
}

function bindRelationship(
  pattern: RelationshipPattern,
  variable: BoundVariable,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundRelationship {
  const { length } = pattern;
  return {
    variable,
    types: unique(pattern.types),
    direction: pattern.direction,
    length: length && { minimum: length.minimum ?? 1, maximum: length.maximum ?? Number.POSITIVE_INFINITY },
    properties: length === undefined ? [] : patternEntries(pattern.properties, scope, analysis),
  };
}

function nodePredicates(
  pattern: NodePattern,
  variable: BoundVariable,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundExpression[] {
  const { labels, properties, span } = pattern;
  const object: VariableReference = { kind: "VariableReference", variable, span };
  const hasLabels: BoundExpression[] =
    labels.length === 0
      ? []
      : [{ kind: "HasLabels", object, labels: unique(labels), span: labels[0]?.span ?? span }];
  return [...hasLabels, ...propertyPredicates(properties, variable, scope, analysis)];
}

function propertyPredicates(
  properties: MapLiteral | Parameter | undefined,
  variable: BoundVariable,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundExpression[] {
  return patternEntries(properties, scope, analysis).map(({ key, value }) => {
    const object: VariableReference = { kind: "VariableReference", variable, span: value.span };
    const left: BoundExpression = { kind: "PropertyOf", object, key, span: value.span };
    return { kind: "Comparison", operator: "=", left, right: value, span: value.span };
  });
}

function patternEntries(
  properties: MapLiteral | Parameter | undefined,
  scope: ExpressionScope,
  analysis: Analysis,
): BoundEntry[] {
  if (properties === undefined) return [];
  if (properties.kind === "Parameter") {
    analysis.problems.report(
      "InvalidParameterUse",
      "a pattern to match takes no parameter for all its properties",
      {
        span: properties.span,
        hint: `write the keys out: {name: $${properties.name}.name}`,
      },
    );
    return [];
  }
  return properties.entries.map(({ key, value }) => ({
    key: key.text,
    value: analysis.bind(value, scope),
  }));
}

function unique(names: readonly Name[]): string[] {
  return [...new Set(names.map((name) => name.text))];
}
