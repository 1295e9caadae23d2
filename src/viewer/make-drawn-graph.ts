import { DirectedGraph } from "graphology";
import { graphologyKey } from "../graph/graphology-keys.ts";
import { spiralPosition } from "../output/graph/layout.ts";
import type { DrawnGraph } from "./drawn-graph.ts";
import { layOut } from "./force-atlas2.ts";
import type { Scene } from "./scene.ts";

/**
 * The graph that is laid out and drawn. Nodes that exist in `before` keep their positions; others start on a spiral,
 * the most claimed in the middle. Without `before`, a first layout moves nodes near their neighbours.
 */
export function makeDrawnGraph(scene: Scene, before?: DrawnGraph): DrawnGraph {
  const graph: DrawnGraph = new DirectedGraph();
  scene.nodes.forEach(({ key: id, size }, rank) => {
    const key = graphologyKey(id);
    const { x, y } = before?.hasNode(key) ? before.getNodeAttributes(key) : spiralPosition(rank);
    graph.addNode(key, { x, y, size });
  });
  for (const { key, source, target, width } of scene.bundles) {
    if (source === target) continue;
    graph.addDirectedEdgeWithKey(key, graphologyKey(source), graphologyKey(target), { size: width });
  }
  if (!before && graph.order > 1) layOut(graph, firstIterations(graph.order));
  return graph;
}

/** Small graphs are almost settled before the first frame; large graphs must not delay it. */
function firstIterations(order: number): number {
  return Math.max(5, Math.min(300, Math.round(60_000 / order)));
}
