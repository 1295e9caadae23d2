import { Engine } from "../engine.ts";
import type { Result } from "../execute/result.ts";
import { columnsOfGraph } from "../graph/columns-of-graph.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { CommandFailure } from "./command-failure.ts";
import { type GraphSource, graphSize, loadGraph } from "./load-graph.ts";
import type { Terminal } from "./terminal.ts";

/** Relationships of an imported graph that a page shows at most; drawing more takes minutes and shows a blot. */
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
 * What a page of an imported graph shows: what `result` rests on, or all of a small graph.
 *
 * @param way how a query is given, for the error that all of it is too much
 */
export function viewedGraph(engine: Engine, result: Result | undefined, way: string): MultiDirectedGraph {
  const { columns } = engine;
  const isSmall = columns === undefined || columns.relationships.count <= MOST_SHOWN;
  if (result === undefined) {
    if (isSmall) return engine.graph;
    throw tooLarge(graphSize(columns), way);
  }
  const graph = result.subgraph();
  if (isSmall || graph.size <= MOST_SHOWN) return graph;
  throw tooLarge(graphSize(columnsOfGraph(graph)), way);
}

function tooLarge(size: string, way: string): CommandFailure {
  return new CommandFailure(
    `${size}: a page shows at most ${MOST_SHOWN.toLocaleString("en")} relationships; show what a query rests on, ${way}`,
  );
}
