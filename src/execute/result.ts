import type { Notification } from "../diagnostics/notification.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import type { PropertyGraph } from "../graph/property-graph.ts";
import { Float } from "../values/float.ts";
import { Node, Path, Relationship, type Value } from "../values/value.ts";
import type { EvidenceKeys } from "./evidence.ts";
import type { SideEffects } from "./side-effects.ts";

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
  readonly #restsOn: () => EvidenceKeys;

  /** @param restsOn finds out what the rows rest on; asked only when somebody wants to know */
  constructor(
    parts: Pick<Result, "query" | "columns" | "rows" | "notifications" | "stats">,
    graph: PropertyGraph,
    restsOn: () => EvidenceKeys,
  ) {
    this.query = parts.query;
    this.columns = parts.columns;
    this.rows = parts.rows;
    this.notifications = parts.notifications;
    this.stats = parts.stats;
    this.#graph = graph;
    this.#restsOn = restsOn;
  }

  /** The rows as objects by column name. */
  toObjects(): Record<string, Value>[] {
    return this.rows.map((row) =>
      Object.fromEntries(this.columns.map((column, at) => [column, row[at] ?? null])),
    );
  }

  /**
   * What the rows hold and what they rest on: every node and relationship in their values or bound by the
   * matches on the way to them, also where a row is only a count. A graph of its own, with the same keys and
   * attributes. It is found out when asked for, from the graph as it is then.
   */
  subgraph(): MultiDirectedGraph {
    const restsOn = this.#restsOn();
    const nodes = new Set(restsOn.nodes);
    const relationships = new Set(restsOn.relationships);
    const collect = (value: Value): void => {
      if (value instanceof Node) nodes.add(value.id);
      else if (value instanceof Relationship) relationships.add(value.id);
      else if (value instanceof Path) {
        value.nodes.forEach(collect);
        value.relationships.forEach(collect);
      } else if (typeof value === "object" && value !== null && !(value instanceof Float)) {
        Object.values(value).forEach(collect);
      }
    };
    for (const row of this.rows) row.forEach(collect);
    return this.#graph.subgraph(nodes, relationships);
  }
}
