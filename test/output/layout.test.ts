import fc from "fast-check";
import { expect, test } from "vitest";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { layoutPositions } from "../../src/output/graph/layout.ts";
import { anyGraph } from "./sample-graph.ts";

test("graphs without nodes and with one node have a layout", () => {
  const graph = new MultiDirectedGraph();
  expect(layoutPositions(graph).size).toBe(0);
  graph.addNode("a");
  graph.addEdge("a", "a");
  expect(layoutPositions(graph)).toEqual(new Map([["a", { x: 0, y: 0 }]]));
});

test("every node of any graph has a unique position, the same each time", () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const positions = layoutPositions(graph);
      expect([...positions.keys()]).toEqual(graph.nodes());
      const places = [...positions.values()];
      expect(places.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      expect(new Set(places.map(({ x, y }) => `${x.toFixed(3)} ${y.toFixed(3)}`)).size).toBe(graph.order);
      expect(layoutPositions(graph)).toEqual(positions);
    }),
  );
});

test("neighbours are nearer than strangers, and disconnected parts stay in sight", () => {
  const graph = new MultiDirectedGraph();
  for (const part of ["a", "b", "c"]) {
    for (let i = 0; i < 8; i++) graph.addNode(`${part}${i}`);
    for (let i = 1; i < 8; i++) graph.addEdge(`${part}0`, `${part}${i}`);
  }
  const positions = layoutPositions(graph);
  const distance = (one: string, other: string) => {
    const [p, q] = [positions.get(one), positions.get(other)];
    return Math.hypot((p?.x ?? 0) - (q?.x ?? 0), (p?.y ?? 0) - (q?.y ?? 0));
  };
  expect(distance("a0", "a1")).toBeLessThan(distance("a0", "b1"));
  expect(distance("a0", "b0")).toBeLessThan(8 * distance("a0", "a1"));
});
