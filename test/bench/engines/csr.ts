import { buildCsr, type Csr } from "../baselines/csr.ts";
import { CSR_QUERIES } from "../baselines/csr-queries.ts";
import type { NewsGraph } from "../news/news-graph.ts";
import { newsOf } from "../news/write-news-files.ts";
import type { BenchQuery, Row } from "../queries/bench-query.ts";
import { type BenchEngine, type PreparedBench, UnableError } from "./bench-engine.ts";

export class CsrBench implements BenchEngine {
  readonly about = "typed arrays, and code by hand for each query; loaded from columns, not from CSV";
  #news: NewsGraph | undefined;
  #csr: Csr | undefined;

  makeReady(folder: string): void {
    this.#news = newsOf(folder);
  }

  load(): void {
    this.#csr = buildCsr(this.#news as NewsGraph);
  }

  prepare({ name }: BenchQuery): PreparedBench {
    const write = CSR_QUERIES[name];
    if (write === undefined || this.#csr === undefined) throw new UnableError("not written");
    return { run: write(this.#csr), rows: (answer) => answer as Row[] };
  }
}
