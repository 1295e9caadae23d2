import type { Span } from "../diagnostics/span.ts";
import type { PropertyGraph } from "../graph/property-graph.ts";
import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import type { BoundVariable } from "../semantics/bound-tree.ts";
import type { GraphIndex } from "../storage/graph-index.ts";
import type { Value } from "../values/value.ts";
import { EvidenceStore } from "./evidence/evidence-store.ts";
import { type Holding, takeBytes } from "./holding.ts";
import type { Limits, QueryBudget } from "./query-budget.ts";

/**
 * Takes the row that stands in {@link Execution.row}. False asks for no more rows: it is handed up through
 * every operator, which stops its loop.
 */
export type Next = () => boolean;

/** An operator that must see all its input before it gives a row. */
export interface Blocking {
  /** Forgets earlier runs. Called before anything of the plan runs. */
  readonly begin: () => void;
  /** Takes one row of the input. */
  readonly take: Next;
  /** Gives the rows on. */
  readonly finish: Next;
}

/** What a slot holds: the number of a node or relationship, or what {@link VariableType} says, or null. */
export type Slot = Value | SlotPath | readonly number[];

/** A path as numbers. */
export interface SlotPath {
  readonly nodes: readonly number[];
  readonly relationships: readonly number[];
}

/**
 * The operators of a query and the row that they all work on in place; whoever keeps rows copies their slots. It
 * is opened once and run many times, one run after the other: what depends on parameters is prepared at the start
 * of each run, and what operators remember is forgotten at the start of what they are part of.
 */
export class Execution {
  readonly row: Slot[];
  /** By slot: what its value holds of what the query has made. */
  readonly holdings: (Holding | undefined)[] = [];
  readonly graph: PropertyGraph;
  readonly subplans: LogicalQuery["subplans"];
  readonly patternUses: LogicalQuery["patternUses"];
  /** Brought up to date after a clause that writes; what such a clause itself reads is in {@link currentIndex}. */
  readonly index: GraphIndex;
  /** Whether the query writes: what values hold of entities may then be out of date. */
  readonly writes: boolean;
  /** Keys of what was created since the index was brought up to date, in order: they have the next numbers. */
  readonly created: { readonly nodes: string[]; readonly relationships: string[] } = {
    nodes: [],
    relationships: [],
  };
  /**
   * Keys of the nodes that a DELETE has named and that still have relationships, which it may yet delete; with the
   * place where it named them.
   */
  readonly doomed = new Map<string, Span>();
  /** Where rows write down what they rest on; absent where nobody wants to know. */
  readonly evidence: EvidenceStore | undefined;
  /** Counts what is done, and ends the query where it passes a limit. */
  readonly budget: QueryBudget;
  /** How many buffers hand rows on while what is below them is still at work. */
  buffersInside = 0;
  readonly #openPlan: (plan: LogicalPlan, execution: Execution, next: Next) => Next;
  readonly #preparations: (() => void)[] = [];
  readonly #resetHooks: (() => void)[] = [];
  /** Those of the plan that is being opened. */
  #ownResetHooks: (() => void)[] = [];
  #parameters: Readonly<Record<string, Value>> = {};
  #isWriting = false;
  #startedAt: bigint | undefined;

  constructor(
    parts: Pick<Execution, "graph" | "index" | "budget"> & {
      readonly query: LogicalQuery;
      readonly openPlan: (plan: LogicalPlan, execution: Execution, next: Next) => Next;
    },
  ) {
    this.row = new Array(parts.query.slots).fill(null);
    this.graph = parts.graph;
    this.subplans = parts.query.subplans;
    this.patternUses = parts.query.patternUses;
    this.writes = parts.query.writes;
    this.budget = parts.budget;
    const { evidence } = parts.query;
    this.evidence = evidence && new EvidenceStore(evidence.slot, parts.budget);
    this.#openPlan = parts.openPlan;
    this.index = parts.index;
  }

  /**
   * Opens a plan that is run by itself, perhaps once for each row of another: expressions need it for the
   * patterns inside them.
   */
  open(plan: LogicalPlan, next: Next): Next {
    const outer = this.#ownResetHooks;
    const own: (() => void)[] = [];
    this.#ownResetHooks = own;
    const run = this.#openPlan(plan, this, next);
    this.#ownResetHooks = outer;
    if (own.length === 0) return run;
    return () => {
      for (const reset of own) reset();
      return run();
    };
  }

  /** To be called while a plan is opened: `prepare` runs at the start of each run of the query. */
  onRun(prepare: () => void): void {
    this.#preparations.push(prepare);
  }

  /** To be called while a plan is opened: `reset` runs whenever that plan begins anew. */
  onReset(reset: () => void): void {
    this.#ownResetHooks.push(reset);
    this.#resetHooks.push(reset);
  }

  /** Begins a run of the whole query. */
  begin(parameters: Readonly<Record<string, Value>>, limits: Limits): void {
    this.#parameters = parameters;
    this.buffersInside = 0;
    this.#startedAt = undefined;
    // A run that failed may have left these.
    this.#isWriting = false;
    this.created.nodes.length = 0;
    this.created.relationships.length = 0;
    this.doomed.clear();
    this.budget.begin(limits);
    this.holdings.length = 0;
    this.evidence?.begin();
    for (const prepare of this.#preparations) prepare();
  }

  /** Ends a run: rows that operators still hold are let go. */
  end(): void {
    if (this.budget.memory.hasKept) for (const reset of this.#resetHooks) reset();
  }

  get parameters(): Readonly<Record<string, Value>> {
    return this.#parameters;
  }

  /** When the run began, in nanoseconds since 1970-01-01T00:00Z. */
  get startedAt(): bigint {
    this.#startedAt ??= BigInt(Date.now()) * 1_000_000n;
    return this.#startedAt;
  }

  /** A place in the row for something that is no variable of the query. */
  newSlot(): number {
    return this.row.push(null) - 1;
  }

  /**
   * Runs `write`, which goes through rows and changes the graph; then makes all of it visible.
   *
   * Meanwhile {@link currentIndex} follows each change, so that an expression sees what the rows and items before it
   * have written. It must not follow at any other time: operators then go over the index, and would lose their place.
   */
  whileWriting(write: () => void): void {
    // What a procedure has created meanwhile gets its numbers first.
    this.refreshIndex();
    this.#isWriting = true;
    write();
    this.#isWriting = false;
    this.refreshIndex();
  }

  /** Runs a pattern's plan for an expression: on the graph as it is now, which stays as it is until that is done. */
  matchNow(match: Next): void {
    this.currentIndex();
    const wasWriting = this.#isWriting;
    this.#isWriting = false;
    match();
    this.#isWriting = wasWriting;
  }

  /**
   * Whether a node must not be read any more, as the clause deletes it. A pattern still finds it: it is in the graph.
   */
  isDoomed(node: number): boolean {
    return this.#isWriting && this.doomed.size > 0 && this.doomed.has(this.nodeKey(node));
  }

  /** Whether rows have been written that the index does not have yet, and that expressions are to see. */
  get isIndexBehind(): boolean {
    return this.#isWriting && this.index.version !== this.graph.version;
  }

  /** The index, after it has caught up with what was written so far, while rows are written. */
  currentIndex(): GraphIndex {
    if (this.isIndexBehind) this.refreshIndex();
    return this.index;
  }

  /** Makes what was written visible; every entity keeps its number. */
  refreshIndex(): void {
    this.created.nodes.length = 0;
    this.created.relationships.length = 0;
    this.index.refresh();
  }

  /** What the query has made for the values in these slots, in bytes: they are kept now, and what they share is told once. */
  takeHeld(slots: readonly number[]): number {
    const { holdings } = this;
    if (holdings.length === 0) return 0;
    let bytes = 0;
    for (let at = 0; at < slots.length; at++) {
      const holding = holdings[slots[at] as number];
      if (holding !== undefined) bytes += takeBytes(holding);
    }
    return bytes;
  }

  /** The key of a node by its number, also of one just created. */
  nodeKey(node: number): string {
    const { index, created } = this;
    return node < index.nodeCount ? index.nodeKey(node) : (created.nodes[node - index.nodeCount] as string);
  }

  /** The key of a relationship by its number, also of one just created. */
  relationshipKey(relationship: number): string {
    const { index, created } = this;
    if (relationship < index.relationshipCount) return index.relationshipKey(relationship);
    return created.relationships[relationship - index.relationshipCount] as string;
  }

  get(variable: BoundVariable): Slot {
    return this.row[variable.slot] as Slot;
  }
}

/** Reads something of the index once; each time in a query that writes, as another may take its place. */
export function onceUnlessWriting<Part>(execution: Execution, read: () => Part): () => Part {
  if (execution.writes) return read;
  let part: Part | undefined;
  return () => {
    part ??= read();
    return part;
  };
}
