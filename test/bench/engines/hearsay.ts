import { existsSync } from "node:fs";
import { join } from "node:path";
import { Engine } from "../../../src/engine.ts";
import type { Result } from "../../../src/execute/result.ts";
import { importGraph, openGraph, saveGraph } from "../../../src/node.ts";
import { Float } from "../../../src/values/float.ts";
import type { BenchQuery, Row } from "../queries/bench-query.ts";
import { type BenchEngine, type PreparedBench, plainCell } from "./bench-engine.ts";

export class HearsayBench implements BenchEngine {
  readonly about: string = "Hearsay, this tree; indexes are built on first use";
  protected engine = new Engine();

  async load(folder: string): Promise<void> {
    this.engine = new Engine(await importNews(folder));
  }

  prepare({ cypher }: BenchQuery): PreparedBench {
    const prepared = this.engine.prepare(cypher);
    return {
      run: (parameters) => prepared.run(parameters).rows,
      rows: (answer) => plainRows(answer as Result["rows"]),
    };
  }
}

/** The rows of a result that contains only text and numbers. */
export function plainRows(rows: Result["rows"]): Row[] {
  return rows.map((row) => row.map((value) => plainCell(value instanceof Float ? value.value : value)));
}

/** The same engine, with a saved graph. */
export class ReopenedBench extends HearsayBench {
  override readonly about = "Hearsay, from a saved graph";

  async makeReady(folder: string): Promise<void> {
    if (!existsSync(savedFolder(folder))) await saveGraph(await importNews(folder), savedFolder(folder));
  }

  override async load(folder: string): Promise<void> {
    this.engine = new Engine(await openGraph(savedFolder(folder)));
  }
}

function importNews(folder: string) {
  return importGraph({ nodes: join(folder, "nodes.csv"), relationships: join(folder, "claims.csv") });
}

function savedFolder(folder: string): string {
  return join(folder, "saved");
}
