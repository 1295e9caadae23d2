import { expect, test } from "vitest";
import { changesOf } from "../../src/graph/graph-changes.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";

function changedKeys(graph: MultiDirectedGraph, since: number): readonly [string[], string[]] | undefined {
  const keys = changesOf(graph).since(since);
  return keys && [[...keys.nodes], [...keys.relationships]];
}

test("every change of an entity is recorded, including dependent deletions", () => {
  const graph = new MultiDirectedGraph();
  const changes = changesOf(graph);
  graph.addNode("a");
  graph.addNode("b");
  graph.addEdgeWithKey("r", "a", "b");
  expect(changedKeys(graph, 0)).toEqual([["a", "b"], ["r"]]);
  const { version } = changes;
  expect(changedKeys(graph, version)).toEqual([[], []]);
  graph.setNodeAttribute("b", "x", 1);
  graph.setEdgeAttribute("r", "x", 1);
  graph.dropNode("a");
  expect(changedKeys(graph, version)).toEqual([["b", "a"], ["r"]]);
});

test.each([
  ["clear", (graph: MultiDirectedGraph) => graph.clear()],
  ["clearEdges", (graph: MultiDirectedGraph) => graph.clearEdges()],
  [
    "updateEachNodeAttributes",
    (graph: MultiDirectedGraph) => graph.updateEachNodeAttributes((_, own) => own),
  ],
  [
    "updateEachEdgeAttributes",
    (graph: MultiDirectedGraph) => graph.updateEachEdgeAttributes((_, own) => own),
  ],
])("after %s, any entity may have changed", (_, change) => {
  const graph = new MultiDirectedGraph();
  const changes = changesOf(graph);
  graph.addNode("a");
  const { version } = changes;
  change(graph);
  expect(changedKeys(graph, version)).toBeUndefined();
  const after = changes.version;
  graph.addNode("b");
  expect(changedKeys(graph, after)).toEqual([["b"], []]);
});

test("a reader that is too far behind must read the whole graph", () => {
  const graph = new MultiDirectedGraph();
  const changes = changesOf(graph);
  for (let node = 0; node < 300_000; node++) graph.addNode(node);
  expect(changedKeys(graph, 0)).toBeUndefined();
  expect(changedKeys(graph, changes.version - 2)).toEqual([["299998", "299999"], []]);
});
