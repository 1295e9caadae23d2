import { DirectedGraph } from "graphology";
import { spiralPosition } from "../output/layout.ts";
import type { Scene } from "../output/scene.ts";
import { layOut } from "./force-atlas2.ts";

/** What a node of the drawn graph holds; the rest of it stays in the scene. */
export interface DrawnNode {
  x: number;
  y: number;
  size: number;
}

/** What an edge of the drawn graph holds. */
export interface DrawnEdge {
  size: number;
  /** For the layout: many claims pull harder. */
  weight: number;
}

export type DrawnGraph = DirectedGraph<DrawnNode, DrawnEdge>;

/**
 * The graph that is laid out and drawn: one edge a bundle. Nodes that `before` has too keep their places; the
 * others start on a spiral, the most claimed in the middle, and are then brought near their neighbours.
 */
export function drawnGraph(scene: Scene, before?: DrawnGraph): DrawnGraph {
  const graph: DrawnGraph = new DirectedGraph();
  scene.nodes.forEach((node, rank) => {
    const place = before?.hasNode(node.key) ? before.getNodeAttributes(node.key) : spiralPosition(rank);
    graph.addNode(node.key, { x: place.x, y: place.y, size: node.size });
  });
  for (const { key, source, target, width, claims } of scene.bundles) {
    if (source === target) continue;
    graph.addDirectedEdgeWithKey(key, source, target, { size: width, weight: 1 + Math.log2(claims.length) });
  }
  if (!before && graph.order > 1) layOut(graph, firstIterations(graph.order));
  return graph;
}

/** Small graphs are nearly done before the first frame; large ones must not keep the reader waiting. */
function firstIterations(order: number): number {
  return Math.max(5, Math.min(300, Math.round(60_000 / order)));
}
