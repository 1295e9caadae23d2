import type { Expression } from "../syntax/ast.ts";
import type { BoundExpression, BoundVariable, VariableType } from "./bound-tree.ts";
import { ANY, type StaticType } from "./static-type.ts";

/** A variable, and the number of variables in the log before it. */
interface LogEntry {
  readonly at: number;
  readonly variable: BoundVariable;
}

/** Variables in the order of their introduction. The scopes of a query's clauses are prefixes of one log. */
interface ScopeLog {
  readonly byName: Map<string, LogEntry[]>;
  length: number;
}

/**
 * The variables that an expression may use at one place of the query. Immutable: each clause extends the scope of the
 * one before, at a cost proportional to the new variables, not to all of them.
 */
export class Scope {
  readonly #log: ScopeLog;
  /** The enclosing scope. */
  readonly #outer: Scope | undefined;
  /** Number of log entries that this scope includes. */
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

  /** The names in scope, in the order of their introduction. */
  *keys(): Iterable<string> {
    const names = new Set(this.#outer?.keys());
    for (const name of this.#log.byName.keys()) names.add(name);
    for (const name of names) if (this.has(name)) yield name;
  }

  /** Adds variables; a new one hides an old one of the same name. */
  extend(variables: Iterable<BoundVariable>): Scope {
    return this.extendAs(Array.from(variables, (variable) => [variable.name, variable]));
  }

  /** Like {@link extend}, under other names than the variables' own. */
  extendAs(named: Iterable<readonly [string, BoundVariable]>): Scope {
    // Another scope has already extended this one, or this one hides variables that are still in the log.
    if (this.#log.length !== this.#count || this.#hidden !== undefined) return this.inside().extendAs(named);
    for (const [name, variable] of named) {
      const entry = { at: this.#log.length++, variable };
      const entries = this.#log.byName.get(name);
      if (entries === undefined) this.#log.byName.set(name, [entry]);
      else entries.push(entry);
    }
    return new Scope(this.#log, this.#outer);
  }

  /** Like {@link extend}, for an inner scope, such as a comprehension; this scope can still be extended. */
  inside(variables: Iterable<BoundVariable> = []): Scope {
    return new Scope(undefined, this).extend(variables);
  }

  /** This scope without the `hidden` variables; the caller may add more to the set later. */
  without(hidden: ReadonlySet<BoundVariable>): Scope {
    return new Scope(undefined, this, hidden);
  }

  #own(name: string): BoundVariable | undefined {
    return this.#log.byName.get(name)?.findLast(({ at }) => at < this.#count)?.variable;
  }
}

/**
 * The scope of an expression: its variables, and expressions that are already computed. `computed` is called for each
 * (sub)expression before its parts; it returns aggregates and grouping keys.
 */
export interface ExpressionScope {
  readonly variables: Scope;
  readonly computed?: (expression: Expression) => BoundExpression | undefined;
}

/** The scopes before a WITH or RETURN. */
export interface ProjectionScope {
  readonly variables: Scope;
  /** Variables that stay in scope after any projection: in a subquery, those of the outer query. */
  readonly outer: Scope;
}

/** Gives each variable of a query its own slot. */
export class SlotAllocator {
  #next = 0;

  /**
   * @param name empty if the query does not name it
   * @param valueType the known type of a `value`
   */
  variable(name: string, type: VariableType, valueType: StaticType = ANY): BoundVariable {
    return { name, slot: this.#next++, type, valueType };
  }

  /** Number of slots so far. */
  get count(): number {
    return this.#next;
  }
}
