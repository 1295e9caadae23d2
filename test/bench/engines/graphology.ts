import { MultiDirectedGraph } from "../../../src/graph/graphology.ts";
import { GRAPHOLOGY_NEAR } from "../baselines/graphology-near.ts";
import { GRAPHOLOGY_PATHS } from "../baselines/graphology-paths.ts";
import type { GraphologyQuery } from "../baselines/graphology-reading.ts";
import { GRAPHOLOGY_SCANS } from "../baselines/graphology-scans.ts";
import type { NewsGraph } from "../news/news-graph.ts";
import { newsGraphology } from "../news/news-graphology.ts";
import { newsOf } from "../news/write-news-files.ts";
import type { BenchQuery, Row } from "../queries/bench-query.ts";
import { type BenchEngine, type PreparedBench, UnableError } from "./bench-engine.ts";

const QUERIES: Readonly<Record<string, GraphologyQuery>> = {
  ...GRAPHOLOGY_NEAR,
  ...GRAPHOLOGY_PATHS,
  ...GRAPHOLOGY_SCANS,
};

export class GraphologyBench implements BenchEngine {
  readonly about = "graphology, and plain code for each query; loaded from columns, not from CSV";
  #graph = new MultiDirectedGraph();
  #news: NewsGraph | undefined;

  makeReady(folder: string): void {
    this.#news = newsOf(folder);
  }

  load(): void {
    this.#graph = newsGraphology(this.#news as NewsGraph);
    this.#news = undefined;
  }

  prepare({ name }: BenchQuery): PreparedBench {
    const answer = QUERIES[name];
    if (answer === undefined) throw new UnableError("not written");
    return { run: (parameters) => answer(this.#graph, parameters), rows: (rows) => rows as Row[] };
  }
}
