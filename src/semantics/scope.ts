import type { Expression } from "../syntax/ast.ts";
import type { BoundExpression, BoundVariable, VariableType } from "./bound-tree.ts";
import { ANY, type StaticType } from "./static-type.ts";

/** The variables that an expression may name at one place of the query. */
export type Scope = ReadonlyMap<string, BoundVariable>;

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

export const EMPTY_SCOPE: Scope = new Map();

/** `scope` and these variables too; a new one hides an old one of its name. */
export function extendScope(scope: Scope, variables: Iterable<BoundVariable>): Scope {
  const extended = new Map(scope);
  for (const variable of variables) extended.set(variable.name, variable);
  return extended;
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
