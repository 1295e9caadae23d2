import { Engine } from "../../engine.ts";
import type { Result } from "../../execute/result.ts";
import type { MultiDirectedGraph } from "../../graph/graphology.ts";
import { CommandFailure } from "../command-failure.ts";
import { type GraphSource, graphSize, loadGraph } from "../load-graph.ts";
import type { Terminal } from "../terminal.ts";

/** Relationships that a page shows at most; drawing more takes minutes and shows a blot. */
const MOST_SHOWN = 20_000;

/** What `hearsay view` shows of a graph: what the query's result rests on, or all. */
export async function loadViewedGraph(
  source: GraphSource,
  query: string | undefined,
  terminal: Terminal,
): Promise<MultiDirectedGraph> {
  const { graph } = await loadGraph(source, terminal);
  const engine = new Engine(graph);
  return viewedGraph(engine, query === undefined ? undefined : engine.run(query), "with -c QUERY");
}

/**
 * What a page shows of a graph: what `result` rests on, or all of a small graph.
 *
 * @param way how a query is given, for the error that it is too much
 */
export function viewedGraph(engine: Engine, result: Result | undefined, way: string): MultiDirectedGraph {
  if (result === undefined) {
    if (isDrawable(engine)) return engine.graph;
    throw tooLarge(graphSize(engine.columns ?? engine.graph), way);
  }
  const graph = result.subgraph();
  if (graph.size <= MOST_SHOWN) return graph;
  throw tooLarge(graphSize(graph), way);
}

/** Whether a page can show all of the graph, be it of annotations or imported. */
export function isDrawable(engine: Engine): boolean {
  return (engine.columns?.relationships.count ?? engine.graph.size) <= MOST_SHOWN;
}

function tooLarge(size: string, way: string): CommandFailure {
  return new CommandFailure(
    `${size}: a page shows at most ${MOST_SHOWN.toLocaleString("en")} relationships; show what a query rests on, ${way}`,
  );
}
