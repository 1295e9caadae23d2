import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { PropertyGraph } from "../../src/graph/property-graph.ts";
import { GraphIndex } from "../../src/storage/graph-index.ts";
import { runs } from "../random-runs.ts";
import { describeIndex, KEYS, LABELS, TYPES, VALUES } from "./describe-index.ts";

type Change = (graph: PropertyGraph) => void;

const nodeKey = fc.nat(3).map((number) => `n${number}`);
const relationshipKey = fc.nat(9).map((number) => `r${number}`);
const labels = fc.subarray(LABELS);
const attributes = fc.dictionary(
  fc.constantFrom("a", "b", "`labels`", "`type`"),
  fc.constantFrom(...VALUES),
  {
    noNullPrototype: true,
  },
);
const properties = fc.dictionary(fc.constantFrom(...KEYS), fc.constantFrom(null, 1, "x", 1.5), {
  noNullPrototype: true,
});
const type = fc.constantFrom(...TYPES);

/** Changes that queries make. A change that does not fit the current graph does nothing. */
const write: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(nodeKey, labels, properties).map(
    ([key, own, rest]): Change =>
      (graph) => {
        if (!graph.graphology.hasNode(key)) graph.createNode({ key, labels: own, properties: rest });
      },
  ),
  fc.tuple(relationshipKey, nodeKey, nodeKey, type, properties).map(
    ([key, from, to, own, rest]): Change =>
      (graph) => {
        const { graphology } = graph;
        graph.deleteRelationship(key);
        if (graphology.hasNode(from) && graphology.hasNode(to))
          graph.createRelationship({ key, type: own, start: from, end: to, properties: rest });
      },
  ),
  nodeKey.map(
    (key): Change =>
      (graph) =>
        graph.deleteNode(key),
  ),
  relationshipKey.map(
    (key): Change =>
      (graph) =>
        graph.deleteRelationship(key),
  ),
  fc.tuple(nodeKey, properties, fc.boolean()).map(
    ([key, own, replaces]): Change =>
      (graph) => {
        if (graph.graphology.hasNode(key)) graph.setProperties({ kind: "node", key }, own, replaces);
      },
  ),
  fc.tuple(relationshipKey, properties, fc.boolean()).map(
    ([key, own, replaces]): Change =>
      (graph) => {
        if (graph.graphology.hasEdge(key)) graph.setProperties({ kind: "relationship", key }, own, replaces);
      },
  ),
  fc.tuple(nodeKey, labels, labels).map(
    ([key, more, less]): Change =>
      (graph) => {
        if (!graph.graphology.hasNode(key)) return;
        graph.addLabels(key, more);
        graph.removeLabels(key, less);
      },
  ),
);

/** Changes that a program makes directly to the graphology graph. */
const edit: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: write },
  {
    weight: 4,
    arbitrary: fc.tuple(nodeKey, labels, attributes).map(
      ([key, own, rest]): Change =>
        ({ graphology }) => {
          graphology.mergeNode(key, { ...rest, labels: own });
        },
    ),
  },
  {
    weight: 4,
    arbitrary: fc.tuple(relationshipKey, nodeKey, nodeKey, type, attributes).map(
      ([key, from, to, own, rest]): Change =>
        ({ graphology }) => {
          if (graphology.hasEdge(key)) graphology.dropEdge(key);
          if (graphology.hasNode(from) && graphology.hasNode(to))
            graphology.addEdgeWithKey(key, from, to, { ...rest, type: own });
        },
    ),
  },
  fc.tuple(relationshipKey, type).map(
    ([key, other]): Change =>
      ({ graphology }) => {
        if (graphology.hasEdge(key)) graphology.setEdgeAttribute(key, "type", other);
      },
  ),
  fc.tuple(nodeKey, attributes).map(
    ([key, rest]): Change =>
      ({ graphology }) => {
        if (graphology.hasNode(key)) graphology.replaceNodeAttributes(key, rest);
      },
  ),
  fc.constantFrom<Change>(
    ({ graphology }) => graphology.clear(),
    ({ graphology }) => graphology.clearEdges(),
    ({ graphology }) => graphology.updateEachNodeAttributes((_, own) => ({ ...own, a: 7 })),
    ({ graphology }) => graphology.updateEachEdgeAttributes((_, own) => ({ ...own, b: 7 })),
  ),
);

const steps = (change: fc.Arbitrary<Change>) =>
  fc.array(fc.record({ change, refreshes: fc.boolean() }), { maxLength: 8 });

/** A block of changes, after each of which the index may be refreshed. A block of query changes may be rolled back. */
const block = fc.oneof(
  fc.record({ steps: steps(edit), fails: fc.constant(false) }),
  fc.record({ steps: steps(write), fails: fc.boolean() }),
);

const start = fc.array(edit, { maxLength: 15 });

describe("a patched index equals an index built after all changes", () => {
  test.each([
    ["a graphology graph", (graph: MultiDirectedGraph) => new PropertyGraph(graph)],
    ["imported columns", (graph: MultiDirectedGraph) => new PropertyGraph(columnsOfGraph(graph))],
  ])("of %s", (_, graphOf) => {
    fc.assert(
      fc.property(start, fc.array(block, { maxLength: 6 }), fc.boolean(), (before, blocks, buildsEarly) => {
        const original = new PropertyGraph();
        for (const change of before) change(original);
        const graph = graphOf(original.graphology);
        const index = new GraphIndex(graph);
        // Build all structures before the changes, or none.
        if (buildsEarly) describeIndex(index);
        for (const { steps, fails } of blocks) run(graph, index, steps, fails);
        index.refresh();
        const fresh = new GraphIndex(new PropertyGraph(graph.graphology));
        expect(describeIndex(index)).toEqual(describeIndex(fresh));
      }),
      { numRuns: runs(40) },
    );
  });
});

test("changes to a graph do not change the columns that it was imported from", () => {
  fc.assert(
    fc.property(start, start, (before, changes) => {
      const original = new PropertyGraph();
      for (const change of before) change(original);
      const columns = columnsOfGraph(original.graphology);
      const graph = new PropertyGraph(columns);
      const index = new GraphIndex(graph);
      const described = describeIndex(index);
      for (const change of changes) change(graph);
      index.refresh();
      describeIndex(index);
      expect(describeIndex(new GraphIndex(new PropertyGraph(columns)))).toEqual(described);
    }),
    { numRuns: runs(10) },
  );
});

class Undo extends Error {}

function run(
  graph: PropertyGraph,
  index: GraphIndex,
  steps: readonly { readonly change: Change; readonly refreshes: boolean }[],
  fails: boolean,
): void {
  const write = () => {
    for (const { change, refreshes } of steps) {
      change(graph);
      if (refreshes) index.refresh();
    }
    if (fails) throw new Undo();
  };
  if (!fails) write();
  else expect(() => graph.transaction(write)).toThrow(Undo);
}
