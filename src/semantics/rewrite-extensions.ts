import { CypherError } from "../diagnostics/cypher-error.ts";
import type { Span } from "../diagnostics/span.ts";
import type {
  Clause,
  Expression,
  MapEntry,
  MapLiteral,
  MatchClause,
  NodePattern,
  PatternExpression,
  PatternPart,
  RelationshipPattern,
  SingleQuery,
  Statement,
  StringLiteral,
  Variable,
} from "../syntax/ast.ts";
import { mapTree } from "../syntax/map-tree.ts";
import { completeBarePattern } from "./complete-bare-pattern.ts";

/** Resolves a name or alias to canonical names; empty if the graph does not have the name. */
export type ResolveName = (name: string) => readonly string[];

/** A name as written in the query. */
export interface UsedName {
  readonly text: string;
  readonly span: Span;
  /** The canonical names that it resolves to. */
  readonly names: readonly string[];
}

/** A statement in plain openCypher, and the names that the rewriting resolved. */
export interface RewrittenStatement {
  readonly statement: Statement;
  readonly usedNames: readonly UsedName[];
}

/**
 * Rewrites Hearsay's extensions into plain openCypher, which any engine can run on the same graph:
 *
 * - `("Zelensky")` becomes `({name: 'Volodymyr Zelensky'})`,
 * - `ACCORDING TO "Kyiv"` becomes `{claimant: 'Government of Ukraine'}` in every relationship of the pattern,
 * - a pattern without MATCH gets MATCH, and a RETURN if nothing else follows.
 *
 * A name of several entities becomes a condition in WHERE. Patterns in expressions are rewritten in the same way.
 */
export function rewriteExtensions(statement: Statement, resolve: ResolveName): RewrittenStatement {
  const rewriting = new Rewriting(resolve);
  const branches = statement.branches.map((branch) => rewriting.branch(branch));
  return { statement: { ...statement, branches }, usedNames: rewriting.usedNames };
}

class Rewriting {
  readonly usedNames: UsedName[] = [];
  readonly #resolve: ResolveName;
  #fresh = 0;

  constructor(resolve: ResolveName) {
    this.#resolve = resolve;
  }

  branch(query: SingleQuery): SingleQuery {
    return mapTree(completeBarePattern(query), (node) => this.#rewrite(node as Clause | Expression));
  }

  #rewrite(node: Clause | Expression): Clause | Expression {
    switch (node.kind) {
      case "MatchClause":
        return this.#match(node);
      case "PatternExpression":
        return this.#patternExpression(node);
      case "ShortestPathExpression":
        forbidNames(node.pattern, "a shortest path in an expression takes variables, not names in quotes");
        return node;
      case "PatternComprehension": {
        const conditions: Expression[] = [];
        const pattern = this.#part(node.pattern, undefined, conditions);
        return {
          ...node,
          pattern,
          where: conjunction([...conditions, ...(node.where === undefined ? [] : [node.where])]),
        };
      }
      case "CreateClause":
        for (const part of node.patterns) forbidNames(part, CANNOT_CREATE);
        return node;
      case "MergeClause":
        forbidNames(node.pattern, CANNOT_CREATE);
        return node;
      default:
        return node;
    }
  }

  #match(clause: MatchClause): MatchClause {
    const conditions: Expression[] = [];
    const patterns = clause.patterns.map((part) => this.#part(part, clause.accordingTo, conditions));
    const where = conjunction(clause.where === undefined ? conditions : [...conditions, clause.where]);
    return { ...clause, bare: false, patterns, accordingTo: undefined, where };
  }

  /** A pattern that needs a WHERE becomes `EXISTS { … WHERE … }`. */
  #patternExpression(expression: PatternExpression): Expression {
    const { span } = expression;
    const conditions: Expression[] = [];
    const pattern = this.#part(expression.pattern, undefined, conditions);
    if (conditions.length === 0) return { ...expression, pattern };
    const match: MatchClause = {
      kind: "MatchClause",
      optional: false,
      bare: false,
      patterns: [pattern],
      accordingTo: undefined,
      where: conjunction(conditions),
      span,
    };
    const branch: SingleQuery = { kind: "SingleQuery", clauses: [match], span };
    return { kind: "ExistsSubquery", branches: [branch], unionAll: [], span };
  }

  #part(part: PatternPart, claimant: StringLiteral | undefined, conditions: Expression[]): PatternPart {
    return {
      ...part,
      start: this.#node(part.start, conditions),
      steps: part.steps.map(({ relationship, node }) => ({
        relationship: claimant === undefined ? relationship : this.#claim(relationship, claimant, conditions),
        node: this.#node(node, conditions),
      })),
    };
  }

  #node(pattern: NodePattern, conditions: Expression[]): NodePattern {
    if (pattern.name === undefined) return pattern;
    return { ...this.#constrain(pattern, "name", pattern.name, conditions), name: undefined };
  }

  /**
   * Adds the claimant to a relationship. In a variable-length pattern, every relationship must have the properties of
   * the map, so the same form works for both.
   */
  #claim(
    pattern: RelationshipPattern,
    claimant: StringLiteral,
    conditions: Expression[],
  ): RelationshipPattern {
    return this.#constrain(pattern, "claimant", claimant, conditions);
  }

  #constrain<Pattern extends NodePattern | RelationshipPattern>(
    pattern: Pattern,
    key: string,
    name: StringLiteral,
    conditions: Expression[],
  ): Pattern {
    const { span } = name;
    const names = this.#names(name);
    const [only = name.value] = names;
    if (names.length < 2 && pattern.properties?.kind !== "Parameter") {
      const entry: MapEntry = { key: { kind: "Name", text: key, span }, value: stringLiteral(only, span) };
      const entries = [...(pattern.properties?.entries ?? []), entry];
      return { ...pattern, properties: { kind: "MapLiteral", entries, span } satisfies MapLiteral };
    }
    const variable = pattern.variable ?? this.#freshVariable(key, span);
    const single = pattern.kind === "NodePattern" || pattern.length === undefined;
    conditions.push(single ? hasOneOf(variable, key, names, span) : allHaveOneOf(variable, key, names, span));
    return { ...pattern, variable };
  }

  #names(name: StringLiteral): readonly string[] {
    const names = this.#resolve(name.value);
    if (!this.usedNames.some(({ text, span }) => text === name.value && span === name.span)) {
      this.usedNames.push({ text: name.value, span: name.span, names });
    }
    return names;
  }

  #freshVariable(key: string, span: Span): Variable {
    return { kind: "Variable", name: `${key} ${++this.#fresh}`, generated: true, span };
  }
}

const CANNOT_CREATE = "a name in quotes finds a node, but cannot create one";

function forbidNames({ start, steps, shortest }: PatternPart, message: string): void {
  for (const { name } of [start, ...steps.map(({ node }) => node)]) {
    if (name === undefined) continue;
    const text = JSON.stringify(name.value);
    throw new CypherError("UnexpectedSyntax", message, {
      span: name.span,
      hint:
        shortest === undefined
          ? `to create a node, write ({name: ${text}}), to connect an existing one, MATCH (n ${text}) first`
          : `MATCH (n ${text}) first, then write (n)`,
    });
  }
}

/** `variable.key IN ['…', '…']` */
function hasOneOf(variable: Variable, key: string, names: readonly string[], span: Span): Expression {
  const left: Expression = {
    kind: "PropertyAccess",
    object: variable,
    key: { kind: "Name", text: key, span },
    span,
  };
  const items = names.map((name) => stringLiteral(name, span));
  return {
    kind: "BinaryExpression",
    operator: "IN",
    left,
    right: { kind: "ListLiteral", items, span },
    span,
  };
}

/** `all(claim IN variable WHERE claim.key IN ['…', '…'])` */
function allHaveOneOf(variable: Variable, key: string, names: readonly string[], span: Span): Expression {
  const claim: Variable = { kind: "Variable", name: "claim", span };
  const where = hasOneOf(claim, key, names, span);
  return { kind: "Quantifier", quantifier: "ALL", variable: claim, list: variable, where, span };
}

function conjunction(operands: readonly Expression[]): Expression | undefined {
  const [first] = operands;
  if (operands.length < 2 || first === undefined) return first;
  return { kind: "LogicalExpression", operator: "AND", operands, span: first.span };
}

function stringLiteral(value: string, span: Span): StringLiteral {
  return { kind: "StringLiteral", value, span };
}
