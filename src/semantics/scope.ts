import type { Expression } from "../syntax/ast.ts";
import type { BoundExpression, BoundVariable, VariableType } from "./bound-tree.ts";
import { ANY, type StaticType } from "./static-type.ts";

/** A variable, and how many a log had before it. */
interface LogEntry {
  readonly at: number;
  readonly variable: BoundVariable;
}

/** Variables in the order in which they came; the scopes of a query's clauses are beginnings of one log. */
interface ScopeLog {
  readonly byName: Map<string, LogEntry[]>;
  length: number;
}

/**
 * The variables that an expression may name at one place of the query. It never changes: each clause extends the
 * scope of the one before, which costs what the clause brings and not what is known already.
 */
export class Scope {
  readonly #log: ScopeLog;
  /** The scope that this one is inside of. */
  readonly #outer: Scope | undefined;
  /** How much of the log it knows. */
  readonly #count: number;
  readonly #hidden: ReadonlySet<BoundVariable> | undefined;

  constructor(
    log: ScopeLog = { byName: new Map(), length: 0 },
    outer?: Scope,
    hidden?: ReadonlySet<BoundVariable>,
  ) {
    this.#log = log;
    this.#outer = outer;
    this.#count = log.length;
    this.#hidden = hidden;
  }

  get(name: string): BoundVariable | undefined {
    const known = this.#own(name) ?? this.#outer?.get(name);
    return known === undefined || this.#hidden?.has(known) ? undefined : known;
  }

  has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  /** The names that it knows, in the order in which they came. */
  *keys(): Iterable<string> {
    const names = new Set(this.#outer?.keys());
    for (const name of this.#log.byName.keys()) names.add(name);
    for (const name of names) if (this.has(name)) yield name;
  }

  /** This scope and these variables too; a new one hides an old one of its name. */
  extend(variables: Iterable<BoundVariable>): Scope {
    return this.extendAs(Array.from(variables, (variable) => [variable.name, variable]));
  }

  /** As {@link extend}, by other names than the variables' own. */
  extendAs(named: Iterable<readonly [string, BoundVariable]>): Scope {
    // Another scope has gone on from here already, or this one hides what the log's others still know.
    if (this.#log.length !== this.#count || this.#hidden !== undefined) return this.inside().extendAs(named);
    for (const [name, variable] of named) {
      const entry = { at: this.#log.length++, variable };
      const entries = this.#log.byName.get(name);
      if (entries === undefined) this.#log.byName.set(name, [entry]);
      else entries.push(entry);
    }
    return new Scope(this.#log, this.#outer);
  }

  /** As {@link extend}, for what has variables of its own, such as a comprehension, while this scope goes on. */
  inside(variables: Iterable<BoundVariable> = []): Scope {
    return new Scope(undefined, this).extend(variables);
  }

  /** This scope as long as these variables are not to be known, which may become more. */
  without(hidden: ReadonlySet<BoundVariable>): Scope {
    return new Scope(undefined, this, hidden);
  }

  #own(name: string): BoundVariable | undefined {
    return this.#log.byName.get(name)?.findLast(({ at }) => at < this.#count)?.variable;
  }
}

/**
 * Where an expression stands: what it may name, and what is already computed. `computed` answers for a whole
 * (sub)expression before its parts are looked at: aggregates and grouped expressions are found that way.
 */
export interface ExpressionScope {
  readonly variables: Scope;
  readonly computed?: (expression: Expression) => BoundExpression | undefined;
}

/** What WITH and RETURN start from. */
export interface ProjectionScope {
  readonly variables: Scope;
  /** Those that stay known whatever is projected: in a subquery, the variables of the query around it. */
  readonly outer: Scope;
}

/** Gives each variable of a query its own slot. */
export class SlotAllocator {
  #next = 0;

  /**
   * @param name empty for what the query does not name
   * @param valueType what is known of a `value`
   */
  variable(name: string, type: VariableType, valueType: StaticType = ANY): BoundVariable {
    return { name, slot: this.#next++, type, valueType };
  }

  /** How many slots there are so far. */
  get count(): number {
    return this.#next;
  }
}
