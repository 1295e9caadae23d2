import { join } from "node:path";
import { Engine } from "../../../src/engine.ts";
import { importGraph } from "../../../src/node.ts";
import { newsOf, writeNewsFiles } from "../news/write-news-files.ts";
import { parameterSets } from "../queries/all-queries.ts";
import type { BenchQuery } from "../queries/bench-query.ts";
import { summary } from "../timing.ts";

const SETS = 20;

/**
 * Counted work, which no clock and no other program disturbs: for each query and size how many entries of the index
 * and of lists its operators go over, in the median of some parameters; and the power of the size that it grows with.
 */
export async function countWork(sizes: readonly number[], queries: readonly BenchQuery[]): Promise<void> {
  const touches = queries.map((): number[] => []);
  for (const claims of sizes) {
    const folder = writeNewsFiles(claims);
    const engine = new Engine(
      await importGraph({ nodes: join(folder, "nodes.csv"), relationships: join(folder, "claims.csv") }),
    );
    const news = newsOf(folder);
    for (const [at, query] of queries.entries()) {
      const profiled = engine.prepare(`PROFILE ${query.cypher}`);
      const counts = parameterSets(query, news)
        .slice(0, SETS)
        .map((parameters) => touchesOf(profiled.run(parameters).toObjects()));
      touches[at]?.push(summary(counts).median);
    }
  }
  console.log("entries that the operators of a query go over, and how they grow with the claims");
  console.log(line("query", sizes.map((claims) => claims.toLocaleString("en")).concat("order")));
  for (const [at, { name }] of queries.entries()) {
    const counts = touches[at] ?? [];
    console.log(line(name, counts.map((count) => count.toLocaleString("en")).concat(order(counts, sizes))));
  }
}

function touchesOf(operators: readonly Record<string, unknown>[]): number {
  return operators.reduce((sum, { touches }) => sum + (typeof touches === "number" ? touches : 0), 0);
}

/** From the smallest size to the largest: `n^1.0` is work in proportion to the claims. */
function order(counts: readonly number[], sizes: readonly number[]): string {
  const [first = 0, last = 0] = [counts[0], counts.at(-1)];
  const [least = 1, most = 1] = [sizes[0], sizes.at(-1)];
  if (first === 0 || last === 0 || least === most) return "";
  return `n^${(Math.log(last / first) / Math.log(most / least)).toFixed(2)}`;
}

function line(name: string, cells: readonly string[]): string {
  return [name.padEnd(24), ...cells.map((cell) => cell.padStart(12))].join(" ");
}
