import { CypherError } from "../diagnostics/cypher-error.ts";
import type { Notification } from "../diagnostics/notification.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import type { PropertyGraph } from "../graph/property-graph.ts";
import type { GraphIndex } from "../storage/graph-index.ts";
import type { Node, Relationship, Value } from "../values/value.ts";
import { containsEntity, evidenceNumbers } from "./evidence/evidence.ts";
import type { Evidence, EvidenceRecords } from "./evidence/evidence-store.ts";
import { matchRows } from "./match-rows.ts";
import type { RunOutput } from "./open-query.ts";
import type { SideEffects } from "./side-effects.ts";

/** The evidence of a row: each node and relationship once, in the order of the graph. */
export interface RowEvidence {
  /** Includes the ends of all the relationships. */
  readonly nodes: readonly Node[];
  readonly relationships: readonly Relationship[];
}

/** Where a result gets the evidence of its rows from. */
export interface EvidenceSource {
  /** The run that returned the rows. */
  readonly output: RunOutput;
  /** Whether that run recorded the evidence of its rows. */
  readonly isKept: boolean;
  /**
   * Runs the query again, with evidence, on the current graph. Undefined for a query that writes.
   *
   * @param isWhole whether to include the rows that its last SKIP and LIMIT leave out
   */
  readonly runAgain: ((isWhole: boolean) => RunOutput) | undefined;
}

/** The evidence of each row; undefined for a row that the other run does not return. */
interface RowsWithEvidence {
  readonly evidence:
    | { readonly rows: readonly (Evidence | undefined)[]; readonly records: EvidenceRecords }
    | undefined;
  readonly index: GraphIndex;
}

/** The result of a query: rows of values, in the order of the columns. */
export class Result {
  /** The query's text. */
  readonly query: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  readonly notifications: readonly Notification[];
  /** Counts of the changes that the query made to the graph. */
  readonly stats: SideEffects;
  readonly #graph: PropertyGraph;
  readonly #source: EvidenceSource | undefined;
  /** The graph's version after the query ran. */
  readonly #version: number;
  /** Cached evidence of the rows, if a second run was needed. */
  #found: RowsWithEvidence | undefined;

  /** @param source omitted for the lines of a plan, which have no evidence */
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

  /** Whether the rows are the lines of a plan, as EXPLAIN and PROFILE return them. */
  get isPlan(): boolean {
    return this.#source === undefined;
  }

  /** The rows as objects by column name. */
  toObjects(): Record<string, Value>[] {
    return this.rows.map((row) =>
      Object.fromEntries(this.columns.map((column, at) => [column, row[at] ?? null])),
    );
  }

  /**
   * The evidence of a row: every node and relationship that it contains, or that patterns matched to produce it, even
   * if the row is only a count. Without the option `evidence`, the first call runs the query again.
   *
   * @param row 0-based
   * @throws CypherError `NumberOutOfRange` if there is no such row; `EvidenceNotKept` without the option `evidence`,
   *   if the query writes, the graph has changed since, or the second run returns other rows
   */
  evidence(row: number): RowEvidence {
    const values = this.rows[row];
    if (values === undefined) throw noSuchRow(row, this.rows.length);
    if (this.#source === undefined) return { nodes: [], relationships: [] };
    const { evidence, index } = this.#rowsWithEvidence(this.#source);
    const record = evidence?.rows[row];
    if (evidence === undefined || record === undefined) {
      throw notKept("a second run does not return this row, because the query has no fixed row order");
    }
    const numbers = evidenceNumbers(evidence.records, [record], values, index);
    return {
      nodes: ascending(numbers.nodes).map((node) => index.node(node)),
      relationships: ascending(numbers.relationships).map((relationship) => index.relationship(relationship)),
    };
  }

  /**
   * The evidence of all rows as a separate graph: every node and relationship in their values or bound by the matches
   * that produced them, even if a row is only a count. It has the same keys and the current attributes.
   *
   * @throws CypherError `EvidenceNotKept` if the graph has changed since the query ran, without the option `evidence`.
   *   With it, or if the query writes, entities deleted since are left out, and it is an error only if nothing remains.
   */
  subgraph(): MultiDirectedGraph {
    if (this.#source === undefined) return this.#graph.subgraph([], []);
    const { output, runAgain } = this.#source;
    // A query that writes is not run again, but the entities in its rows are known.
    const { evidence, index } = runAgain === undefined ? output : this.#rowsWithEvidence(this.#source);
    const records = evidence?.rows.filter((record) => record !== undefined) ?? [];
    const values = this.rows.flat();
    const numbers = evidenceNumbers(evidence?.records ?? new Uint32Array(), records, values, index);
    const part = this.#graph.subgraph(
      Array.from(numbers.nodes, (node) => index.nodeKey(node)),
      Array.from(numbers.relationships, (relationship) => index.relationshipKey(relationship)),
    );
    const isChanged = this.#graph.version !== this.#version;
    if (part.order === 0 && isChanged && (numbers.nodes.size > 0 || values.some(containsEntity)))
      throw allDeleted();
    return part;
  }

  /** The evidence of the rows; computed once. */
  #rowsWithEvidence({ isKept, output, runAgain }: EvidenceSource): RowsWithEvidence {
    if (isKept) return output;
    if (this.#found !== undefined) return this.#found;
    if (runAgain === undefined) throw notKept("this query writes, and is not run a second time");
    if (this.#graph.version !== this.#version) {
      throw notKept("the graph has changed since the query ran", "run the query again");
    }
    const second = this.#matched(runAgain(false));
    const isComplete = !second.evidence?.rows.includes(undefined);
    // If rows arrive in another order, LIMIT leaves out other rows.
    this.#found = isComplete ? second : this.#matched(runAgain(true));
    return this.#found;
  }

  /** The evidence of another run, in the order of this result's rows. */
  #matched({ rows, evidence, index }: RunOutput): RowsWithEvidence {
    if (evidence === undefined) return { evidence, index };
    const places = matchRows(this.rows, rows);
    const ofRows = places.map((place) => (place === undefined ? undefined : evidence.rows[place]));
    return { evidence: { rows: ofRows, records: evidence.records }, index };
  }
}

function ascending(numbers: ReadonlySet<number>): number[] {
  return Array.from(numbers).sort((one, other) => one - other);
}

function noSuchRow(row: number, count: number): CypherError {
  return new CypherError("NumberOutOfRange", `no evidence for row ${row}: there is no such row`, {
    hint: count === 0 ? "the result has no rows" : `rows are numbered from 0 to ${count - 1}`,
  });
}

function notKept(reason: string, hint = "run the query with { evidence: true }"): CypherError {
  return new CypherError("EvidenceNotKept", `evidence was not kept when the query ran: ${reason}`, { hint });
}

function allDeleted(): CypherError {
  const message = "the graph has changed since the query ran: all evidence of its rows has been deleted";
  return new CypherError("EvidenceNotKept", message, { hint: "run the query again" });
}
