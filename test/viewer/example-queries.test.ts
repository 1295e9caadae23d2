import { describe, expect, it } from "vitest";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { exampleQueries } from "../../src/viewer/example-queries.ts";
import { sceneOf } from "../../src/viewer/scene.ts";
import { hostileGraph, INJECTION, inventedGraph } from "./invented-graph.ts";

const queries = (graph: MultiDirectedGraph, speakers: readonly string[] = []) =>
  exampleQueries(sceneOf(graph, new Set()), speakers).map(({ query }) => query);

describe("exampleQueries", () => {
  it("asks about the names with the most claims", () => {
    const [hub, pair, speaker] = queries(inventedGraph(), ["Norland", "Dmitri Orlov"]);
    expect(hub).toContain('("Sudavia")-[r]-(other)');
    expect(pair).toContain('MATCH ("Norland")-[r]-("Sudavia")');
    expect(speaker).toContain('ACCORDING TO "Dmitri Orlov"');
  });

  it("has examples for an empty graph too", () => {
    expect(queries(new MultiDirectedGraph()).length).toBeGreaterThan(0);
  });

  it("escapes quotes in names", () => {
    const [, , speaker] = queries(hostileGraph(), [INJECTION]);
    expect(speaker).toContain('onerror=\\"window.injected=1\\"');
  });
});
