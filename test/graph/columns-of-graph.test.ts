import { expect, test } from "vitest";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";

test("a column covers all entities, including those after the last one with a value", () => {
  const graph = new MultiDirectedGraph();
  for (let node = 0; node < 100; node++) graph.addNode(node, node === 0 ? { name: "first" } : {});
  for (let edge = 0; edge < 100; edge++) graph.addEdge(edge, 0, { type: "T", ...(edge === 0 && { at: 1 }) });
  const { nodes, relationships } = columnsOfGraph(graph);
  for (const column of [nodes.properties.get("name"), relationships.properties.get("at")]) {
    expect(column?.codes.length).toBeGreaterThanOrEqual(100);
    expect(column?.codes[99]).toBe(0);
  }
});
