import type { MultiDirectedGraph } from "./graphology.ts";

/**
 * The number of relationships of a node; 0 if there is no such node. A loop counts once, although graphology's degree
 * counts both its ends.
 */
export function relationshipCount(graph: MultiDirectedGraph, key: string): number {
  if (!graph.hasNode(key)) return 0;
  return (graph.degree(key) + graph.degreeWithoutSelfLoops(key)) / 2;
}
