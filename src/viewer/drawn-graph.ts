import type { DirectedGraph } from "graphology";

/** What a node of the drawn graph holds; the rest of it stays in the scene. */
export interface DrawnNode {
  x: number;
  y: number;
  /** Radius. */
  size: number;
}

/** What an edge of the drawn graph holds. */
export interface DrawnEdge {
  /** Width. */
  size: number;
}

/** The graph that is laid out and drawn: one edge a bundle, its keys those of the scene, as graphology can hold them. */
export type DrawnGraph = DirectedGraph<DrawnNode, DrawnEdge>;
