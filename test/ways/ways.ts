import { Engine } from "../../src/engine.ts";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { buildIndexes } from "./build-indexes.ts";

/** What has been read of a graph before a statement runs on it. It must make no difference. */
export const WAYS = ["fresh", "indexed", "imported", "imported and indexed"] as const;

export type Way = (typeof WAYS)[number];

/**
 * An engine that has the graph in one of these ways: nothing has been read of it; all has; or it is columns, as an
 * import makes them. Only fresh and indexed engines change `graph` itself.
 *
 * @param statement what will be run: the names in it are indexed as well, whether or not the graph has them
 */
export function engineFor(way: Way, graph: MultiDirectedGraph, statement: string): Engine {
  const isImported = way === "imported" || way === "imported and indexed";
  const engine = new Engine(isImported ? columnsOfGraph(graph) : graph);
  if (way === "indexed" || way === "imported and indexed") buildIndexes(engine, namesIn(statement));
  return engine;
}

/** Whatever could be a property key, label or type. */
export function namesIn(statement: string): string[] {
  return [...new Set(statement.match(/[\p{L}_]\w*/gu))];
}
