import { DirectedGraph, MultiGraph } from "graphology";
import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { valueText } from "../../src/values/value-text.ts";

const COUNT =
  "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS relationships";

describe("the engine follows changes that a program makes to the graph", () => {
  test.each<[string, (graph: MultiDirectedGraph) => void, number, number]>([
    ["nothing", () => {}, 2, 1],
    ["adds a node", (graph) => graph.addNode("c"), 3, 1],
    ["adds a relationship", (graph) => graph.addEdge("b", "a", { type: "T" }), 2, 2],
    ["drops a relationship", (graph) => graph.dropEdge("r"), 2, 0],
    ["drops a node with its relationships", (graph) => graph.dropNode("a"), 1, 0],
    ["clears all", (graph) => graph.clear(), 0, 0],
    ["clears the relationships", (graph) => graph.clearEdges(), 2, 0],
    ["imports another", (graph) => graph.import({ nodes: [{ key: "x" }], edges: [] }), 3, 1],
  ])("%s", (_, change, nodes, relationships) => {
    const engine = new Engine(sample());
    const prepared = engine.prepare(COUNT);
    expect(prepared.run().rows).toEqual([[2, 1]]);
    change(engine.graph);
    expect(prepared.run().rows).toEqual([[nodes, relationships]]);
    expect(engine.run(COUNT).rows).toEqual([[nodes, relationships]]);
  });

  test.each<[string, (graph: MultiDirectedGraph) => void]>([
    ["sets an attribute", (graph) => graph.setNodeAttribute("a", "name", "new")],
    ["merges attributes", (graph) => graph.mergeNodeAttributes("a", { name: "new" })],
    ["replaces attributes", (graph) => graph.replaceNodeAttributes("a", { name: "new", labels: ["N"] })],
    [
      "updates every node",
      (graph) => graph.updateEachNodeAttributes((_, attributes) => ({ ...attributes, name: "new" })),
    ],
  ])("%s", (_, change) => {
    const engine = new Engine(sample());
    const query = "MATCH (n:N {name: 'new'}) RETURN count(*)";
    expect(engine.run(query).rows).toEqual([[0]]);
    change(engine.graph);
    expect(engine.run(query).rows[0]?.[0]).toBeGreaterThan(0);
  });

  test("changes labels and types", () => {
    const engine = new Engine(sample());
    expect(engine.run("MATCH (n:M)-[:U]->() RETURN n").rows).toEqual([]);
    engine.graph.setNodeAttribute("a", "labels", ["M"]);
    engine.graph.setEdgeAttribute("r", "type", "U");
    expect(engine.run("MATCH (n:M)-[:U]->() RETURN n.name").rows).toEqual([["a"]]);
  });

  test("a name in quotes finds the nodes that have it at run time", () => {
    const engine = new Engine(sample());
    const prepared = engine.prepare('("z") RETURN count(*)');
    expect(prepared.run().rows).toEqual([[0]]);
    engine.graph.setNodeAttribute("a", "aliases", ["z"]);
    expect(prepared.run().rows).toEqual([[1]]);
    expect(prepared.run().notifications).toEqual([]);
  });

  test("a result keeps its values", () => {
    const engine = new Engine(sample());
    const result = engine.run("MATCH (n {name: 'a'}) RETURN n");
    engine.graph.setNodeAttribute("a", "name", "new");
    expect(result.rows.map((row) => row.map(valueText))).toEqual([["(:N {name: 'a'})"]]);
  });

  function sample(): MultiDirectedGraph {
    const graph = new MultiDirectedGraph();
    graph.addNode("a", { labels: ["N"], name: "a" });
    graph.addNode("b", { labels: ["N"], name: "b" });
    graph.addEdgeWithKey("r", "a", "b", { type: "T" });
    return graph;
  }
});

describe("any graphology graph is a property graph", () => {
  const graph = new MultiDirectedGraph();
  graph.addNode("bare");
  graph.addNode("named", { name: "x", labels: "Alone", odd: { deep: [1] }, "`labels`": ["kept"] });
  graph.addEdgeWithKey("r", "bare", "named", { "`type`": "kept" });
  graph.addEdgeWithKey("s", "named", "named", { type: "S", weight: 2n ** 60n });
  const engine = new Engine(graph);

  test.each([
    [
      "a node without attributes has no labels and no properties",
      "MATCH (n) WHERE id(n) = 'bare' RETURN n",
      "()",
    ],
    ["a label may be a string", "MATCH (n:Alone) RETURN labels(n)", "['Alone']"],
    ["a property named labels is not a label", "MATCH (n:Alone) RETURN n.labels", "['kept']"],
    [
      "a relationship without a type has a default type",
      "MATCH ()-[r:RELATED_TO]->() RETURN type(r)",
      "'RELATED_TO'",
    ],
    ["a property named type is not a type", "MATCH ()-[r:RELATED_TO]->() RETURN r.type", "'kept'"],
    ["values of any depth", "MATCH (n:Alone) RETURN n.odd.deep[0]", "1"],
    ["bigints", "MATCH ()-[r:S]->() RETURN r.weight", "1152921504606846976"],
    [
      "members inherited by JavaScript objects are not properties",
      "MATCH (n:Alone) RETURN n.constructor",
      "null",
    ],
    ["keys of the graph are ids", "MATCH (n)-[r]->(n) RETURN id(n) + id(r)", "'nameds'"],
  ])("%s", (_, query, text) => {
    expect(engine.run(query).rows.map((row) => row.map(valueText).join(" | "))).toEqual([text]);
  });
});

test("CREATE stores entities so that any graphology tool can read them", () => {
  const engine = new Engine();
  engine.run("CREATE (a:A:B {x: 1, labels: 'l', n: null})-[:T {type: 't', f: 2.0}]->(b)");
  const [a = "", b = ""] = engine.graph.nodes();
  expect(engine.graph.getNodeAttributes(a)).toMatchObject({ labels: ["A", "B"], x: 1, "`labels`": "l" });
  expect(engine.graph.getNodeAttributes(a)).not.toHaveProperty("n");
  expect(engine.graph.getNodeAttributes(b)).toEqual({ labels: [] });
  expect(engine.graph.getEdgeAttributes(engine.graph.edges()[0] ?? "")).toMatchObject({
    type: "T",
    "`type`": "t",
  });
});

test("keys that are already in the graph are not reused", () => {
  const graph = new MultiDirectedGraph();
  graph.addNode("n0");
  graph.addNode("n1");
  const engine = new Engine(graph);
  engine.run("CREATE (), ()");
  expect(new Set(graph.nodes()).size).toBe(4);
});

test("two engines may share a graph", () => {
  const graph = new MultiDirectedGraph();
  const [one, two] = [new Engine(graph), new Engine(graph)];
  one.run("CREATE (:A)");
  two.run("CREATE (:A)");
  expect(one.run("MATCH (n:A) RETURN count(*)").rows).toEqual([[2]]);
});

describe("a result", () => {
  const engine = new Engine();

  test("as objects by column, with any column name", () => {
    const result = engine.run("RETURN 1 AS a, 'x' AS `two words`, 2 AS __proto__");
    expect(result.toObjects().map((row) => Object.entries(row))).toEqual([
      [
        ["a", 1],
        ["two words", "x"],
        ["__proto__", 2],
      ],
    ]);
  });

  test("of a query that only writes has no columns and no rows", () => {
    const result = engine.run("CREATE (:A)");
    expect([result.columns, result.rows, result.toObjects()]).toEqual([[], [], []]);
  });

  test("notifies of an unknown name, and suggests similar names", () => {
    engine.run("CREATE (:Person {name: 'Zelensky'})");
    const { notifications, rows } = engine.run('MATCH ("Zelenski")-->(x) RETURN x');
    expect(rows).toEqual([]);
    expect(notifications).toHaveLength(1);
    expect(notifications[0]).toMatchObject({ message: expect.stringContaining("Zelenski") });
    expect(notifications[0]?.hint).toContain("Zelensky");
  });

  test("does not report names that the query itself creates as missing", () => {
    engine.run("CREATE (:Person {name: 'Ida'})-[:KNOWS {since: 1}]->(:Person)");
    const missed = (query: string) => engine.run(query).notifications.map(({ message }) => message);
    expect(missed("MATCH (a:Person) SET a.first = 1 RETURN a.first, a.second")).toEqual([
      "nothing has the property second",
    ]);
    expect(missed("MATCH (a:Person) SET a += {third: 1} RETURN a.third")).toEqual([]);
    expect(
      missed("CREATE (a:City)-[r:NEAR {km: 1}]->(b) WITH a MATCH (a:City)-[r:NEAR]->() RETURN r.km"),
    ).toEqual([]);
  });
});

describe("a date without quotes", () => {
  const noted = (query: string) =>
    new Engine()
      .run(query)
      .notifications.map(({ code, span, hint }) => [code, query.slice(span.start, span.end), hint]);

  test("is a subtraction, and a notification says so", () => {
    expect(noted("UNWIND [2025-10-12] AS x WITH x WHERE x < 2024-12-31 RETURN x")).toEqual([
      ["unquoted-date", "2025-10-12", "write '2025-10-12', or date('2025-10-12')"],
      ["unquoted-date", "2024-12-31", "write '2024-12-31', or date('2024-12-31')"],
    ]);
  });

  test.each([
    "RETURN '2025-10-12', date('2025-10-12') // 2025-10-12",
    "RETURN 2025 - 10 - 12",
    "RETURN 2025-10-42",
    "RETURN 1-2025-10-12, 2025-10-12-1",
  ])("is not in %s", (query) => {
    expect(noted(query)).toEqual([]);
  });
});

describe("prepared queries", () => {
  test("the same text is prepared once", () => {
    const engine = new Engine();
    expect(engine.prepare("RETURN 1")).toBe(engine.prepare("RETURN 1"));
    expect(engine.prepare("RETURN 1")).not.toBe(engine.prepare("RETURN  1"));
  });

  test("runs do not affect each other", () => {
    const prepared = new Engine().prepare(
      "UNWIND $list AS x WITH x ORDER BY x LIMIT 2 RETURN collect(x) AS list, count(DISTINCT x) AS n",
    );
    expect(prepared.run({ list: [3, 1, 2] }).rows).toEqual([[[1, 2], 2]]);
    expect(prepared.run({ list: [] }).rows).toEqual([[[], 0]]);
    expect(prepared.run({ list: [3, 1, 2] }).rows).toEqual([[[1, 2], 2]]);
  });

  test("the cache of prepared queries is limited", () => {
    const engine = new Engine();
    const first = engine.prepare("RETURN 0");
    for (let at = 1; at <= 600; at++) engine.prepare(`RETURN ${at}`);
    expect(engine.prepare("RETURN 0")).not.toBe(first);
    expect(first.run().rows).toEqual([[0]]);
  });

  test("an invalid query is reported when prepared, a missing parameter when run", () => {
    const engine = new Engine();
    expect(() => engine.prepare("RETURN x")).toThrow(CypherError);
    const prepared = engine.prepare("RETURN $x");
    expect(() => prepared.run()).toThrow(/\$x was not given/);
    expect(prepared.run({ x: 1 }).rows).toEqual([[1]]);
  });
});

test.each<[unknown, string]>([
  [new DirectedGraph(), "DirectedGraph"],
  [new MultiGraph(), "MultiGraph"],
  [{ nodes: [] }, "Object"],
  [null, "null"],
  ["graph.json", "graph.json"],
])("an engine rejects any other graph: %o", (graph, met) => {
  const message = `expected a graphology MultiDirectedGraph, or columns as importGraph returns them, but got ${met}`;
  expect(() => new Engine(graph as MultiDirectedGraph)).toThrow(new TypeError(message));
});
