import type { Span } from "../diagnostics/span.ts";
import type {
  MatchClause,
  NodePattern,
  PatternPart,
  Projection,
  RelationshipPattern,
  SingleQuery,
  Variable,
} from "../syntax/ast.ts";
import { freeVariables } from "../syntax/walk-expression.ts";

/**
 * Adds a RETURN to a query that is only a bare pattern. It returns the variables of the pattern. If there are none, as
 * in `("Xi")-[:MEETS]-("Putin")`, the relationships get variables (`claim`), or the nodes if there is no relationship,
 * and the rows are deduplicated.
 */
export function completeBarePattern(query: SingleQuery): SingleQuery {
  const [clause, ...others] = query.clauses;
  if (clause?.kind !== "MatchClause" || !clause.bare || others.length > 0) return query;
  if (clause.patterns.some(hasVariable)) return returning(query, clause, { star: true });
  const used = [...freeVariables(clause, () => false)].map(({ name }) => name);
  const naming = new Naming(new Set(used));
  const patterns = clause.patterns.map((part) => naming.part(part));
  const items = naming.variables.map((variable) => ({
    kind: "ProjectionItem" as const,
    expression: variable,
    alias: undefined,
    span: variable.span,
  }));
  return returning(query, { ...clause, patterns }, { distinct: true, items });
}

function returning(query: SingleQuery, match: MatchClause, projection: Partial<Projection>): SingleQuery {
  const { span } = query;
  const nothing = { star: false, distinct: false, items: [], orderBy: [], skip: undefined, limit: undefined };
  const returned: Projection = { kind: "Projection", ...nothing, ...projection, span };
  return { ...query, clauses: [match, { kind: "ReturnClause", projection: returned, span }] };
}

function hasVariable({ variable, start, steps }: PatternPart): boolean {
  const patterns = [start, ...steps.flatMap(({ relationship, node }) => [relationship, node])];
  return variable !== undefined || patterns.some((pattern) => pattern.variable !== undefined);
}

/** Adds variables to a pattern that has none. */
class Naming {
  readonly variables: Variable[] = [];
  readonly #taken: ReadonlySet<string>;
  /** The last number used, by word. */
  readonly #counts = new Map<string, number>();

  /** @param taken names that WHERE uses. They must stay unknown, since WHERE cannot refer to the new variables. */
  constructor(taken: ReadonlySet<string>) {
    this.#taken = taken;
  }

  part(part: PatternPart): PatternPart {
    if (part.shortest !== undefined) return { ...part, variable: this.#name("path", part.span) };
    if (part.steps.length === 0) return { ...part, start: this.#node(part.start) };
    const steps = part.steps.map(({ relationship, node }) => ({
      relationship: this.#relationship(relationship),
      node,
    }));
    return { ...part, steps };
  }

  #node(pattern: NodePattern): NodePattern {
    return { ...pattern, variable: this.#name("node", pattern.span) };
  }

  #relationship(pattern: RelationshipPattern): RelationshipPattern {
    const word = pattern.length === undefined ? "claim" : "claims";
    return { ...pattern, variable: this.#name(word, pattern.span) };
  }

  /** A variable named by the word: `claim`, then `claim2` and so on. */
  #name(word: string, span: Span): Variable {
    let count = this.#counts.get(word) ?? 0;
    let name: string;
    do name = ++count === 1 ? word : `${word}${count}`;
    while (this.#taken.has(name));
    this.#counts.set(word, count);
    const variable: Variable = { kind: "Variable", name, span };
    this.variables.push(variable);
    return variable;
  }
}
