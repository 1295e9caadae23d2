import type { PropertyGraph } from "../graph/property-graph.ts";
import { GraphIndex } from "../index/graph-index.ts";
import type { LogicalPlan, LogicalQuery } from "../plan/logical-plan.ts";
import type { BoundVariable } from "../semantics/bound-tree.ts";
import type { Value } from "../values/value.ts";
import type { Work } from "./work.ts";

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
  /** When the query began, in nanoseconds since 1970-01-01T00:00Z. */
  readonly startedAt = BigInt(Date.now()) * 1_000_000n;
  /** Whether the query writes: what values hold of entities may then be out of date. */
  readonly writes: boolean;
  /** Keys of what was created since the snapshot was taken, in order: they have the next numbers. */
  readonly created: { readonly nodes: string[]; readonly relationships: string[] } = {
    nodes: [],
    relationships: [],
  };

  /** Counts what is done, and ends the query where it passes a limit. */
  readonly work: Work;

  constructor(
    parts: Pick<Execution, "parameters" | "graph" | "index" | "open" | "work"> & {
      readonly query: LogicalQuery;
    },
  ) {
    this.row = new Array(parts.query.slots).fill(null);
    this.parameters = parts.parameters;
    this.graph = parts.graph;
    this.subplans = parts.query.subplans;
    this.writes = parts.query.writes;
    this.work = parts.work;
    this.open = parts.open;
    this.index = parts.index;
  }

  /** Makes what was written visible; every entity keeps its number. */
  refreshIndex(): void {
    this.created.nodes.length = 0;
    this.created.relationships.length = 0;
    this.index = new GraphIndex(this.graph, this.index);
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
