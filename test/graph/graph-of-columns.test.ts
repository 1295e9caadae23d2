import { describe, expect, test } from "vitest";
import { Column } from "../../src/graph/column.ts";
import { ListedKeys, NumberedKeys } from "../../src/graph/entity-keys.ts";
import type { GraphColumns } from "../../src/graph/graph-columns.ts";
import { PropertyGraph } from "../../src/graph/property-graph.ts";

const columns: GraphColumns = {
  nodes: {
    count: 3,
    keys: new ListedKeys(["n0", "n1", "n2"]),
    labelCodes: Uint32Array.of(0, 1, 0),
    labelSets: [["A"], []],
    properties: new Map([
      ["name", new Column(Uint32Array.of(1, 0, 2), [null, "x", "y"])],
      ["labels", new Column(Uint32Array.of(0, 1, 0), [null, "property"])],
    ]),
  },
  relationships: {
    count: 2,
    keys: new NumberedKeys(2),
    starts: Uint32Array.of(0, 2),
    ends: Uint32Array.of(1, 2),
    types: Uint32Array.of(1, 0),
    typeNames: ["S", "T"],
    properties: new Map([["type", new Column(Uint32Array.of(1, 0), [null, 5])]]),
  },
};

describe("a graph from columns", () => {
  test("is converted to graphology on first use, in the order of its numbers", () => {
    const { graphology } = new PropertyGraph(columns);
    expect(graphology.mapNodes((key, attributes) => ({ key, ...attributes }))).toEqual([
      { key: "n0", labels: ["A"], name: "x" },
      { key: "n1", labels: [], "`labels`": "property" },
      { key: "n2", labels: ["A"], name: "y" },
    ]);
    expect(
      graphology.mapEdges((key, attributes, start, end) => ({ key, start, end, ...attributes })),
    ).toEqual([
      { key: "r0", start: "n0", end: "n1", type: "T", "`type`": 5 },
      { key: "r1", start: "n2", end: "n2", type: "S" },
    ]);
  });

  test("has only columns until then, and keeps its version", () => {
    const graph = new PropertyGraph(columns);
    expect(graph.columns).toBe(columns);
    const { version } = graph;
    expect(graph.graphology.order).toBe(3);
    expect(graph.columns).toBeUndefined();
    expect(graph.version).toBe(version);
    expect(graph.createNode({ labels: [], properties: {} })).toBe("n3");
    expect(graph.version).toBeGreaterThan(version);
  });

  test("returns subgraphs without being converted to graphology", () => {
    const graph = new PropertyGraph(columns);
    const part = graph.subgraph(["n2", "missing"], ["r0", "missing"]);
    expect(graph.columns).toBe(columns);
    const same = new PropertyGraph(graph.graphology).subgraph(["n2", "missing"], ["r0", "missing"]);
    expect(part.export()).toEqual(same.export());
    expect(part.nodes()).toEqual(["n2", "n0", "n1"]);
  });
});
