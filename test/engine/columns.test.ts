import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import type { GraphColumns } from "../../src/graph/graph-columns.ts";
import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { valueText } from "../../src/values/value-text.ts";

function news(): MultiDirectedGraph {
  const engine = new Engine();
  engine.run("UNWIND range(0, 99) AS i CREATE (:Person {id: i, name: 'Name ' + i, half: i / 2.0})");
  engine.run(`MATCH (a:Person), (b:Person) WHERE b.id = (a.id * 7 + 3) % 100
    CREATE (a)-[:MEETS {said: '2025-01-' + a.id % 28, \`type\`: 'visit'}]->(b), (b)-[:KNOWS]->(a)`);
  return engine.graph;
}

/** Columns that count the relationship keys read: making the graph from the columns reads all of them. */
function watched(graph: MultiDirectedGraph): {
  readonly columns: GraphColumns;
  readonly keysRead: () => number;
} {
  const columns = columnsOfGraph(graph);
  const { keys } = columns.relationships;
  let keysRead = 0;
  const keyOf = (relationship: number) => {
    keysRead++;
    return keys.keyOf(relationship);
  };
  const relationships = { ...columns.relationships, keys: { keyOf, find: (key: string) => keys.find(key) } };
  return { columns: { ...columns, relationships }, keysRead: () => keysRead };
}

const QUERIES = [
  "MATCH (n:Person {id: 7}) RETURN n",
  "MATCH (n {half: 3}) RETURN n.name",
  "MATCH (a {id: 3})-[r]->(b) RETURN type(r), r.said, r.type, b.id ORDER BY b.id, type(r)",
  "MATCH (a)-[r:MEETS {type: 'visit'}]->(b) WHERE r.said > '2025-01-20' RETURN count(*), max(r.said)",
  "MATCH (n) WHERE n.name CONTAINS '99' RETURN n, labels(n), keys(n)",
  "MATCH (n) RETURN n.nothing, count(*)",
] as const;

describe("an engine on columns", () => {
  const graph = news();

  test.each(QUERIES)("returns the same as an engine on the graph, without making the graph: %s", (query) => {
    const { columns, keysRead } = watched(graph);
    const one = new Engine(columns).run(query);
    const other = new Engine(graph).run(query);
    expect(one.rows.map((row) => row.map(valueText))).toEqual(other.rows.map((row) => row.map(valueText)));
    expect(one.notifications).toEqual(other.notifications);
    expect(keysRead()).toBeLessThan(20);
  });

  test("returns a subgraph without making the graph", () => {
    const { columns, keysRead } = watched(graph);
    const query = "MATCH (a {id: 3})-[:MEETS*2]->(b) RETURN count(b)";
    const part = new Engine(columns).run(query).subgraph();
    expect(part.size).toBe(2);
    expect(part.export()).toEqual(new Engine(graph).run(query).subgraph().export());
    expect(keysRead()).toBeLessThan(20);
  });

  test("makes the graph on request", () => {
    const { columns } = watched(graph);
    expect(new Engine(columns).graph.export()).toEqual(graph.export());
  });

  test("stays consistent after writes", () => {
    const { columns } = watched(graph);
    const engine = new Engine(columns);
    for (const query of QUERIES) engine.run(query);
    engine.run(
      "MATCH (n {id: 7}) SET n.name = 'new 99' CREATE (n)-[:MEETS {said: '2025-01-30'}]->(:Place {id: 7})",
    );
    engine.run("MATCH (n {id: 8}) DETACH DELETE n");
    const written = new Engine(engine.graph.copy());
    for (const query of QUERIES) {
      const texts = (from: Engine) =>
        from
          .run(query)
          .rows.map((row) => row.map(valueText).join())
          .sort();
      expect(texts(engine)).toEqual(texts(written));
    }
    expect(engine.run("MATCH (n {id: 7}) RETURN count(*)").rows).toEqual([[2]]);
  });
});
