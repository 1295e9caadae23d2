import fc from "fast-check";
import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import type { RowEvidence } from "../../src/execute/result.ts";
import type { Relationship, Value } from "../../src/values/value.ts";
import { runs } from "../random-runs.ts";

type Steps = readonly (readonly [from: number, to: number])[];

/** Nodes `0` to `5` and steps between them, numbered from `0`. */
function engineOf(steps: Steps): Engine {
  const engine = new Engine();
  engine.run("UNWIND range(0, 5) AS n CREATE ({n: n})");
  engine.run(
    `UNWIND range(0, size($steps) - 1) AS s WITH s, $steps[s] AS step
     MATCH (a {n: step[0]}), (b {n: step[1]}) CREATE (a)-[:T {s: s}]->(b)`,
    { steps },
  );
  return engine;
}

const stepsOf = ({ relationships }: Pick<RowEvidence, "relationships">) =>
  relationships.map(({ properties }) => properties.s as number).sort((one, other) => one - other);

function rowsOf(engine: Engine, query: string) {
  const result = engine.run(query, {}, { evidence: true });
  return new Map(result.rows.map(([key], row) => [key, result.evidence(row)]));
}

/** Few nodes and many steps, so that there are cycles and parallel paths. */
const arbitrarySteps = fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { minLength: 1, maxLength: 10 });
const arbitraryLength = fc.constantFrom("*", "*..2", "*..3", "*..4", "*..5", "*0..3", "*0..5");
const arbitraryArrow = fc.constantFrom<readonly [string, string]>(["-", "->"], ["<-", "-"], ["-", "-"]);

const arbitraryCondition = fc.constantFrom("", "", " WHERE all(r IN w WHERE r.s % 3 <> 0)");

/** By node: the relationships of all walks to it. */
function walkedFrom(engine: Engine, match: string): Map<Value | undefined, number[]> {
  const walked = new Map<Value | undefined, Set<number>>();
  for (const [node, walk] of engine.run(`${match} RETURN b.n, w`).rows) {
    const known = walked.get(node) ?? new Set();
    walked.set(node, known);
    for (const number of stepsOf({ relationships: walk as unknown as Relationship[] })) known.add(number);
  }
  const inOrder = (known: Set<number>) => [...known].sort((one, other) => one - other);
  return new Map([...walked].map(([node, known]) => [node, inOrder(known)]));
}

test("the evidence of a reached node is exactly the relationships of all walks to it", () => {
  let seen = 0;
  fc.assert(
    fc.property(
      arbitrarySteps,
      arbitraryLength,
      arbitraryArrow,
      arbitraryCondition,
      (steps, length, arrow, condition) => {
        const engine = engineOf(steps);
        const step = `(a)${arrow[0]}[w:T${length}]${arrow[1]}(b)${condition}`;
        const match = `MATCH (a {n: 0}) MATCH ${step}`;
        expect(engine.run(`EXPLAIN ${match} RETURN DISTINCT b.n`).rows.join("\n")).toContain(
          "VarLengthExpand(Pruning",
        );
        const walked = walkedFrom(engine, match);
        const reached = rowsOf(engine, `${match} RETURN DISTINCT b.n`);
        expect(new Map([...reached].map(([node, evidence]) => [node, stepsOf(evidence)]))).toEqual(walked);
        seen += reached.size;

        for (const node of [0, 1]) {
          const known = `MATCH (a {n: 0}), (b {n: ${node}}) MATCH ${step}`;
          const [row] = rowsOf(engine, `${known} RETURN DISTINCT b.n`);
          expect(row && stepsOf(row[1])).toEqual(walked.get(node));
          expect(engine.run(`${known} RETURN DISTINCT b.n`).rows).toHaveLength(walked.has(node) ? 1 : 0);
        }
        const [all] = rowsOf(engine, `${match} RETURN count(DISTINCT b)`).values();
        expect(new Set(all && stepsOf(all))).toEqual(new Set([...walked.values()].flat()));
      },
    ),
    { numRuns: runs(100) },
  );
  expect(seen).toBeGreaterThan(runs(35));
});

test("evidence of nodes in cycles is found, although there are too many walks to list", () => {
  // Twenty nodes, each with a step to every node: too many walks to enumerate.
  const engine = new Engine();
  engine.run("UNWIND range(1, 20) AS n CREATE ({n: n})");
  engine.run("MATCH (a), (b) CREATE (a)-[:T]->(b)");
  const result = engine.run("MATCH ({n: 1})-[:T*]->(b) RETURN DISTINCT b.n AS n", {}, { evidence: true });
  expect(result.rows).toHaveLength(20);
  expect(result.evidence(7).relationships).toHaveLength(400);
});

test("walks that use one relationship twice are excluded, even if they are long, and the search terminates", () => {
  // 0 -> 1 -> ... -> 300 -> 1: around the cycle to node 1 is a walk; continuing to node 2 repeats a relationship.
  const engine = new Engine();
  engine.run("UNWIND range(0, 300) AS n CREATE ({n: n})");
  engine.run(
    "MATCH (a), (b) WHERE b.n = CASE a.n WHEN 300 THEN 1 ELSE a.n + 1 END CREATE (a)-[:T {s: a.n}]->(b)",
  );
  const query = "MATCH ({n: 0})-[:T*]->(b) WHERE b.n IN [1, 2] RETURN DISTINCT b.n";
  expect([...rowsOf(engine, query)].map(([node, { relationships }]) => [node, relationships.length])).toEqual(
    [
      [1, 301],
      [2, 2],
    ],
  );
});

test("a walk that is found counts completely if not all walks can be searched", () => {
  // From s through forty nodes to x, through y back to s, and through a to t. From a, ten diamonds lead to x: these
  // 1024 paths do not help.
  const steps = [
    ["s", "a"],
    ["a", "t"],
    ["x", "y"],
    ["y", "s"],
    ["s", "p0"],
    ["p39", "x"],
    ["a", "d0"],
    ["d10", "x"],
  ];
  for (let n = 0; n < 39; n++) steps.push([`p${n}`, `p${n + 1}`]);
  for (let n = 0; n < 10; n++)
    for (const side of ["u", "v"]) steps.push([`d${n}`, `${side}${n}`], [`${side}${n}`, `d${n + 1}`]);
  const engine = new Engine();
  engine.run("UNWIND $steps AS step MERGE (a {n: step[0]}) MERGE (b {n: step[1]}) CREATE (a)-[:T]->(b)", {
    steps,
  });
  const { relationships = [] } =
    rowsOf(engine, "MATCH ({n: 's'})-[:T*]->(b) RETURN DISTINCT b.n").get("t") ?? {};
  // The first walk is s, a, t; the other goes through x, and none of its relationships is included without the others.
  expect(relationships).toHaveLength(45);
});

test("the search for a walk terminates even if there is none", () => {
  // No step leads to node 21, and from each of the other nodes there are too many walks to enumerate.
  const engine = new Engine();
  engine.run("UNWIND range(1, 20) AS n CREATE ({n: n})");
  engine.run("MATCH (a), (b) CREATE (a)-[:T]->(b)");
  engine.run("CREATE ({n: 21})");
  const query = "MATCH (a {n: 1}), (b) WHERE b.n > 19 AND (a)-[:T*]->(b) RETURN b.n";
  expect([...rowsOf(engine, query)].map(([n, { relationships }]) => [n, relationships.length])).toEqual([
    [20, 400],
  ]);
  const alone = "MATCH (a {n: 1}), (b {n: 20}) WHERE (a)-[:T*]->(b) RETURN b.n";
  expect(rowsOf(engine, alone).get(20)?.relationships).toHaveLength(400);
  const none = "MATCH (a {n: 1}), (b {n: 21}) WHERE NOT (a)-[:T*]-(b) RETURN b.n";
  expect([...rowsOf(engine, none)].map(([n, { relationships }]) => [n, relationships.length])).toEqual([
    [21, 0],
  ]);
});

test("searches from many nodes record the relationships of each node once", () => {
  const engine = new Engine();
  engine.run("UNWIND range(1, 50) AS n CREATE ({n: n})");
  engine.run("MATCH (a), (b) WHERE b.n IN [a.n + 1, a.n + 2] CREATE (a)-[:T]->(b)");
  const query = "MATCH (a)-[:T*..10]->(b) RETURN DISTINCT a.n, b.n";
  const dbHits = (evidence: boolean) =>
    engine
      .run(`PROFILE ${query}`, {}, { evidence })
      .rows.reduce((sum, row) => sum + Number(row.at(-1) ?? 0), 0);
  expect(dbHits(true)).toBeLessThan(1.2 * dbHits(false));
});

test("kept evidence of reached nodes does not include later changes", () => {
  const engine = engineOf([
    [0, 1],
    [1, 2],
  ]);
  const result = engine.run("MATCH ({n: 0})-[:T*..4]->(b) RETURN DISTINCT b.n", {}, { evidence: true });
  engine.run("MATCH (a {n: 0}), (b {n: 2}) CREATE (a)-[:T {s: 2}]->(b)");
  expect(result.evidence(1).relationships).toHaveLength(2);
});

test("evidence of a node with thousands of relationships includes all of them", () => {
  const engine = new Engine();
  engine.run("CREATE (a:Hub) WITH a UNWIND range(0, 2999) AS s CREATE (a)-[:T {s: s}]->(:End {n: s})");
  const query = "MATCH (:Hub)-[:T*..2]->(x) RETURN count(DISTINCT x) AS n";
  const steps = stepsOf(rowsOf(engine, query).get(3000) ?? { relationships: [] });
  expect(steps).toEqual(Array.from({ length: 3000 }, (_, s) => s));
});
