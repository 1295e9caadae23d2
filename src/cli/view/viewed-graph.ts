import { Engine } from "../../engine.ts";
import type { Result } from "../../execute/result.ts";
import type { MultiDirectedGraph } from "../../graph/graphology.ts";
import { CommandFailure } from "../command-failure.ts";
import { type GraphSource, graphSize, loadGraph } from "../load-graph.ts";
import type { Terminal } from "../terminal.ts";

/** Maximum number of relationships on a page; drawing more takes minutes and cannot be read. */
const MOST_SHOWN = 20_000;

/** The graph that `hearsay view` shows: the subgraph of the query's result, or without a query all of it. */
export async function loadViewedGraph(
  source: GraphSource,
  query: string | undefined,
  terminal: Terminal,
): Promise<MultiDirectedGraph> {
  const { graph } = await loadGraph(source, terminal);
  const engine = new Engine(graph);
  return viewedGraph(
    engine,
    query === undefined ? undefined : engine.run(query),
    "choose fewer with -c QUERY",
  );
}

/**
 * The graph that a page shows: the subgraph of `result`, or all of a small graph.
 *
 * @param hint how to show less, for the error
 * @throws {@link CommandFailure} if the graph is too large to draw
 */
export function viewedGraph(engine: Engine, result: Result | undefined, hint: string): MultiDirectedGraph {
  if (result === undefined) {
    if (isDrawable(engine)) return engine.graph;
    throw tooLarge(graphSize(engine.columns ?? engine.graph), hint);
  }
  const graph = result.subgraph();
  if (graph.size <= MOST_SHOWN) return graph;
  throw tooLarge(graphSize(graph), hint);
}

/** Whether a page can show all of the graph, from annotations or imported. */
export function isDrawable(engine: Engine): boolean {
  return (engine.columns?.relationships.count ?? engine.graph.size) <= MOST_SHOWN;
}

function tooLarge(size: string, hint: string): CommandFailure {
  return new CommandFailure(
    `${size}: a page shows at most ${MOST_SHOWN.toLocaleString("en")} relationships; ${hint}`,
  );
}
