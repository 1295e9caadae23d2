import type { Budget } from "../values/budget.ts";
import type { Node, Relationship, Value } from "../values/value.ts";

/** A function: its documentation and its implementation. */
export interface FunctionDefinition {
  readonly kind: "function";
  /** As shown in documentation; calls match it ignoring case. */
  readonly name: string;
  /**
   * Arguments with their types, and the type of the result: `range(from: Any, to: Any [, step: Any]) :: List`. Optional
   * arguments are in brackets; `…` means any number of further ones. What a call may have is derived from this text.
   */
  readonly signature: string;
  readonly description: string;
  /** Whether two calls with the same arguments may differ within a query. */
  readonly isRandom?: true;
  /** Whether a null among the arguments reaches `call`; otherwise the result is null. */
  readonly acceptsNull?: boolean;
  /** @throws CypherError without a span: the caller adds it */
  readonly call: (args: readonly Value[], context: CallContext) => Value;
}

/** What a function may use in addition to its arguments. */
export interface CallContext {
  readonly graph: EntityLookup;
  /** Start of the query, in nanoseconds since 1970-01-01T00:00Z. */
  readonly startedAt: bigint;
  /** Must be charged by any function that makes or traverses a value that may be long. */
  readonly budget: Budget;
}

/** Access to the entities of the graph. */
export interface EntityLookup {
  /** @param id key of a node that is in the graph, or was when the query began */
  node(id: string): Node;
  /**
   * The entity with all changes that the query has made so far.
   *
   * @throws CypherError `DeletedEntityAccess`
   */
  current<Entity extends Node | Relationship>(entity: Entity): Entity;
}

/** An aggregate: a function of all rows of a group. It never receives nulls. */
export interface AggregateDefinition {
  readonly kind: "aggregate";
  readonly name: string;
  readonly signature: string;
  readonly description: string;
  /** Whether it keeps all values of a group, or only its result. Omitted: it keeps no values. */
  readonly holds?: "all" | "one";
  /** @param parameters the values of the arguments after the first, which must not depend on the row */
  readonly start: (parameters: readonly Value[], budget: Budget) => Accumulator;
}

/** The state of one aggregate in one group. */
export interface Accumulator {
  add(value: Value): void;
  result(): Value;
}
