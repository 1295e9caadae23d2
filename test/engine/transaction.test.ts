import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";

/** A cycle of a thousand nodes; the last one has a divisor of 0, which makes a query fail when it reaches the node. */
function ring(): Engine {
  const engine = new Engine();
  engine.run("UNWIND range(1, 1000) AS i CREATE (:Item {i: i, divisor: 1000 - i})");
  engine.run("MATCH (a:Item), (b:Item) WHERE b.i = a.i % 1000 + 1 CREATE (a)-[:NEXT {i: a.i}]->(b)");
  return engine;
}

/** All visible state of a graph, through graphology and through the engine. */
function everything(engine: Engine) {
  const { graph } = engine;
  const sorted = <Item>(items: Item[]) => items.map((item) => JSON.stringify(item)).sort();
  return {
    order: graph.order,
    size: graph.size,
    nodes: sorted(graph.mapNodes((key, attributes) => ({ key, ...attributes }))),
    relationships: sorted(
      graph.mapEdges((key, attributes, source, target) => ({ key, source, target, ...attributes })),
    ),
    labels: engine.run("MATCH (n) RETURN DISTINCT labels(n) AS labels ORDER BY labels").rows,
    found: engine.run("MATCH (n:Item {i: 7})-[r]->(m) RETURN n.i, r.i, m.i").rows,
    counted: engine.run("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r), sum(n.i)")
      .rows,
    sought: engine.run("MATCH (n) WHERE n.i = 1000 RETURN count(*)").rows,
    explained: engine.run("EXPLAIN MATCH (n:Item)-[r:NEXT]->(m:Other) RETURN n").rows,
  };
}

const FAILING = [
  ["CREATE", "MATCH (n:Item) WITH n ORDER BY n.i CREATE (m:Other {x: 1 / n.divisor})-[:OF]->(n)"],
  ["SET of a property", "MATCH (n:Item) WITH n ORDER BY n.i SET n.i = -n.i, n.x = 1 / n.divisor"],
  [
    "SET of a relationship's properties",
    "MATCH ()-[r:NEXT]->(n) WITH r, n ORDER BY n.i SET r.i = -r.i, r.x = 1 / n.divisor",
  ],
  ["SET of all properties", "MATCH (n:Item) WITH n ORDER BY n.i SET n = {y: 1 / n.divisor}"],
  [
    "SET and REMOVE of labels",
    "MATCH (n:Item) SET n:Other REMOVE n:Item WITH n ORDER BY n.i RETURN 1 / n.divisor",
  ],
  ["MERGE", "MATCH (n:Item) WHERE n.i > 900 WITH n ORDER BY n.i MERGE (m:Other {x: 1 / n.divisor})"],
  ["DETACH DELETE", "MATCH (n:Item) WITH n, n.divisor AS d ORDER BY n.i DETACH DELETE n RETURN 1 / d"],
  ["DELETE of a connected node", "MATCH (n:Item)-[r:NEXT {i: 5}]->() DELETE r, n"],
  [
    "several clauses",
    "MATCH (n:Item {i: 1}) CREATE (m:Other) SET n.z = 1 WITH n DETACH DELETE n CREATE (k) RETURN 1 / 0",
  ],
] as const;

describe("a query that fails changes nothing", () => {
  test.each(FAILING)("%s", (_, query) => {
    const engine = ring();
    const before = everything(engine);
    expect(() => engine.run(query)).toThrow(CypherError);
    expect(everything(engine)).toEqual(before);
  });
});

test("a query that succeeds makes all its changes", () => {
  const engine = ring();
  const { stats } = engine.run(
    "MATCH (n:Item) WHERE n.divisor > 0 SET n.x = 1 / n.divisor, n:Other REMOVE n:Item",
  );
  expect(stats).toMatchObject({ propertiesAdded: 999, labelsAdded: 1, labelsRemoved: 0 });
  expect(engine.run("MATCH (n:Item) RETURN count(*)").rows).toEqual([[1]]);
  expect(engine.run("MATCH (n:Other {x: 1}) RETURN n.i").rows).toEqual([[999]]);
});

test("setting the same value is no change, even NaN, and 0.0 differs from -0.0", () => {
  const engine = new Engine();
  engine.run("CREATE (:Number {nan: 0.0 / 0.0, zero: 0.0, list: [0.0 / 0.0]})");
  const again = engine.run("MATCH (n) SET n.nan = 0.0 / 0.0, n.zero = 0.0, n.list = [0.0 / 0.0]").stats;
  expect(again).toMatchObject({ propertiesAdded: 0, propertiesRemoved: 0 });
  const other = engine.run("MATCH (n) SET n.zero = -0.0").stats;
  expect(other).toMatchObject({ propertiesAdded: 1, propertiesRemoved: 1 });
});

test("changes that a program makes to the graph are visible, even between two runs of a prepared query", () => {
  const engine = ring();
  const count = engine.prepare("MATCH (n:Item {i: 3})-[r]-() RETURN count(r)");
  expect(count.run().rows).toEqual([[2]]);
  const [key] = engine.graph.filterNodes((_, { i }) => i === 3);
  engine.graph.addEdge(key, key, { type: "SELF" });
  expect(count.run().rows).toEqual([[3]]);
  engine.graph.setNodeAttribute(key, "i", 4000);
  expect(count.run().rows).toEqual([[0]]);
  engine.graph.dropNode(key);
  expect(engine.run("MATCH (n) RETURN count(n)").rows).toEqual([[999]]);
});

test("any number of engines on one graph share its listeners", () => {
  const { graph } = ring();
  const engines = Array.from({ length: 100 }, () => new Engine(graph));
  expect(graph.listenerCount("nodeAdded")).toBe(1);
  graph.addNode("one more", { labels: ["Item"], i: 5000 });
  for (const engine of engines) expect(engine.run("MATCH (n {i: 5000}) RETURN count(*)").rows).toEqual([[1]]);
});
