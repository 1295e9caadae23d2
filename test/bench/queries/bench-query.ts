import type { NewsGraph } from "../news/news-graph.ts";
import type { Sample } from "./sample.ts";

/** A question that is put to every engine. Its answer is the same rows from all of them. */
export interface BenchQuery {
  readonly name: string;
  readonly cypher: string;
  /** The parameters of one run; absent where it takes none. */
  readonly parameters?: (sample: Sample, news: NewsGraph) => Parameters;
  /** Whether ORDER BY leaves no two different rows in either order. */
  readonly isOrdered: boolean;
  /** DuckDB, over `entity` and `claim`; see `engines/duckdb.ts`. */
  readonly sql: PeerText;
  /** Oxigraph; see `engines/oxigraph.ts` for the shape of a claim. */
  readonly sparql: PeerText;
  /** Where these do not take `cypher` as it is. */
  readonly ladybug?: PeerText;
  readonly grafeo?: PeerText;
}

/** A peer's query, or why it cannot be asked this. */
export type PeerText = string | { readonly cannot: string };

export type ParameterValue = string | number | readonly string[];
export type Parameters = Readonly<Record<string, ParameterValue>>;

export type Cell = string | number | boolean | null;
export type Row = readonly Cell[];
