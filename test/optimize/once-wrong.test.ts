import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { checkPlans } from "./check-question.ts";

/** A cycle of one type, some steps of another type with two loops, and a loop of a third. */
const GRAPH = `CREATE (a:A {id: 0, k: 1})-[:T {w: 1}]->(b:A {id: 1, k: 2})-[:T {w: 1}]->(c:B {id: 2, k: 1}),
  (c)-[:T {w: 0}]->(a), (a)-[:U]->(b), (a)-[:U]->(c), (b)-[:U]->(a), (a)-[:U]->(a), (b)-[:U]->(b), (b)-[:V]->(b)`;

test.each([
  [
    "two counts are in progress at the same time",
    "MATCH (a)-[:T]->(b)-[:T]->(c) WITH a, count(*) AS walks MATCH (a)-[:U]->(x) RETURN a.id, walks, count(*)",
  ],
  [
    "walks to distinct nodes have conditions",
    "MATCH (a {id: 0})-[rs:T*1..3]->(b) WHERE all(r IN rs WHERE r.w = 1) RETURN DISTINCT b.id",
  ],
  ["steps are consecutive", "MATCH (a)-[:T]->(b)-[:T]->(c) RETURN a.id, c.id"],
  [
    "a DISTINCT passes rows on in order while other rows are still produced",
    "MATCH (a)<-[:U]-(a)-[:T]-(c) UNWIND [1, 2] AS i WITH DISTINCT a RETURN a.id",
  ],
  [
    "distinct rows are used by another MATCH",
    "MATCH (a)-[r:T]->() MATCH (a)-[:U]->(b) WITH DISTINCT a MATCH (a)--(c) RETURN a.id, c.id",
  ],
  [
    "no deduplicated variable is read",
    "MATCH (a) OPTIONAL MATCH (b)-[:U]->(a)-[:V]->(a) RETURN DISTINCT b.id, a.id",
  ],
  [
    "a branch of a UNION in an expression ends early",
    "MATCH (a) WHERE EXISTS { MATCH (a)-[:U]->(b) RETURN b LIMIT 0 UNION ALL MATCH (a)-[:T]->(b) RETURN b } RETURN a.id",
  ],
  [
    "a subquery in an expression counts",
    "MATCH (a)-[:T]->(b)-[:T]->(c) RETURN a.id, EXISTS { MATCH (a)-[:U]->(x) WITH a, count(*) AS n WHERE n > 1 RETURN n } AS e, count(*)",
  ],
])("every plan returns the right rows if %s", (_, text) => {
  const engine = new Engine();
  engine.run(GRAPH);
  const { faults, rows } = checkPlans(engine.graph, { text });
  expect(faults).toEqual([]);
  expect(rows).toBeGreaterThan(0);
});
