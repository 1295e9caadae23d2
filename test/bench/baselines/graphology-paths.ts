import type { MultiDirectedGraph } from "../../../src/graph/graphology.ts";
import { type GraphologyQuery, outgoing, text } from "./graphology-reading.ts";

export const GRAPHOLOGY_PATHS: Readonly<Record<string, GraphologyQuery>> = {
  "within four hops": (graph, parameters) => {
    const reached = new Set<string>();
    let frontier = [text(parameters, "id")];
    for (let hops = 0; hops < 4; hops++) {
      const next: string[] = [];
      for (const node of frontier) {
        outgoing(graph, node, "SUPPORTS", (_, far) => {
          if (reached.has(far)) return;
          reached.add(far);
          next.push(far);
        });
      }
      frontier = next;
    }
    return [[reached.size]];
  },

  "shortest path": (graph, parameters) => {
    const to = text(parameters, "to");
    const reached = new Set([text(parameters, "from")]);
    let frontier = [...reached];
    for (let hops = 1; frontier.length > 0; hops++) {
      const next: string[] = [];
      for (const node of frontier) {
        graph.forEachNeighbor(node, (far) => {
          if (reached.has(far)) return;
          reached.add(far);
          next.push(far);
        });
      }
      if (reached.has(to)) return [[hops]];
      frontier = next;
    }
    return [];
  },

  "paths with a filter": (graph, parameters) => {
    const least = parameters["least"] as number;
    return [[countPaths(graph, text(parameters, "id"), least, [])]];
  },

  triangles: (graph) => {
    let triangles = 0;
    graph.forEachNode((first) => {
      const closing = new Map<string, number>();
      graph.forEachInEdge(first, (_, { type }, third) => {
        if (type === "ACCUSES") closing.set(third, (closing.get(third) ?? 0) + 1);
      });
      if (closing.size === 0) return;
      outgoing(graph, first, "ACCUSES", (_, second) =>
        outgoing(graph, second, "ACCUSES", (_, third) => {
          triangles += closing.get(third) ?? 0;
        }),
      );
    });
    return [[triangles]];
  },

  diamonds: (graph, parameters) => {
    const least = parameters["least"] as number;
    const country = text(parameters, "country");
    let diamonds = 0;
    for (const bottom of graph.filterNodes((_, attributes) => attributes["country"] === country)) {
      // For each top, the number of paths to the bottom by each middle.
      const middlesOfTop = new Map<string, Map<string, number>>();
      graph.forEachInEdge(bottom, (_, { type }, middle) => {
        if (type !== "ACCUSES") return;
        graph.forEachInEdge(middle, (_, { type, confidence }, top) => {
          if (type !== "MEETS" || confidence < least) return;
          const middles = middlesOfTop.get(top) ?? new Map<string, number>();
          middles.set(middle, (middles.get(middle) ?? 0) + 1);
          middlesOfTop.set(top, middles);
        });
      });
      for (const middles of middlesOfTop.values()) {
        let before = 0;
        for (const paths of middles.values()) {
          diamonds += before * paths;
          before += paths;
        }
      }
    }
    return [[diamonds]];
  },
};

/** @param path the claims already used on the way to `node` */
function countPaths(graph: MultiDirectedGraph, node: string, least: number, path: readonly string[]): number {
  let paths = 0;
  outgoing(graph, node, "CRITICIZES", (claim, far) => {
    if (graph.getEdgeAttribute(claim, "confidence") < least || path.includes(claim)) return;
    paths += 1 + (path.length === 2 ? 0 : countPaths(graph, far, least, [...path, claim]));
  });
  return paths;
}
