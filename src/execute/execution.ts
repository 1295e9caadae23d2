import type { PropertyGraph } from "../graph/property-graph.ts";
import { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import type { BoundVariable } from "../semantics/bound-expression.ts";
import type { Value } from "../values/value.ts";

/**
 * Takes the row that stands in {@link Execution.row}. False asks for no more rows: it is handed up through
 * every operator, which stops its loop.
 */
export type Next = () => boolean;

/** An operator that must see all its input before it gives a row. */
export interface Blocking {
  /** Forgets earlier runs. */
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

/** One run of a query. All operators work on one row in place; whoever keeps rows copies their slots. */
export class Execution {
  readonly row: Slot[];
  readonly parameters: Readonly<Record<string, Value>>;
  readonly graph: PropertyGraph;
  readonly subplans: LogicalQuery["subplans"];
  /** Starts the operators of a plan; expressions need it for the patterns inside them. */
  readonly open: (plan: LogicalPlan, execution: Execution, next: Next) => Next;
  /** The snapshot to read from; a new one after a clause that writes. */
  index: GraphIndex;
  /** Keys of what was created since the snapshot, in order. */
  readonly created: { nodes: string[]; relationships: string[] } = { nodes: [], relationships: [] };
  /** Keys of all that the query created before that. */
  readonly #createdBefore: { nodes: string[]; relationships: string[] } = { nodes: [], relationships: [] };

  constructor(
    parts: Pick<Execution, "parameters" | "graph" | "index" | "open"> & { readonly query: LogicalQuery },
  ) {
    this.row = new Array(parts.query.slots).fill(null);
    this.parameters = parts.parameters;
    this.graph = parts.graph;
    this.subplans = parts.query.subplans;
    this.open = parts.open;
    this.index = parts.index;
  }

  /** Makes what was written visible. */
  refreshIndex(): void {
    this.#createdBefore.nodes.push(...this.created.nodes.splice(0));
    this.#createdBefore.relationships.push(...this.created.relationships.splice(0));
    this.index = new GraphIndex(this.graph);
  }

  /** Takes back all that the query created. */
  rollBack(): void {
    const { graphology } = this.graph;
    for (const key of [...this.#createdBefore.relationships, ...this.created.relationships])
      graphology.dropEdge(key);
    for (const key of [...this.#createdBefore.nodes, ...this.created.nodes]) graphology.dropNode(key);
  }

  get(variable: BoundVariable): Slot {
    return this.row[variable.slot] as Slot;
  }

  set(variable: BoundVariable, slot: Slot): void {
    this.row[variable.slot] = slot;
  }
}
