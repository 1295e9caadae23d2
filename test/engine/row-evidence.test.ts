import { expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import type { Result } from "../../src/execute/result.ts";
import { evidenceKeys, smallGraph } from "./small-graph.ts";

const COUNTS = "MATCH (x)-[r]->(y) RETURN x.name AS name, count(*) AS count ORDER BY name";
const COUNTED = ["a b / 1 4", "b c / 2", "c d / 3", "d / 5"];

test("each row has its evidence, requested before or after the run", () => {
  expect(evidenceKeys(smallGraph().run(COUNTS, {}, { evidence: true }))).toEqual(COUNTED);
  expect(evidenceKeys(smallGraph().run(COUNTS))).toEqual(COUNTED);
  expect(evidenceKeys(smallGraph().prepare(COUNTS).run({}, { evidence: true }))).toEqual(COUNTED);
  expect(evidenceKeys(smallGraph().prepare(COUNTS).run())).toEqual(COUNTED);
});

test("evidence has the same values as query results", () => {
  const whole = smallGraph();
  const { nodes, relationships } = whole.run("MATCH ({name: 'a'})-[:T]->() RETURN count(*)").evidence(0);
  expect([...nodes, ...relationships]).toEqual(
    whole.run("MATCH (a {name: 'a'})-[r:T]->(b) RETURN a, b, r").rows[0],
  );
});

function errorOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof CypherError) return `${error.code}: ${error.message}; ${error.hint}`;
    throw error;
  }
  return "no error";
}

test("a missing row is an error", () => {
  const result = smallGraph().run("MATCH ({name: 'a'})-[r]->() RETURN r.weight");
  for (const row of [-1, 2, 0.5, Number.NaN]) {
    expect(errorOf(() => result.evidence(row))).toBe(
      `NumberOutOfRange: no evidence for row ${row}: there is no such row; rows are numbered from 0 to 1`,
    );
  }
  expect(errorOf(() => smallGraph().run("MATCH (n:None) RETURN n").evidence(0))).toContain(
    "the result has no rows",
  );
});

test("evidence of a query that writes must be requested before the run", () => {
  const text = "MATCH (a {name: 'a'})-[r:T]->(b) SET b.seen = true RETURN b.seen AS seen";
  expect(errorOf(() => smallGraph().run(text).evidence(0))).toBe(
    "EvidenceNotKept: evidence was not kept when the query ran: this query writes, and is not run a second time; run the query with { evidence: true }",
  );
  const result = smallGraph().run(text, {}, { evidence: true });
  expect(evidenceKeys(result)).toEqual(["a b / 1"]);
  expect(result.evidence(0).nodes[1]?.properties).toEqual({ name: "b", seen: true });
});

test("kept evidence survives changes of the graph; other evidence is an error", () => {
  const whole = smallGraph();
  const kept = whole.run(COUNTS, {}, { evidence: true });
  const found = whole.run(COUNTS);
  const late = whole.run(COUNTS);
  found.evidence(0);
  whole.run("MATCH (n {name: 'a'}) DETACH DELETE n");
  expect(evidenceKeys(kept)).toEqual(COUNTED);
  expect(evidenceKeys(found)).toEqual(COUNTED);
  expect(errorOf(() => late.evidence(0))).toContain("the graph has changed since the query ran");
  expect(kept.subgraph().order).toBe(3);
});

test("rows of a plan have no evidence", () => {
  const result = smallGraph().run("EXPLAIN MATCH (n) RETURN n", {}, { evidence: true });
  expect(result.evidence(0)).toEqual({ nodes: [], relationships: [] });
});

/** Returns its rows in a different order each time. */
const SHUFFLED =
  "MATCH (n:N)-[:T]->(x) WITH n.name AS name, count(x) AS count ORDER BY rand() RETURN name, count";

/** Twelve nodes, each connected to an extra node and, except the last, to the next one. */
function chain(): Engine {
  const engine = new Engine();
  engine.run("UNWIND range(1, 12) AS n CREATE (:N {name: n})-[:T]->({name: -n})");
  engine.run("MATCH (a:N), (b:N) WHERE b.name = a.name + 1 CREATE (a)-[:T]->(b)");
  return engine;
}

test("rows are matched if another run returns them in another order", () => {
  const engine = chain();
  const names = (result: Result) => result.rows.map(([name]) => name);
  const late = engine.run(SHUFFLED);
  const kept = engine.run(SHUFFLED, {}, { evidence: true });
  expect(names(late)).not.toEqual(names(kept));
  const byName = (result: Result) =>
    Object.fromEntries(names(result).map((name, row) => [name, evidenceKeys(result)[row]]));
  expect(byName(late)).toEqual(byName(kept));

  const first = engine.run(`${SHUFFLED} SKIP 2 LIMIT 1`);
  expect(evidenceKeys(first)).toEqual([byName(kept)[String(names(first)[0])]]);
  expect(first.subgraph().nodes()).toEqual(first.evidence(0).nodes.map(({ id }) => id));
});

test("a row that another run does not return has no evidence", () => {
  const result = smallGraph().run("MATCH (n) RETURN rand() AS number");
  expect(errorOf(() => result.evidence(0))).toContain("a second run does not return this row");
  expect(result.subgraph().order).toBe(0);
  const kept = smallGraph().run("MATCH (n) RETURN rand() AS number", {}, { evidence: true });
  expect(evidenceKeys(kept)).toEqual(["a", "b", "c", "d"]);
});

test.each([
  COUNTS,
  "MATCH (a)-->()-->(b) RETURN count(*)",
  "MATCH (a) WHERE (a)-->() RETURN DISTINCT a.name",
])("evidence costs nothing unless it is requested: %s", (query) => {
  const engine = smallGraph();
  const plan = engine.run(`EXPLAIN ${query}`).rows;
  const profile = engine.run(`PROFILE ${query}`).rows;
  expect(engine.run(`EXPLAIN ${query}`, {}, { evidence: true }).rows.join("\n")).toContain("Evidence");
  engine.run(query, {}, { evidence: true });
  engine.run(query).evidence(0);
  expect(plan.join("\n")).not.toContain("Evidence");
  expect(engine.run(`EXPLAIN ${query}`).rows).toEqual(plan);
  expect(engine.run(`PROFILE ${query}`).rows).toEqual(profile);
});

test("evidence of a count is found without making the counted rows", () => {
  const engine = new Engine();
  // One node meets 30 others, which all meet the same 30.
  engine.run(`UNWIND range(1, 30) AS i CREATE (:Left {i: i}), (:Middle {i: i}), (:Right {i: i})`);
  engine.run("MATCH (a:Left {i: 1}), (b:Middle) CREATE (a)-[:MEETS]->(b)");
  engine.run("MATCH (a:Middle), (b:Right) CREATE (a)-[:MEETS]->(b)");
  const query = "MATCH (a:Left {i: 1})-[:MEETS]->()-[:MEETS]->() RETURN count(*) AS count";
  const rowsOfPlan = engine.run(`PROFILE ${query}`, {}, { evidence: true }).toObjects();
  const made = rowsOfPlan.reduce((sum, { rows }) => sum + Number(rows ?? 0), 0);
  expect(made).toBeLessThan(200);
  const result = engine.run(query, {}, { evidence: true });
  expect(result.rows).toEqual([[900]]);
  expect(result.evidence(0).relationships).toHaveLength(930);
});
