import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { arbitraryGraph } from "../optimize/random-pattern.ts";
import { runs } from "../random-runs.ts";

/** A statement that creates a random graph with more paths between its nodes than {@link arbitraryGraph}. */
const graphWithManyPaths = fc
  .record({
    nodes: fc.array(fc.tuple(fc.constantFrom("", ":A"), fc.nat(2), fc.constantFrom("x", "y")), {
      minLength: 4,
      maxLength: 6,
    }),
    relationships: fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.constantFrom("T", "T", "U"), fc.nat(1)), {
      minLength: 5,
      maxLength: 9,
    }),
  })
  .map(({ nodes, relationships }) => {
    const count = nodes.length;
    const texts = nodes.map(
      ([label, k, name], id) => `(n${id}${label} {id: ${id}, k: ${k}, name: '${name}'})`,
    );
    const steps = relationships.map(
      ([start, end, type, w], id) => `(n${start % count})-[:${type} {id: ${id}, w: ${w}}]->(n${end % count})`,
    );
    return [`CREATE ${[...texts, ...steps].join(", ")}`];
  });

/** Predicates on the nodes and relationships of the path, in a form that both queries share. */
const CONDITIONS = [
  "true",
  "all(x IN relationships(p) WHERE x.w = 1)",
  "none(x IN relationships(p) WHERE x.w = 1)",
  "none(n IN nodes(p) WHERE n.k = 1)",
  "all(n IN nodes(p) WHERE n:A OR n.k <= b.k)",
  "NOT any(n IN nodes(p) WHERE n.name = 'y' AND n <> a AND n <> b)",
  "all(x IN r WHERE x.id >= a.id AND type(x) = 'T')",
  "none(n IN nodes(p) WHERE n.missing = 1)",
  "all(n IN nodes(p) WHERE (n)-[:T]-())",
];

const arbitraryStep = fc.record({
  arrow: fc.constantFrom<readonly [string, string]>(["-", "->"], ["<-", "-"], ["-", "-"]),
  types: fc.constantFrom("", "", ":T", ":U", ":T|U"),
  length: fc.constantFrom("*", "*", "*0..", "*..2", "*1..3", "*0..1", "*1", "*0"),
  map: fc.constantFrom("", "", " {w: 1}", " {w: a.k}"),
  condition: fc.constantFrom(...CONDITIONS),
});

/**
 * Each pair of nodes with its shortest paths, as the numbers of their relationships, found by enumerating all walks.
 * From a node to itself, only the walk of length 0 counts.
 */
function byEnumeration(engine: Engine, step: string, condition: string): Map<string, string[]> {
  const found = new Map<string, { length: number; paths: string[] }>();
  const query = `MATCH p = (a)${step}(b) WHERE (a <> b OR length(p) = 0) AND ${condition}
    RETURN a.id, b.id, [x IN relationships(p) | x.id]`;
  for (const [a, b, path] of engine.run(query).rows) {
    const { length } = path as readonly unknown[];
    const known = found.get(`${a} ${b}`);
    if (known === undefined || length < known.length) found.set(`${a} ${b}`, { length, paths: [`${path}`] });
    else if (length === known.length) known.paths.push(`${path}`);
  }
  return new Map([...found].map(([pair, { paths }]) => [pair, paths.sort()]));
}

function bySearch(engine: Engine, name: string, step: string, condition: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const query = `MATCH p = ${name}((a)${step}(b)) WHERE ${condition} RETURN a.id, b.id, [x IN r | x.id]`;
  for (const [a, b, path] of engine.run(query).rows) {
    found.set(`${a} ${b}`, [...(found.get(`${a} ${b}`) ?? []), `${path}`].sort());
  }
  return found;
}

test("shortest paths are the shortest of all walks that meet the conditions", () => {
  let pathsSeen = 0;
  fc.assert(
    fc.property(
      fc.oneof(arbitraryGraph, graphWithManyPaths),
      arbitraryStep,
      (statements, { arrow, types, length, map, condition }) => {
        const engine = new Engine();
        for (const statement of statements) engine.run(statement);
        const step = `${arrow[0]}[r${types}${length}${map}]${arrow[1]}`;
        const expected = byEnumeration(engine, step, condition);
        expect(bySearch(engine, "allShortestPaths", step, condition)).toEqual(expected);
        const ones = bySearch(engine, "shortestPath", step, condition);
        expect([...ones.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [pair, paths] of ones) {
          expect(paths).toHaveLength(1);
          expect(expected.get(pair)).toContain(paths[0]);
          pathsSeen++;
        }
      },
    ),
    { numRuns: runs(150) },
  );
  // A test with empty results would prove nothing.
  expect(pathsSeen).toBeGreaterThan(runs(300));
});

test("the nodes of a path are those of its relationships", () => {
  fc.assert(
    fc.property(arbitraryGraph, (statements) => {
      const engine = new Engine();
      for (const statement of statements) engine.run(statement);
      const { rows } =
        engine.run(`MATCH p = allShortestPaths((a)-[*0..]-(b)) WITH a, b, nodes(p) AS ns, relationships(p) AS rs
        WHERE ns[0] <> a OR ns[-1] <> b OR size(ns) <> size(rs) + 1
          OR any(i IN range(0, size(rs) - 1) WHERE NOT (startNode(rs[i]) IN ns[i..i + 2] AND endNode(rs[i]) IN ns[i..i + 2]))
        RETURN 1`);
      expect(rows).toEqual([]);
    }),
    { numRuns: runs(50) },
  );
});

describe("db hits", () => {
  const NODES = 4096;
  const engine = new Engine();
  // Each node leads to two others, so that every node is reached within 12 steps.
  engine.run(`UNWIND range(0, ${NODES - 1}) AS i CREATE (:N {i: i})`);
  engine.run(
    `MATCH (a:N) UNWIND [2 * a.i, 2 * a.i + 1] AS next MATCH (b:N {i: next % ${NODES}}) CREATE (a)-[:TO]->(b)`,
  );

  function dbHits(query: string, parameters = {}): number {
    const line = engine
      .run(`PROFILE ${query}`, parameters)
      .toObjects()
      .find(({ plan }) => /^(All)?ShortestPath/.test(String(plan)));
    return Number(line?.["dbHits"]);
  }

  test("a search from both ends reads a small part of the graph", () => {
    const query = "MATCH p = shortestPath((a:N {i: 1365})-[*]->(b:N {i: 2730})) RETURN length(p)";
    expect(engine.run(query).rows[0]?.[0]).toBeGreaterThan(0);
    let most = 0;
    for (const [from, to] of [
      [1, 4095],
      [17, 3000],
      [2047, 1024],
      [4095, 1],
    ]) {
      const far = "MATCH p = shortestPath((a:N {i: $from})-[*]->(b:N {i: $to})) RETURN length(p)";
      most = Math.max(most, dbHits(far, { from, to }));
    }
    expect(most).toBeGreaterThan(10);
    // Of 8192 relationships; a search from one end would read nearly all.
    expect(most).toBeLessThan(600);
  });

  test("a dead end is found from the nearer side", () => {
    engine.run("CREATE (:N {i: -1})-[:TO]->(:N {i: -2})");
    expect(dbHits("MATCH shortestPath((a:N {i: 5})-[*]-(b:N {i: -2})) RETURN 1")).toBeLessThan(50);
  });

  test("a predicate limits the search", () => {
    const limited =
      "MATCH p = shortestPath((a:N {i: 1})-[*]->(b:N {i: 4095})) WHERE none(n IN nodes(p) WHERE n.i > 10 AND n.i < 4095) RETURN 1";
    expect(dbHits(limited)).toBeLessThan(40);
  });

  test("all shortest paths are found without enumerating other walks", () => {
    const ladder = new Engine();
    // 2^30 walks from end to end.
    ladder.run("UNWIND range(0, 30) AS i CREATE (:N {i: i})");
    ladder.run("MATCH (a:N), (b:N) WHERE b.i = a.i + 1 CREATE (a)-[:TO]->(b), (a)-[:TO]->(b)");
    const query = "MATCH p = allShortestPaths((a:N {i: 0})-[*]->(b:N {i: 30})) RETURN length(p) LIMIT 3";
    expect(ladder.run(query).rows).toEqual([[30], [30], [30]]);
    expect(() => ladder.run(query.replace(" LIMIT 3", ""), {}, { timeout: 50 })).toThrow("ran longer");
  });

  test("consecutive searches do not affect each other", () => {
    const pairs = engine.run(
      "UNWIND range(0, 400) AS i MATCH (a:N {i: i}), (b:N {i: 4000 - i}) MATCH p = shortestPath((a)-[*]->(b)) RETURN i, length(p)",
    ).rows;
    for (const [i, length] of pairs.filter((_, at) => at % 40 === 0)) {
      const alone = "MATCH p = shortestPath((a:N {i: $i})-[*]->(b:N {i: 4000 - $i})) RETURN length(p)";
      expect(new Engine(engine.graph).run(alone, { i }).rows).toEqual([[length]]);
    }
  });
});
