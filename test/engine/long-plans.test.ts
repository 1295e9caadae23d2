import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";

/** More operators than the limit of nested calls, so that buffers divide the plan. */
const MANY = 250;

function repeated(count: number, separator: string, one: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => one(at)).join(separator);
}

/** A cycle of nodes, each with its number `i`. */
function cycle(nodes: number): Engine {
  const engine = new Engine();
  engine.run(
    `UNWIND range(0, ${nodes - 1}) AS i CREATE (:N {i: i}) WITH count(*) AS total
     MATCH (a:N), (b:N) WHERE b.i = (a.i + 1) % ${nodes} CREATE (a)-[:L]->(b)`,
  );
  return engine;
}

function plan(engine: Engine, query: string): string[] {
  return engine.run(`EXPLAIN ${query}`).rows.map(([line]) => String(line));
}

describe("buffers", () => {
  const increments = repeated(MANY, " ", () => "WITH a + 1 AS a");

  test("emit all rows in order, for any number of rows", () => {
    const { rows } = new Engine().run(`UNWIND range(1, 3500) AS a ${increments} RETURN a`);
    expect(rows.map(([a]) => a)).toEqual(Array.from({ length: 3500 }, (_, at) => at + 1 + MANY));
  });

  test("keep the variables bound by each operator below", () => {
    const query = `UNWIND range(0, 59) AS a UNWIND range(0, 59) AS b ${repeated(MANY, " ", () => "WITH b, a")} RETURN a, b`;
    const { rows } = new Engine().run(query);
    expect(rows).toEqual(Array.from({ length: 3600 }, (_, at) => [Math.floor(at / 60), at % 60]));
  });

  test("stop the operators below them when there are enough rows", () => {
    const { rows } = new Engine().run(`PROFILE UNWIND range(1, 100000) AS a ${increments} RETURN a LIMIT 2`);
    const unwound = rows.find(([line]) => String(line).startsWith("Unwind"))?.[1];
    expect(unwound).toBeLessThan(10_000);
  });

  test("keep the evidence of each row", () => {
    const engine = cycle(30);
    const query = `MATCH (n:N) WITH n.i AS a ${increments} RETURN a ORDER BY a`;
    const result = engine.run(query, {}, { evidence: true });
    expect(result.rows).toHaveLength(30);
    for (const [at] of result.rows.entries()) {
      expect(result.evidence(at).nodes.map(({ properties }) => properties.i)).toEqual([at]);
    }
  });

  test("divide plans with OPTIONAL MATCH too", () => {
    const engine = cycle(3);
    const optional = repeated(MANY, " ", (at) => `OPTIONAL MATCH (n)-->(m${at}:N {i: 1})`);
    const { rows } = engine.run(`MATCH (n:N) ${optional} RETURN n.i, m${MANY - 1}.i ORDER BY n.i`);
    expect(rows).toEqual([
      [0, 1],
      [1, null],
      [2, null],
    ]);
  });
});

describe("long patterns", () => {
  const path = (steps: number, last = "") => `MATCH (:N {i: 0})${repeated(steps, "", () => "-->()")}${last}`;

  test("use each relationship once, at any distance between the steps", () => {
    const engine = cycle(200);
    expect(engine.run(`${path(200)} RETURN count(*)`).rows).toEqual([[1]]);
    expect(engine.run(`${path(201)} RETURN count(*)`).rows).toEqual([[0]]);
    expect(engine.run(`${path(70)}, ${path(130).slice(6)} RETURN count(*)`).rows).toEqual([[0]]);
  });

  test("use each relationship once across single steps and walks", () => {
    const engine = cycle(80);
    const query = (steps: number) => `MATCH (a:N {i: 0})${repeated(steps, "", () => "-->()")}-[*1..2]->(b)`;
    expect(engine.run(`${query(78)} RETURN b.i ORDER BY b.i`).rows).toEqual([[0], [79]]);
    expect(engine.run(`${query(79)} RETURN b.i`).rows).toEqual([[0]]);
    expect(engine.run(`${query(80)} RETURN b.i`).rows).toEqual([]);
  });

  test("return a path in the order of the text", () => {
    const engine = cycle(100);
    const { rows } = engine.run(
      `MATCH p = ()${repeated(99, "", () => "-->()")} WITH p, nodes(p)[99] AS e WHERE e.i = 50 RETURN [n IN nodes(p) | n.i]`,
    );
    expect(rows).toEqual([[Array.from({ length: 100 }, (_, at) => (at + 51) % 100)]]);
  });

  test("start at the node with the fewest rows, even at the end", () => {
    const engine = cycle(100);
    const query = `MATCH ()${repeated(80, "", () => "-->()")}-->(e:N {i: 7}) RETURN count(*)`;
    expect(plan(engine, query).at(-2)).toMatch(/^NodeIndexSeek e\.i = 7/);
    expect(engine.run(query).rows).toEqual([[1]]);
  });

  test("use each relationship once if they start at their end", () => {
    const engine = cycle(50);
    const query = (steps: number) =>
      `MATCH ()${repeated(steps, "", () => "-->()")}-->(e:N {i: 7}) RETURN count(*)`;
    expect(engine.run(query(49)).rows).toEqual([[1]]);
    expect(engine.run(query(60)).rows).toEqual([[0]]);
  });

  test("start at a bound node, and keep all predicates", () => {
    const engine = cycle(100);
    const nodes = repeated(80, "", (at) => `-->(n${at})`);
    const where = repeated(80, " AND ", (at) => `n${at}.i <> ${at}`);
    const query = `MATCH (a:N) WITH a MATCH (a)${nodes} WHERE ${where} RETURN a.i ORDER BY a.i`;
    expect(engine.run(query).rows).toEqual(
      Array.from({ length: 100 }, (_, at) => [at]).filter(([at]) => at !== 99),
    );
  });
});

describe("CREATE after CREATE", () => {
  const creates = (engine: Engine, query: string) =>
    plan(engine, query).filter((line) => /^Create\b/.test(line)).length;

  test.each<[string, number]>([
    ["CREATE (a {x: 1}) CREATE (b {x: 2}) CREATE (a)-[:R]->(b)", 1],
    ["CREATE (a {x: 1}) CREATE (b {x: a.x}) CREATE (c {x: 2})", 2],
    ["CREATE (a {x: 1}) CREATE (b {x: size([(n)-->() | 1])})".replace("(n)", "()"), 2],
    ["CREATE (a {x: 1}) WITH a CREATE (b {x: 2})", 2],
    ["UNWIND [1, 2] AS x CREATE (a {x: x}) CREATE (b {x: x})", 2],
  ])("%s makes %i operator(s)", (query, count) => {
    expect(creates(new Engine(), query)).toBe(count);
  });

  test("creates the same as separate clauses", () => {
    const engine = new Engine();
    engine.run("CREATE (a {x: 1}) CREATE p = (a)-[r:R {y: 2}]->(b {x: 3}) CREATE (c {x: a.x + r.y + b.x})");
    expect(engine.run("MATCH (n) RETURN n.x ORDER BY n.x").rows).toEqual([[1], [3], [6]]);
    expect(engine.run("MATCH ({x: 1})-[r]->({x: 3}) RETURN r.y").rows).toEqual([[2]]);
  });
});
