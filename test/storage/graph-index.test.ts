import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { PropertyGraph } from "../../src/graph/property-graph.ts";
import { GraphIndex } from "../../src/storage/graph-index.ts";
import { NameIndex } from "../../src/storage/name-index.ts";

/** The relationships of a random multigraph, with loops and parallel ones: start, end, type. */
const RELATIONSHIPS = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom("A", "B", "C")), {
  maxLength: 30,
});

function indexOf(relationships: readonly (readonly [number, number, string])[]): GraphIndex {
  const graph = new MultiDirectedGraph();
  for (let node = 0; node < 6; node++) graph.addNode(`n${node}`, { labels: node % 2 === 0 ? ["Even"] : [] });
  for (const [at, [start, end, type]] of relationships.entries())
    graph.addEdgeWithKey(`r${at}`, `n${start}`, `n${end}`, { type });
  return new GraphIndex(new PropertyGraph(graph));
}

test("the adjacency lists contain the same relationships as a full scan", () => {
  fc.assert(
    fc.property(RELATIONSHIPS, (relationships) => {
      const index = indexOf(relationships);
      const typeOrder = (type: string) => index.relationshipTypes().indexOf(type);
      for (const direction of ["outgoing", "incoming"] as const) {
        for (const type of [undefined, "A", "B", "C", "D"]) {
          const { first, last, neighbours, relationships: found } = index.adjacency(direction, type);
          for (let node = 0; node < 6; node++) {
            const met: [string, string][] = [];
            for (let at = first[node] ?? 0; at < (last[node] ?? 0); at++)
              met.push([index.relationshipKey(found[at] ?? -1), index.nodeKey(neighbours[at] ?? -1)]);
            const wanted = relationships.flatMap(([start, end, ofType], at) => {
              const [near, far] = direction === "outgoing" ? [start, end] : [end, start];
              return near === node && (type === undefined || type === ofType) ? [{ at, far, ofType }] : [];
            });
            wanted.sort((a, b) => a.far - b.far || typeOrder(a.ofType) - typeOrder(b.ofType) || a.at - b.at);
            expect(met).toEqual(wanted.map(({ at, far }) => [`r${at}`, `n${far}`]));
          }
        }
      }
    }),
  );
});

test("counts equal those of the graph", () => {
  fc.assert(
    fc.property(RELATIONSHIPS, (relationships) => {
      const index = indexOf(relationships);
      expect([index.nodeCount, index.relationshipCount]).toEqual([6, relationships.length]);
      expect([...index.nodesWithLabel("Even")]).toEqual([0, 2, 4]);
      for (const type of ["A", "B", "C", "D"]) {
        const count = relationships.filter(([, , ofType]) => ofType === type).length;
        expect(index.relationshipCountOfType(type)).toBe(count);
        const ofType = relationships.filter((one) => one[2] === type);
        expect(index.distinctStarts(type)).toBe(new Set(ofType.map(([start]) => start)).size);
        expect(index.distinctEnds(type)).toBe(new Set(ofType.map(([, end]) => end)).size);
      }
    }),
  );
});

describe("labels and properties", () => {
  const graph = new MultiDirectedGraph();
  graph.addNode("a", { name: "x", labels: ["L", "L"] });
  graph.addNode("b", { name: 1 });
  graph.addNode("c", { name: "x", labels: "Alone", "`labels`": "x" });
  const index = new GraphIndex(new PropertyGraph(graph));

  test("a seek finds strings", () => {
    expect([...index.nodesWithProperty("name", "x")]).toEqual([0, 2]);
    expect([...index.nodesWithProperty("name", "y")]).toEqual([]);
    expect([...index.nodesWithProperty("toString", "x")]).toEqual([]);
  });

  test("a property named labels is found by that name", () => {
    expect([...index.nodesWithProperty("labels", "x")]).toEqual([2]);
  });

  test("labels may be one string or a list, and each counts once", () => {
    expect([...index.nodesWithLabel("L")]).toEqual([0]);
    expect([...index.nodesWithLabel("Alone")]).toEqual([2]);
    expect(index.labels()).toEqual(["L", "Alone"]);
  });
});

test("a name or alias resolves to the canonical names of all its nodes", () => {
  const graph = new MultiDirectedGraph();
  graph.addNode("kyiv", { name: "Kyiv", aliases: ["Kiev", "Kijów"] });
  graph.addNode("government", { name: "Government of Ukraine", aliases: ["Kyiv", 5] });
  graph.addNode("nameless", { aliases: ["Kyiv"] });
  const names = new NameIndex(new GraphIndex(new PropertyGraph(graph)));
  expect(names.resolve("KYIV")).toEqual(["Kyiv", "Government of Ukraine"]);
  expect(names.resolve(" kijow ")).toEqual(["Kyiv"]);
  expect(names.resolve("Lviv")).toEqual([]);
});

test("a property without a Cypher counterpart fails the reader, not the update of the index", () => {
  const graph = new MultiDirectedGraph();
  graph.addNode("a", { x: 1, y: 1 });
  graph.addNode("b", { x: 1 });
  const index = new GraphIndex(new PropertyGraph(graph));
  expect([...index.nodesWithProperty("x", 1)]).toEqual([0, 1]);
  graph.setNodeAttribute("b", "x", () => 1);
  graph.setNodeAttribute("a", "y", 2);
  index.refresh();
  expect(() => index.nodesWithProperty("x", 1)).toThrow(/no Cypher counterpart/);
  expect(() => index.nodeProperty(1, "x")).toThrow(/no Cypher counterpart/);
  expect(index.nodeProperty(0, "x")).toBe(1);
  expect([...index.nodesWithProperty("y", 2)]).toEqual([0]);
  graph.setNodeAttribute("b", "x", 2);
  index.refresh();
  expect([...index.nodesWithProperty("x", 2)]).toEqual([1]);
});

test("a name index is up to date until a name or alias changes", () => {
  const graph = new MultiDirectedGraph();
  graph.addNode("kyiv", { name: "Kyiv", aliases: ["Kiev"] });
  const index = new GraphIndex(new PropertyGraph(graph));
  const names = new NameIndex(index);
  graph.addNode("other", { x: 1 });
  graph.setNodeAttribute("kyiv", "x", 2);
  index.refresh();
  expect(names.isUpToDate(index)).toBe(true);
  graph.setNodeAttribute("kyiv", "aliases", ["Kiev", "Kijów"]);
  index.refresh();
  expect(names.isUpToDate(index)).toBe(false);
  expect(new NameIndex(index).resolve("kijow")).toEqual(["Kyiv"]);
  graph.dropNode("kyiv");
  index.refresh();
  expect(new NameIndex(index).resolve("Kyiv")).toEqual([]);
});
