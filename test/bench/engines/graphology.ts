import { MultiDirectedGraph } from "../../../src/graph/graphology.ts";
import { GRAPHOLOGY_QUERIES } from "../baselines/graphology-queries.ts";
import type { NewsGraph } from "../news/news-graph.ts";
import { newsGraphology } from "../news/news-graphology.ts";
import { newsOf } from "../news/write-news-files.ts";
import type { BenchQuery, Row } from "../queries/bench-query.ts";
import { type BenchEngine, type PreparedBench, UnableError } from "./bench-engine.ts";

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
    const answer = GRAPHOLOGY_QUERIES[name];
    if (answer === undefined) throw new UnableError("not written");
    return { run: (parameters) => answer(this.#graph, parameters), rows: (rows) => rows as Row[] };
  }
}
