import type { NewsGraph } from "../news/news-graph.ts";
import type { Sample } from "./sample.ts";

/** A query for every engine. All must return the same rows. */
export interface BenchQuery {
  readonly name: string;
  readonly cypher: string;
  /** The parameters of one run. Omitted: it takes none. */
  readonly parameters?: (sample: Sample, news: NewsGraph) => Parameters;
  /** Whether ORDER BY determines the order of the rows completely. */
  readonly isOrdered: boolean;
  /** DuckDB, over `entity` and `claim`; see `engines/duckdb.ts`. */
  readonly sql: PeerText;
  /** Oxigraph; see `engines/oxigraph.ts` for the shape of a claim. */
  readonly sparql: PeerText;
  /** Used if the engine does not accept `cypher`. */
  readonly ladybug?: PeerText;
  readonly grafeo?: PeerText;
}

/** A peer's query, or the reason why it has none. */
export type PeerText = string | { readonly cannot: string };

export type ParameterValue = string | number | readonly string[];
export type Parameters = Readonly<Record<string, ParameterValue>>;

export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];
