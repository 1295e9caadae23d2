import type { NewsGraph } from "../news/news-graph.ts";
import { AGGREGATES } from "./aggregates.ts";
import type { BenchQuery, Parameters } from "./bench-query.ts";
import { CYCLES } from "./cycles.ts";
import { HOPS } from "./hops.ts";
import { LOOK_UPS } from "./look-ups.ts";
import { PATHS } from "./paths.ts";
import { Sample } from "./sample.ts";
import { SCANS } from "./scans.ts";
import { UNTUNED } from "./untuned.ts";

export const QUERIES: readonly BenchQuery[] = [
  ...LOOK_UPS,
  ...HOPS,
  ...AGGREGATES,
  ...CYCLES,
  ...PATHS,
  ...SCANS,
  ...UNTUNED,
];

/** The number of parameter sets for a query. */
const PARAMETER_SETS = 40;

/** The parameter sets for a query on this graph, the same for every engine. */
export function parameterSets(query: BenchQuery, news: NewsGraph): Parameters[] {
  const { parameters } = query;
  if (parameters === undefined) return [{}];
  const sample = new Sample(news, 1 + QUERIES.indexOf(query));
  return Array.from({ length: PARAMETER_SETS }, () => parameters(sample, news));
}
