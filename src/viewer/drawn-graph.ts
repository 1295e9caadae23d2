import type { DirectedGraph } from "graphology";

/** Attributes of a node in the drawn graph; its other data is in the scene. */
export interface DrawnNode {
  x: number;
  y: number;
  /** Radius. */
  size: number;
}

/** Attributes of an edge in the drawn graph. */
export interface DrawnEdge {
  /** Width. */
  size: number;
}

/** The graph that is laid out and drawn: one edge per bundle, with the scene's keys escaped for graphology. */
export type DrawnGraph = DirectedGraph<DrawnNode, DrawnEdge>;
