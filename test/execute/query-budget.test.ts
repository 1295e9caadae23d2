import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import type { Limits } from "../../src/execute/query-budget.ts";

const engine = new Engine();
engine.run("UNWIND range(1, 100) AS i CREATE (:Item {i: i})");
engine.run("MATCH (a:Item), (b:Item) WHERE b.i = a.i + 1 CREATE (a)-[:NEXT]->(b)");

function failure(query: string, limits: Limits): CypherError {
  try {
    engine.run(query, {}, limits);
  } catch (error) {
    if (error instanceof CypherError) return error;
    throw error;
  }
  throw new Error("no limit was exceeded");
}

describe("limits", () => {
  test.each([
    ["a product of scans", "MATCH (a), (b), (c), (d), (e) RETURN count(*)"],
    ["walks of any length", "MATCH (a)-[*]-(b), (c)-[*]-(d), (e)-[*]-(f), (g)-[*]-(h) RETURN count(*)"],
    ["nested lists", "RETURN [x IN range(1, 100000) | [y IN range(1, 100000) | x * y]]"],
    [
      "a pattern in an expression",
      "MATCH (a), (b), (c) WHERE NOT (a)-[:NEXT]->({i: -1}) AND NOT (c)-[*4..9]-(b) RETURN count(*)",
    ],
  ])("end %s in time", (_, query) => {
    const start = performance.now();
    expect(failure(query, { timeout: 50 })).toMatchObject({
      kind: "ResourceError",
      detail: "ResourceExhausted",
    });
    // Far more than the limit, far less than the query would take: a slow machine must not fail the test.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test.each([
    [{ timeout: Number.NaN }, "timeout must be a number of at least 0, not NaN"],
    [{ maxRows: -1 }, "maxRows must be a number of at least 0, not -1"],
    [{ maxMemory: "1000" }, "maxMemory must be a number of at least 0, not '1000'"],
  ])("are numbers of at least 0: %o is rejected", (limits, message) => {
    expect(failure("RETURN 1", limits as Limits)).toMatchObject({ code: "NumberOutOfRange", message });
  });

  test("count the rows of the result", () => {
    expect(failure("MATCH (a) RETURN a", { maxRows: 99 }).message).toBe("the result has more than 99 rows");
    expect(engine.run("MATCH (a) RETURN a", {}, { maxRows: 100 }).rows).toHaveLength(100);
  });

  test.each([
    "MATCH (a), (b) RETURN a ORDER BY b.i",
    "MATCH (a), (b) RETURN DISTINCT a.i * b.i",
    "MATCH (a), (b) RETURN a.i * b.i, count(*)",
    "MATCH (a), (b) RETURN collect(a)",
    "MATCH (a), (b) CREATE (a)-[:SEES]->(b)",
  ])("measure the memory held: %s", (query) => {
    expect(failure(query, { maxMemory: 1000 }).message).toBe("the query holds more than 1000 bytes");
    expect(engine.run("MATCH ()-[r:SEES]->() RETURN r").rows).toEqual([]);
  });

  test("let code that runs inside a query cancel it", () => {
    const controller = new AbortController();
    engine.registerProcedure({
      name: "test.cancel",
      parameters: [],
      columns: [],
      run: () => {
        controller.abort();
        return [];
      },
    });
    const query = "CALL test.cancel() MATCH (a), (b), (c) RETURN count(*)";
    expect(failure(query, { signal: controller.signal }).message).toBe("the query was cancelled");
  });
});

test("PROFILE counts rows and index entries of every operator", () => {
  const result = engine.run("PROFILE MATCH (a:Item {i: 1})-[:NEXT*1..3]->(b) RETURN b.i");
  expect(result.columns).toEqual(["plan", "rows", "dbHits"]);
  expect(result.rows.slice(3)).toEqual([
    ["ProduceResults b.i", 3, 0],
    ["Projection b.i AS b.i", 3, 0],
    ["VarLengthExpand(All) (a)-[_1:NEXT*1..3]->(b)", 3, 3],
    ["Filter a:Item", 1, 0],
    ["NodeIndexSeek a.i = 1", 1, 1],
    ["Argument", 1, 0],
  ]);
});

test("EXPLAIN estimates rows", () => {
  const result = engine.run("EXPLAIN MATCH (a:Item)-[:NEXT]->(b) RETURN b");
  expect(result.columns).toEqual(["plan", "estimated rows"]);
  const scan = result.toObjects().find(({ plan }) => String(plan).includes("RelationshipTypeScan"));
  expect(Number(scan?.["estimated rows"])).toBe(99);
});
