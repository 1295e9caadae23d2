import { describe, expect, it } from "vitest";
import { Engine } from "../../src/engine.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { sceneOf } from "../../src/viewer/scene.ts";
import { inventedGraph } from "./invented-graph.ts";

const sceneFor = (graph: MultiDirectedGraph) => sceneOf(graph, new Engine(graph).claims().contested());

const bundleBetween = (a: string, b: string) => {
  const scene = sceneFor(inventedGraph());
  const found = scene.bundles.find(
    ({ source, target }) => (source === a && target === b) || (source === b && target === a),
  );
  if (!found) throw new Error(`no bundle between ${a} and ${b}`);
  return found;
};

describe("sceneOf", () => {
  it("draws all claims between two nodes as one bundle, for any type and direction", () => {
    const bundle = bundleBetween("norland", "sudavia");
    expect(bundle.claims).toEqual(["a1#0", "a1#1", "a1#2", "a2#6"]);
    expect(bundle.types).toEqual(["SUPPLIES_WEAPONS_TO", "BORDERS"]);
    expect(bundle.bothWays).toBe(true);
    expect([bundle.source, bundle.target]).toEqual(["norland", "sudavia"]);
  });

  it("makes a bundle of more claims wider, within a limit", () => {
    expect(bundleBetween("norland", "sudavia").width).toBeGreaterThan(
      bundleBetween("ada-strom", "bruno-vale").width,
    );
    const graph = new MultiDirectedGraph();
    graph.addNode("a");
    graph.addNode("b");
    for (let i = 0; i < 1000; i++) graph.addDirectedEdge("a", "b", { type: "T" });
    expect(sceneFor(graph).bundles[0]?.width).toBeLessThanOrEqual(10);
  });

  it("marks a bundle as contested if one of its triples is affirmed and denied, or refuted by its article", () => {
    expect(bundleBetween("norland", "sudavia").contested).toBe(true);
    expect(bundleBetween("carla-ibanez", "isle-of-ester").contested).toBe(true);
    expect(bundleBetween("ada-strom", "bruno-vale").contested).toBe(false);
  });

  it("does not mark two triples as contested if one is affirmed and the other denied", () => {
    const graph = new MultiDirectedGraph();
    graph.addNode("a");
    graph.addNode("b");
    graph.addDirectedEdge("a", "b", { type: "MEETS", stance: "affirmed" });
    graph.addDirectedEdge("a", "b", { type: "PAYS", stance: "denied" });
    expect(sceneFor(graph).bundles[0]?.contested).toBe(false);
  });

  it("leaves out nodes without claims, and sorts the others by their number of claims", () => {
    const { nodes } = sceneFor(inventedGraph());
    expect(nodes.map(({ key }) => key)).toEqual([
      "sudavia",
      "norland",
      "ada-strom",
      "bruno-vale",
      "carla-ibanez",
      "dmitri-orlov",
      "isle-of-ester",
    ]);
    expect(nodes[0]).toMatchObject({
      label: "Sudavia",
      type: "Country",
      labels: ["Country", "Place"],
      claims: 5,
    });
    expect(nodes[0]?.size).toBeGreaterThan(nodes[6]?.size ?? 0);
  });

  it("draws the nodes of a graph without claims", () => {
    const graph = new MultiDirectedGraph();
    graph.addNode("a", { labels: ["Person"], name: "Ada" });
    expect(sceneFor(graph).nodes.map(({ label }) => label)).toEqual(["Ada"]);
  });

  it("counts types, and maps each claim to its bundle", () => {
    const scene = sceneFor(inventedGraph());
    expect(scene.types.map(({ type, count }) => [type, count])).toEqual([
      ["Person", 4],
      ["Country", 3],
    ]);
    expect(scene.bundleOfClaim.get("a2#6")).toBe(bundleBetween("norland", "sudavia").key);
  });

  it("distinguishes pairs of keys that would be equal when joined", () => {
    const graph = new MultiDirectedGraph();
    for (const key of ["a", "b,c", "a,b", "c"]) graph.addNode(key);
    graph.addDirectedEdge("a", "b,c");
    graph.addDirectedEdge("a,b", "c");
    expect(sceneFor(graph).bundles).toHaveLength(2);
  });

  it("accepts a graph without any attributes", () => {
    const graph = new MultiDirectedGraph();
    graph.addNode("a");
    graph.addDirectedEdge("a", "a");
    const scene = sceneFor(graph);
    expect(scene.nodes[0]).toMatchObject({ label: "a", type: "Node", aliases: [] });
    expect(scene.bundles[0]).toMatchObject({ types: ["RELATED_TO"], bothWays: false });
  });
});
