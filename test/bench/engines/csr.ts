import { buildCsr, type Csr } from "../baselines/csr.ts";
import { CSR_QUERIES } from "../baselines/csr-queries.ts";
import { generateNews } from "../news/generate-news.ts";
import type { BenchQuery, Row } from "../queries/bench-query.ts";
import { type BenchEngine, type PreparedBench, UnableError } from "./bench-engine.ts";

export class CsrBench implements BenchEngine {
  readonly about = "typed arrays and code by hand for each query; loads from arrays, not from CSV";
  #csr: Csr | undefined;

  load(folder: string): void {
    const [, count, seed] = /news-(\d+)-(\d+)-/.exec(folder) ?? [];
    this.#csr = buildCsr(generateNews(Number(count), Number(seed)));
  }

  prepare({ name }: BenchQuery): PreparedBench {
    const write = CSR_QUERIES[name];
    if (write === undefined || this.#csr === undefined) throw new UnableError("not written");
    return { run: write(this.#csr), rows: (answer) => answer as Row[] };
  }
}
