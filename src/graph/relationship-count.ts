import type { MultiDirectedGraph } from "./graphology.ts";

/** How many relationships a node has, 0 if there is no such node. A loop is one: its degree counts both ends. */
export function relationshipCount(graph: MultiDirectedGraph, key: string): number {
  if (!graph.hasNode(key)) return 0;
  return (graph.degree(key) + graph.degreeWithoutSelfLoops(key)) / 2;
}
