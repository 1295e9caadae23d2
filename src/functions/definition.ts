import type { Budget } from "../values/budget.ts";
import type { Node, Relationship, Value } from "../values/value.ts";

/** A function: what people read of it and what it does, side by side. */
export interface FunctionDefinition {
  readonly kind: "function";
  /** As documentation writes it; calls match it in any case. */
  readonly name: string;
  /** Arguments with their types and the type of the result; optional arguments in brackets. */
  readonly signature: string;
  readonly description: string;
  readonly minimumArguments: number;
  /** `Infinity` where any number will do. */
  readonly maximumArguments: number;
  /** Whether two calls with the same arguments may differ within a query. */
  readonly isRandom?: true;
  /** Whether a null among the arguments reaches `call`; otherwise the result is null. */
  readonly acceptsNull?: boolean;
  /** @throws CypherError without a span: the caller knows the place */
  readonly call: (args: readonly Value[], context: CallContext) => Value;
}

/** What a function may ask for beside its arguments. */
export interface CallContext {
  readonly graph: EntityLookup;
  /** When the query began, in nanoseconds since 1970-01-01T00:00Z. */
  readonly startedAt: bigint;
  /** To be asked by whatever makes or goes through a value that may be long. */
  readonly budget: Budget;
}

/** What functions may ask of the graph. */
export interface EntityLookup {
  /** @param id key of a node that the graph has, or had when the query began */
  node(id: string): Node;
  /**
   * The entity as the query has left it so far.
   *
   * @throws CypherError `DeletedEntityAccess`
   */
  current<Entity extends Node | Relationship>(entity: Entity): Entity;
}

/** An aggregate: a function of all rows of a group. Nulls are never handed to it. */
export interface AggregateDefinition {
  readonly kind: "aggregate";
  readonly name: string;
  readonly signature: string;
  readonly description: string;
  readonly minimumArguments: number;
  readonly maximumArguments: number;
  /** Whether it holds on to all values of a group, or to the one that is its result; absent: to none. */
  readonly holds?: "all" | "one";
  /** @param parameters the values of the arguments after the first, which must not depend on the row */
  readonly start: (parameters: readonly Value[], budget: Budget) => Accumulator;
}

/** The state of one aggregate in one group. */
export interface Accumulator {
  add(value: Value): void;
  result(): Value;
}
