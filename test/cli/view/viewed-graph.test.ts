import { describe, expect, test } from "vitest";
import { isDrawable, viewedGraph } from "../../../src/cli/view/viewed-graph.ts";
import { Engine } from "../../../src/engine.ts";
import { columnsOfGraph } from "../../../src/graph/columns-of-graph.ts";
import { MultiDirectedGraph } from "../../../src/graph/graphology.ts";

/** Two people who meet `count` times. */
function meetings(count: number): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const name of ["Ann", "Bob"]) graph.addNode(name, { labels: ["Person"], name });
  for (let i = 0; i < count; i++) graph.addDirectedEdgeWithKey(`m${i}`, "Ann", "Bob", { type: "MEETS" });
  return graph;
}

const HINT = "choose fewer with -c QUERY";
const TOO_LARGE =
  /^2 nodes, 20,001 relationships: a page shows at most 20,000 relationships; choose fewer with -c QUERY$/;

describe.each([
  ["a graph from annotations", (graph: MultiDirectedGraph) => new Engine(graph)],
  ["an imported graph", (graph: MultiDirectedGraph) => new Engine(columnsOfGraph(graph))],
])("a page for %s shows", (_what, engineOf) => {
  test("all, up to 20,000 relationships", () => {
    const engine = engineOf(meetings(20_000));
    expect(isDrawable(engine)).toBe(true);
    expect(viewedGraph(engine, undefined, HINT).size).toBe(20_000);
  });

  test("nothing if there are more, unless the subgraph of a result has fewer", () => {
    const engine = engineOf(meetings(20_001));
    expect(isDrawable(engine)).toBe(false);
    expect(() => viewedGraph(engine, undefined, HINT)).toThrow(TOO_LARGE);
    expect(() => viewedGraph(engine, engine.run("()-[r]->() RETURN r"), HINT)).toThrow(TOO_LARGE);
    expect(viewedGraph(engine, engine.run("()-[r]->() RETURN r LIMIT 3"), HINT).size).toBe(3);
  });
});

test("an imported graph stays too large after a query has changed it", () => {
  const engine = new Engine(columnsOfGraph(meetings(20_001)));
  engine.run("CREATE (:X)");
  expect(() => viewedGraph(engine, undefined, HINT)).toThrow(/3 nodes, 20,001 relationships/);
});
