import { Engine } from "../../src/engine.ts";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { buildIndexes, type Names } from "./build-indexes.ts";

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

/** What could be a label or a type stands after a colon or a bar; whatever else is a word could be a property key. */
function namesIn(statement: string): Names {
  const words = statement.match(/[:|]?\s*[\p{L}_]\w*/gu) ?? [];
  return {
    labels: words.filter((word) => /^[:|]/.test(word)).map((word) => word.slice(1).trim()),
    keys: words.filter((word) => !/^[:|]/.test(word)).map((word) => word.trim()),
  };
}
