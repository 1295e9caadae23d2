import { join } from "node:path";
import { Engine } from "../../../src/engine.ts";
import { importGraph } from "../../../src/node.ts";
import { newsOf, writeNewsFiles } from "../news/write-news-files.ts";
import { parameterSets } from "../queries/all-queries.ts";
import type { BenchQuery } from "../queries/bench-query.ts";
import { summary } from "../timing.ts";

const SETS = 20;

/**
 * Counts db hits, which do not depend on the clock or on other programs: for each query and size, the median over some
 * parameter sets; and the exponent with which they grow with the size.
 */
export async function countWork(sizes: readonly number[], queries: readonly BenchQuery[]): Promise<void> {
  const hits = queries.map((): number[] => []);
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
        .map((parameters) => dbHitsOf(profiled.run(parameters).toObjects()));
      hits[at]?.push(summary(counts).median);
    }
  }
  console.log("db hits of each query, and how they grow with the number of claims");
  console.log(line("query", sizes.map((claims) => claims.toLocaleString("en")).concat("order")));
  for (const [at, { name }] of queries.entries()) {
    const counts = hits[at] ?? [];
    console.log(line(name, counts.map((count) => count.toLocaleString("en")).concat(order(counts, sizes))));
  }
}

function dbHitsOf(operators: readonly Record<string, unknown>[]): number {
  return operators.reduce((sum, { dbHits }) => sum + (typeof dbHits === "number" ? dbHits : 0), 0);
}

/** The growth from the smallest size to the largest: `n^1.0` is linear in the number of claims. */
function order(counts: readonly number[], sizes: readonly number[]): string {
  const [first = 0, last = 0] = [counts[0], counts.at(-1)];
  const [least = 1, most = 1] = [sizes[0], sizes.at(-1)];
  if (first === 0 || last === 0 || least === most) return "";
  return `n^${(Math.log(last / first) / Math.log(most / least)).toFixed(2)}`;
}

function line(name: string, cells: readonly string[]): string {
  return [name.padEnd(24), ...cells.map((cell) => cell.padStart(12))].join(" ");
}
