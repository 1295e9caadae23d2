import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";

/** The db hits of a query, in an engine that `setUp` has filled. */
function dbHits(setUp: string, query: string): number {
  const engine = new Engine();
  engine.run(setUp);
  const { columns, rows } = engine.run(`PROFILE ${query}`);
  const at = columns.indexOf("dbHits");
  return rows.reduce((sum, row) => sum + Number(row[at] ?? 0), 0);
}

test.each([
  ["an empty graph", "RETURN 1"],
  ["a graph of other nodes", "UNWIND range(1, 50) AS i CREATE (:Other {name: i})"],
  ["a graph of such nodes", "UNWIND range(1, 50) AS i CREATE (:X {id: -i})"],
])("MERGE of nodes in %s finds the node of each row by its property", (_, setUp) => {
  const hits = (rows: number) =>
    dbHits(setUp, `UNWIND range(1, ${rows}) AS i MERGE (n:X {id: i}) MERGE (m:X {id: i})`);
  // A scan for each row would read a hundred times as many entries.
  expect(hits(2000)).toBeLessThan(12 * hits(200));
});

test("MERGE of relationships reads only those of the row's nodes", () => {
  const hits = (rows: number) =>
    dbHits(
      `UNWIND range(1, ${rows}) AS i CREATE (:X {id: i})`,
      "MATCH (a:X) MATCH (b:X {id: a.id + 1}) MERGE (a)-[:R]->(b) MERGE (a)-[:R]->(b)",
    );
  expect(hits(2000)).toBeLessThan(12 * hits(200));
});
