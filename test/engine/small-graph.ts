import { Engine } from "../../src/engine.ts";
import type { Result } from "../../src/execute/result.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";

/** a -1-> b -2-> c -3-> d, a -4-> b (parallel), d -5-> d (loop); keys are these names and numbers. */
export function smallGraph(): Engine {
  const graph = new MultiDirectedGraph();
  for (const key of ["a", "b", "c", "d"]) graph.addNode(key, { labels: ["N"], name: key });
  for (const [key, start, end, type] of [
    ["1", "a", "b", "T"],
    ["2", "b", "c", "T"],
    ["3", "c", "d", "U"],
    ["4", "a", "b", "U"],
    ["5", "d", "d", "T"],
  ] as const)
    graph.addEdgeWithKey(key, start, end, { type, weight: Number(key) });
  return new Engine(graph);
}

/** By row: keys of nodes, then of relationships, in the order of the evidence. */
export function evidenceKeys(result: Result): string[] {
  return result.rows.map((_, row) => {
    const { nodes, relationships } = result.evidence(row);
    const keys = (entities: readonly { readonly id: string }[]) => entities.map(({ id }) => id).join(" ");
    return relationships.length === 0 ? keys(nodes) : `${keys(nodes)} / ${keys(relationships)}`;
  });
}
