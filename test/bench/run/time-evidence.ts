import { join } from "node:path";
import { OpenQuery } from "../../../src/execute/open-query.ts";
import { PropertyGraph } from "../../../src/graph/property-graph.ts";
import { importGraph } from "../../../src/node.ts";
import { addEvidence } from "../../../src/optimize/add-evidence.ts";
import { optimizeQuery } from "../../../src/optimize/optimize-query.ts";
import { reduceQuery } from "../../../src/optimize/reduce-query.ts";
import type { LogicalQuery } from "../../../src/plan/logical-plan.ts";
import { planQuery } from "../../../src/plan/plan-query.ts";
import { bindQuery } from "../../../src/semantics/bind-query.ts";
import { GraphIndex } from "../../../src/storage/graph-index.ts";
import { parse } from "../../../src/syntax/parse.ts";
import type { Value } from "../../../src/values/value.ts";
import { plainRows } from "../engines/hearsay.ts";
import { newsOf, writeNewsFiles } from "../news/write-news-files.ts";
import { parameterSets } from "../queries/all-queries.ts";
import type { BenchQuery } from "../queries/bench-query.ts";
import { summary, timed } from "../timing.ts";
import { digestRows } from "./digest-rows.ts";
import { time } from "./print-comparison.ts";

const SETS = 10;
/** Milliseconds for the rounds of a query, and their minimum number. */
const ENOUGH = 1500;
const LEAST_ROUNDS = 3;

/**
 * Measures the cost of evidence. Each query is run in turns by three plans: the normal one without evidence; the one
 * that produces all rows that support the result, also without evidence; and the one with evidence. If the first omits
 * rows that are only counted or deduplicated, the second shows which part of the difference is due to the rows, not to
 * evidence.
 */
export async function timeEvidence(claims: number, queries: readonly BenchQuery[]): Promise<void> {
  const folder = writeNewsFiles(claims);
  const graph = new PropertyGraph(
    await importGraph({ nodes: join(folder, "nodes.csv"), relationships: join(folder, "claims.csv") }),
  );
  const index = new GraphIndex(graph);
  const news = newsOf(folder);
  const off: number[] = [];
  const ordered: number[] = [];
  console.log("median of a run; with evidence ÷ without it; with evidence ÷ all its rows without it");
  console.log(line(["query", "without", "all rows", "with", "÷ without", "÷ all rows"]));
  for (const query of queries) {
    const sets = parameterSets(query, news).slice(0, SETS);
    const [without = 0, all = 0, withIt = 0] = timeInTurns(
      plansOf(query.cypher, index),
      query,
      sets,
      (plan) => new OpenQuery(plan, graph, index),
    );
    off.push(withIt / without);
    ordered.push(withIt / all);
    const quotients = [withIt / without, withIt / all].map((quotient) => quotient.toFixed(2));
    console.log(line([query.name, ...[without, all, withIt].map(time), ...quotients]));
  }
  for (const [name, quotients] of [["÷ without", off] as const, ["÷ all rows", ordered] as const]) {
    const mean = Math.exp(quotients.reduce((sum, one) => sum + Math.log(one), 0) / quotients.length);
    const above = quotients.filter((one) => one > 3).length;
    console.log(
      `${name}: geometric mean ${mean.toFixed(2)}, most ${Math.max(...quotients).toFixed(2)}, ${above} above 3`,
    );
  }
}

function plansOf(text: string, index: GraphIndex): readonly LogicalQuery[] {
  const ordered = optimizeQuery(planQuery(bindQuery(parse(text), { text, procedures: new Map() })), index);
  return [reduceQuery(ordered, index), ordered, addEvidence(ordered, index)];
}

type ParameterSet = Readonly<Record<string, Value>>;

/** The median time of each plan, in milliseconds. All plans must return the same rows. */
function timeInTurns(
  plans: readonly LogicalQuery[],
  { name, isOrdered }: BenchQuery,
  sets: readonly ParameterSet[],
  open: (plan: LogicalQuery) => OpenQuery,
): readonly number[] {
  const opened = plans.map(open);
  for (const set of sets) {
    const digests = opened.map((query) => digestRows(plainRows(query.run(set, {}).rows), isOrdered).digest);
    if (new Set(digests).size > 1) {
      console.log(`FAILED: ${name} returns the same rows with and without evidence`);
      process.exitCode = 1;
    }
  }
  const samples = opened.map((): number[] => []);
  const startedAt = performance.now();
  for (let round = 0; round < LEAST_ROUNDS || performance.now() - startedAt < ENOUGH; round++) {
    for (const [at, query] of opened.entries()) {
      const milliseconds = timed(() => {
        for (const set of sets) query.run(set, {});
      });
      samples[at]?.push(milliseconds / sets.length);
    }
  }
  return samples.map((one) => summary(one).median);
}

function line([name = "", ...cells]: readonly string[]): string {
  return [name.padEnd(24), ...cells.map((cell) => cell.padStart(11))].join(" ");
}
