import { Engine } from "../../src/engine.ts";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { buildIndexes, type Names } from "./build-indexes.ts";

/** The state of a graph's index before a statement runs. It must not change the result. */
export const WAYS = ["fresh", "indexed", "imported", "imported and indexed"] as const;

export type Way = (typeof WAYS)[number];

/**
 * Returns an engine with the graph in one of these states: nothing is read or indexed; everything is indexed; or the
 * graph is columns, as after an import. Only fresh and indexed engines change `graph` itself.
 *
 * @param statement the statement that will be run: its names are also indexed, even if they are not in the graph
 */
export function engineFor(way: Way, graph: MultiDirectedGraph, statement: string): Engine {
  const isImported = way === "imported" || way === "imported and indexed";
  const engine = new Engine(isImported ? columnsOfGraph(graph) : graph);
  if (way === "indexed" || way === "imported and indexed") buildIndexes(engine, namesIn(statement));
  return engine;
}

/** A word after a colon or a bar may be a label or a type; any other word may be a property key. */
function namesIn(statement: string): Names {
  const words = statement.match(/[:|]?\s*[\p{L}_]\w*/gu) ?? [];
  return {
    labels: words.filter((word) => /^[:|]/.test(word)).map((word) => word.slice(1).trim()),
    keys: words.filter((word) => !/^[:|]/.test(word)).map((word) => word.trim()),
  };
}
