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
 * Takes the current row, {@link Execution.row}. Returns false to request no more rows: every operator passes that up
 * and stops its loop.
 */
export type Next = () => boolean;

/** An operator that must consume all its input before it emits a row. */
export interface Blocking {
  /** Resets state left by earlier runs. Called before any operator of the plan runs. */
  readonly begin: () => void;
  /** Takes one row of the input. */
  readonly take: Next;
  /** Emits the rows. */
  readonly finish: Next;
}

/** The content of a slot: the number of a node or relationship, or a value as {@link VariableType} says, or null. */
export type Slot = Value | SlotPath | readonly number[];

/** A path as the numbers of its nodes and relationships. */
export interface SlotPath {
  readonly nodes: readonly number[];
  readonly relationships: readonly number[];
}

/**
 * The operators of a query and the row that they all update in place; an operator that keeps rows copies their slots.
 * An execution is opened once and run many times, never concurrently: whatever depends on parameters is prepared at
 * the start of each run, and operators reset their state when the plan that they are part of starts.
 */
export class Execution {
  readonly row: Slot[];
  /** By slot: the memory that its value holds, of what the query has allocated. */
  readonly holdings: (Holding | undefined)[] = [];
  readonly graph: PropertyGraph;
  readonly subplans: LogicalQuery["subplans"];
  readonly patternUses: LogicalQuery["patternUses"];
  /** Refreshed after each writing clause. Expressions within such a clause read {@link currentIndex}. */
  readonly index: GraphIndex;
  /** Whether the query writes: the entities inside values may then be out of date. */
  readonly writes: boolean;
  /** Keys of the entities created since the index was last refreshed, in order: they have the next numbers. */
  readonly created: { readonly nodes: string[]; readonly relationships: string[] } = {
    nodes: [],
    relationships: [],
  };
  /**
   * Keys of the nodes that a DELETE has named and that still have relationships, which it may delete later. With the
   * span where it named them.
   */
  readonly doomed = new Map<string, Span>();
  /** Stores the evidence of rows. Undefined if evidence was not requested. */
  readonly evidence: EvidenceStore | undefined;
  /** Counts steps, rows and memory, and ends the query when it exceeds a limit. */
  readonly budget: QueryBudget;
  /** The number of buffers that are emitting rows before the operators below them have finished. */
  buffersInside = 0;
  readonly #openPlan: (plan: LogicalPlan, execution: Execution, next: Next) => Next;
  readonly #preparations: (() => void)[] = [];
  readonly #resetHooks: (() => void)[] = [];
  /** The reset hooks of the plan that is being opened. */
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
   * Opens a plan that runs separately, possibly once per row of another plan: expressions use it for the patterns
   * inside them.
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

  /** Called while a plan is opened: `prepare` runs at the start of each run of the query. */
  onRun(prepare: () => void): void {
    this.#preparations.push(prepare);
  }

  /** Called while a plan is opened: `reset` runs each time that plan starts. */
  onReset(reset: () => void): void {
    this.#ownResetHooks.push(reset);
    this.#resetHooks.push(reset);
  }

  /** Begins a run of the whole query. */
  begin(parameters: Readonly<Record<string, Value>>, limits: Limits): void {
    this.#parameters = parameters;
    this.buffersInside = 0;
    this.#startedAt = undefined;
    // A failed run may have left these set.
    this.#isWriting = false;
    this.created.nodes.length = 0;
    this.created.relationships.length = 0;
    this.doomed.clear();
    this.budget.begin(limits);
    this.holdings.length = 0;
    this.evidence?.begin();
    for (const prepare of this.#preparations) prepare();
  }

  /** Ends a run and releases the rows that operators still hold. */
  end(): void {
    if (this.budget.memory.hasKept) for (const reset of this.#resetHooks) reset();
  }

  get parameters(): Readonly<Record<string, Value>> {
    return this.#parameters;
  }

  /** Start of the run, in nanoseconds since 1970-01-01T00:00Z. */
  get startedAt(): bigint {
    this.#startedAt ??= BigInt(Date.now()) * 1_000_000n;
    return this.#startedAt;
  }

  /** Adds a slot to the row for a value that is not a variable of the query. */
  newSlot(): number {
    return this.row.push(null) - 1;
  }

  /**
   * Runs `write`, which iterates over rows and changes the graph; then makes all changes visible.
   *
   * While it runs, {@link currentIndex} follows each change, so that an expression sees what earlier rows and items
   * have written. It must not do so at any other time: operators then iterate over the index and would lose their
   * position.
   */
  whileWriting(write: () => void): void {
    // Entities that a procedure has created since the last refresh get their numbers first.
    this.refreshIndex();
    this.#isWriting = true;
    write();
    this.#isWriting = false;
    this.refreshIndex();
  }

  /** Runs a pattern's plan for an expression on the current graph, which does not change until the plan finishes. */
  matchNow(match: Next): void {
    this.currentIndex();
    const wasWriting = this.#isWriting;
    this.#isWriting = false;
    match();
    this.#isWriting = wasWriting;
  }

  /**
   * Whether the current clause deletes this node, so that it must not be read. Patterns still find it: it is in the
   * graph.
   */
  isDoomed(node: number): boolean {
    return this.#isWriting && this.doomed.size > 0 && this.doomed.has(this.nodeKey(node));
  }

  /** Whether the index lacks changes that expressions must see. */
  get isIndexBehind(): boolean {
    return this.#isWriting && this.index.version !== this.graph.version;
  }

  /** The index; while rows are written, it is first refreshed with all changes so far. */
  currentIndex(): GraphIndex {
    if (this.isIndexBehind) this.refreshIndex();
    return this.index;
  }

  /** Makes all changes visible; every entity keeps its number. */
  refreshIndex(): void {
    this.created.nodes.length = 0;
    this.created.relationships.length = 0;
    this.index.refresh();
  }

  /** Takes the bytes allocated for the values in these slots, which are kept from now on. Shared bytes count once. */
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

  /** The key of a node by its number, including nodes just created. */
  nodeKey(node: number): string {
    const { index, created } = this;
    return node < index.nodeCount ? index.nodeKey(node) : (created.nodes[node - index.nodeCount] as string);
  }

  /** The key of a relationship by its number, including relationships just created. */
  relationshipKey(relationship: number): string {
    const { index, created } = this;
    if (relationship < index.relationshipCount) return index.relationshipKey(relationship);
    return created.relationships[relationship - index.relationshipCount] as string;
  }

  get(variable: BoundVariable): Slot {
    return this.row[variable.slot] as Slot;
  }
}

/** Reads a part of the index once, or on each call in a query that writes, as that may replace the part. */
export function onceUnlessWriting<Part>(execution: Execution, read: () => Part): () => Part {
  if (execution.writes) return read;
  let part: Part | undefined;
  return () => {
    part ??= read();
    return part;
  };
}
