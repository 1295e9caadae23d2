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
import { variableNames } from "../syntax/walk-expression.ts";
import { type TypeName, withArticle } from "../values/type-name.ts";
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
} from "./bound-tree.ts";
import { isSearchable } from "./check-shortest-path.ts";
import { differPredicates } from "./differ-predicates.ts";
import { withLocals } from "./inner-scope.ts";
import type { ExpressionScope, Scope } from "./scope.ts";
import { divideConditions } from "./search-conditions.ts";
import { mayBe } from "./static-type.ts";

/** A bound pattern, and the variables in scope after it. */
export interface PatternBinding {
  readonly pattern: BoundPattern;
  readonly variables: Scope;
  /** The scope of expressions that are evaluated per match, such as the projection of a pattern comprehension. */
  readonly inside: ExpressionScope;
}

/**
 * Binds patterns to match, with their WHERE. All variables are introduced before any property or predicate is bound:
 * openCypher allows forward references such as `MATCH (a {x: b.x}), (b)`.
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
      if (known.type === "value" && !analysis.patternUses.has(known))
        analysis.patternUses.set(known, variable.span);
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
  const inside = withLocals(scope, [...introduced.values()]);
  const predicates: BoundExpression[] = [];
  const boundParts = declared.map(({ part, bound }): BoundPatternPart => {
    pushAll(predicates, nodePredicates(part.start, bound.start, inside, analysis));
    const isSearched = isSearchable(part, scope.variables, analysis);
    const steps = part.steps.map(({ relationship, node }, at): BoundStep => {
      const { variable, node: nodeVariable } = bound.steps[at] as {
        variable: BoundVariable;
        node: BoundVariable;
      };
      const entries = patternEntries(relationship.properties, inside, analysis);
      const isWalk = relationship.length !== undefined;
      // A shortest-path search gets them like all other conditions on its relationships.
      const isEarly = ({ names }: PatternEntry) =>
        isWalk && !isSearched && !names.some((name) => introduced.has(name));
      const early = entries.filter(isEarly);
      const late = entries.filter((entry) => !isEarly(entry));
      pushAll(
        predicates,
        late.map((entry) => (isWalk ? allHave : has)(variable, entry, analysis)),
      );
      pushAll(predicates, nodePredicates(node, nodeVariable, inside, analysis));
      return { relationship: bindRelationship(relationship, variable, early), node: nodeVariable };
    });
    const { path, start } = bound;
    if (!isSearched) return { path, start, steps };
    return { path, start, steps, search: { all: part.shortest === "all", nodes: [], relationships: [] } };
  });
  pushAll(predicates, differPredicates(boundParts));
  if (where !== undefined) predicates.push(analysis.bind(where, inside));
  return {
    pattern: {
      ...divideConditions(boundParts, predicates),
      introduces: [...introduced.values(), ...anonymous],
    },
    variables: inside.variables,
    inside,
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

/**
 * A pattern may use a node variable many times, a relationship variable once, and a path variable only if it is new.
 */
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
  } else if (known.type !== type && !(known.type === "value" && mayBe(known.valueType, HOLDS[type]))) {
    analysis.problems.report(
      "VariableTypeConflict",
      `${name} is ${describe(known)}, but is used as ${NAMES[type]} here`,
      { span },
    );
  } else if (introduced.has(name) && type !== "node") {
    analysis.problems.report(
      "RelationshipUniquenessViolation",
      `the relationship ${name} is used twice in one pattern`,
      {
        span,
        hint: "a pattern uses each relationship once; use two variables and compare them",
      },
    );
  }
}

/** The types that a `value` may have to be used as each type of variable in a pattern. */
const HOLDS: Readonly<Record<VariableType, readonly TypeName[]>> = {
  node: ["Node"],
  relationship: ["Relationship"],
  relationships: ["List"],
  path: ["Path"],
  value: [],
};

const NAMES: Readonly<Record<VariableType, string>> = {
  node: "a node",
  relationship: "a relationship",
  relationships: "a list of relationships",
  path: "a path",
  value: "a value",
};

function describe({ type, valueType }: BoundVariable): string {
  return type === "value" && valueType.kind !== "Any" ? withArticle(valueType.kind) : NAMES[type];
}

function bindRelationship(
  pattern: RelationshipPattern,
  variable: BoundVariable,
  properties: readonly BoundEntry[],
): BoundRelationship {
  const { length } = pattern;
  return {
    variable,
    types: unique(pattern.types),
    direction: pattern.direction,
    length: length && { minimum: length.minimum ?? 1, maximum: length.maximum ?? Number.POSITIVE_INFINITY },
    properties: properties.map(({ key, value }) => ({ key, value })),
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
  const entries = patternEntries(properties, scope, analysis);
  return [...hasLabels, ...entries.map((entry) => has(variable, entry))];
}

/** `variable.key = value` */
function has(variable: BoundVariable, { key, value }: BoundEntry): BoundExpression {
  const { span } = value;
  const object: VariableReference = { kind: "VariableReference", variable, span };
  const left: BoundExpression = { kind: "PropertyOf", object, key, span };
  return { kind: "Comparison", operator: "=", left, right: value, span };
}

/** `all(relationship IN variable WHERE relationship.key = value)` */
function allHave(variable: BoundVariable, entry: BoundEntry, { slots }: Analysis): BoundExpression {
  const { span } = entry.value;
  const list: VariableReference = { kind: "VariableReference", variable, span };
  const one = slots.variable("relationship", "value");
  return { kind: "Quantified", quantifier: "ALL", variable: one, list, where: has(one, entry), span };
}

/** An entry of a pattern's property map, and the names of the variables that its value reads. */
interface PatternEntry extends BoundEntry {
  readonly names: readonly string[];
}

function patternEntries(
  properties: MapLiteral | Parameter | undefined,
  scope: ExpressionScope,
  analysis: Analysis,
): PatternEntry[] {
  if (properties === undefined) return [];
  if (properties.kind === "Parameter") {
    analysis.problems.report(
      "InvalidParameterUse",
      "a pattern to match cannot take all its properties from one parameter",
      {
        span: properties.span,
        hint: `list the keys: {name: $${properties.name}.name}`,
      },
    );
    return [];
  }
  return properties.entries.map(({ key, value }) => ({
    key: key.text,
    value: analysis.bind(value, scope),
    names: [...variableNames(value)],
  }));
}

/** Pushes items one by one: as arguments of one call, a long list would overflow the stack. */
function pushAll<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}

function unique(names: readonly Name[]): string[] {
  return [...new Set(names.map((name) => name.text))];
}
