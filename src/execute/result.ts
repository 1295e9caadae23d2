import { CypherError } from "../diagnostics/cypher-error.ts";
import type { Notification } from "../diagnostics/notification.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import type { PropertyGraph } from "../graph/property-graph.ts";
import type { Node, Relationship, Value } from "../values/value.ts";
import { evidenceNumbers, type RunEvidence } from "./evidence.ts";
import type { RunOutput } from "./open-query.ts";
import type { SideEffects } from "./side-effects.ts";

/** What a row rests on: each node and relationship once, in the order of the graph. */
export interface RowEvidence {
  /** Also the ends of all the relationships. */
  readonly nodes: readonly Node[];
  readonly relationships: readonly Relationship[];
}

/** How a result knows what its rows rest on. */
export interface EvidenceSource {
  /** The run that gave the rows. */
  readonly output: RunOutput;
  /** Whether its rows carry what they rest on. */
  readonly isKept: boolean;
  /** Runs the query once more with evidence, on the graph as it is now; absent for a query that writes. */
  readonly runAgain: (() => RunOutput) | undefined;
}

const NONE: RunEvidence = { rows: [], records: new Uint32Array() };

/** What a query gave: rows of values, in the order of the columns. */
export class Result {
  /** The query's text. */
  readonly query: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly notifications: readonly Notification[];
  /** What the query changed in the graph. */
  readonly stats: SideEffects;
  readonly #graph: PropertyGraph;
  readonly #source: EvidenceSource | undefined;
  /** The graph's version when the query had run. */
  readonly #version: number;
  /** The query's second run, on the graph as it was at `version`. */
  #second: { readonly version: number; readonly output: RunOutput } | undefined;

  /** @param source absent where rows rest on nothing: the lines of a plan */
  constructor(
    parts: Pick<Result, "query" | "columns" | "rows" | "notifications" | "stats">,
    graph: PropertyGraph,
    source?: EvidenceSource,
  ) {
    this.query = parts.query;
    this.columns = parts.columns;
    this.rows = parts.rows;
    this.notifications = parts.notifications;
    this.stats = parts.stats;
    this.#graph = graph;
    this.#source = source;
    this.#version = graph.version;
  }

  /** The rows as objects by column name. */
  toObjects(): Record<string, Value>[] {
    return this.rows.map((row) =>
      Object.fromEntries(this.columns.map((column, at) => [column, row[at] ?? null])),
    );
  }

  /**
   * What a row rests on: every node and relationship that it holds, or that patterns matched on the way to it, also
   * where the row is only a count. Without the option `evidence` the query is run once more when this is first asked.
   *
   * @param row counted from 0
   * @throws CypherError `NumberOutOfRange` where there is no such row; `EvidenceNotKept` without the option
   *   `evidence`, if the query writes or the graph has changed since
   */
  evidence(row: number): RowEvidence {
    const values = this.rows[row];
    if (values === undefined) throw noSuchRow(row, this.rows.length);
    if (this.#source === undefined) return { nodes: [], relationships: [] };
    const { evidence, index } = this.#source.isKept ? this.#source.output : this.#secondRun(this.#source);
    const { records, rows } = evidence ?? NONE;
    const numbers = evidenceNumbers(records, rows.slice(row, row + 1), values, index);
    return {
      nodes: ascending(numbers.nodes).map((node) => index.node(node)),
      relationships: ascending(numbers.relationships).map((relationship) => index.relationship(relationship)),
    };
  }

  /**
   * What the rows hold and what they rest on: every node and relationship in their values or bound by the
   * matches on the way to them, also where a row is only a count. A graph of its own, with the same keys and
   * attributes. It is found out when asked for, from the graph as it is then.
   */
  subgraph(): MultiDirectedGraph {
    const source = this.#source;
    if (source === undefined) return this.#graph.subgraph([], []);
    const { evidence, index } =
      source.isKept || source.runAgain === undefined ? source.output : this.#runNow(source.runAgain);
    const { records, rows } = evidence ?? NONE;
    const { nodes, relationships } = evidenceNumbers(records, rows, this.rows.flat(), index);
    return this.#graph.subgraph(
      Array.from(nodes, (node) => index.nodeKey(node)),
      Array.from(relationships, (relationship) => index.relationshipKey(relationship)),
    );
  }

  #secondRun({ runAgain }: EvidenceSource): RunOutput {
    if (runAgain === undefined) throw notKept("this query writes, and is not run a second time");
    const known = this.#second;
    if (known?.version === this.#version) return known.output;
    if (this.#graph.version !== this.#version) throw notKept("the graph has changed since the query ran");
    return this.#runNow(runAgain);
  }

  #runNow(runAgain: () => RunOutput): RunOutput {
    const { version } = this.#graph;
    if (this.#second?.version !== version) this.#second = { version, output: runAgain() };
    return this.#second.output;
  }
}

function ascending(numbers: ReadonlySet<number>): number[] {
  return Array.from(numbers).sort((one, other) => one - other);
}

function noSuchRow(row: number, count: number): CypherError {
  return new CypherError("NumberOutOfRange", `evidence is asked for row ${row}, and there is no such row`, {
    hint: count === 0 ? "the result has no rows" : `rows are counted from 0 to ${count - 1}`,
  });
}

function notKept(reason: string): CypherError {
  return new CypherError("EvidenceNotKept", `evidence was not kept when the query ran: ${reason}`, {
    hint: "run the query with { evidence: true }",
  });
}
