import { Engine } from "../../../src/engine.ts";
import type { Result } from "../../../src/execute/result.ts";
import { Float } from "../../../src/values/float.ts";
import { generateNews } from "../news/generate-news.ts";
import { newsGraphology } from "../news/news-graphology.ts";
import type { BenchQuery } from "../queries/bench-query.ts";
import { type BenchEngine, type PreparedBench, plainCell } from "./bench-engine.ts";

export class HearsayBench implements BenchEngine {
  readonly about = "Hearsay, this tree; indexes made on first need";
  #engine = new Engine();

  load(folder: string): void {
    const [, count, seed] = /news-(\d+)-(\d+)-/.exec(folder) ?? [];
    this.#engine = new Engine(newsGraphology(generateNews(Number(count), Number(seed))));
  }

  prepare({ cypher }: BenchQuery): PreparedBench {
    const prepared = this.#engine.prepare(cypher);
    return {
      run: (parameters) => prepared.run(parameters).rows,
      rows: (answer) =>
        (answer as Result["rows"]).map((row) =>
          row.map((value) => (value instanceof Float ? value.value : plainCell(value))),
        ),
    };
  }
}
