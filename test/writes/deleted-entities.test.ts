import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { valueText } from "../../src/values/value-text.ts";
import { engineFor, WAYS, type Way } from "../ways/ways.ts";

const SET_UP = "CREATE (n:X {a: 1})-[r:R {w: 2}]->(m:Y {b: 3})";
const MATCH = "MATCH p = (n:X)-[r:R]->(m:Y)";

/** The outcome of a query after n, m and r have been deleted. */
function ask(way: Way, rest: string, before = ""): unknown {
  const setUp = new Engine();
  setUp.run(SET_UP);
  const text = `${MATCH} ${before} DETACH DELETE n, m ${rest}`;
  try {
    const { rows } = engineFor(way, setUp.graph, text).run(text);
    return rows.map((row) => row.map(valueText));
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
    const { span } = error;
    return { code: error.code, at: span && text.slice(span.start, span.end) };
  }
}

describe.each(WAYS)("deleted entities have no content, %s", (way) => {
  test.each([
    ["n.a", "n.a"],
    ["n['a']", "n['a']"],
    ["n['a' + '']", "n['a' + '']"],
    ["n.missing", "n.missing"],
    ["n.a IS NULL", "n.a"],
    ["labels(n)", "labels(n)"],
    ["size(labels(n))", "labels(n)"],
    ["properties(n)", "properties(n)"],
    ["keys(n)", "keys(n)"],
    ["n {.a}", "a"],
    ["n {.*}", "n"],
    ["n:X", "n:X"],
    ["n:Other", "n:Other"],
    ["[n][0].a", "[n][0].a"],
    ["[n][0]['a']", "[n][0]['a']"],
    ["head([n]):X", "head([n]):X"],
    ["[x IN [n] | x.a]", "x.a"],
    ["[x IN [n] | x:X]", "x:X"],
    ["any(x IN [n] WHERE x.a = 1)", "x.a"],
    ["reduce(s = 0, x IN [n] | s + x.a)", "x.a"],
    ["{it: n}.it.a", "{it: n}.it.a"],
    ["CASE WHEN n.a = 1 THEN 1 END", "n.a"],
    ["coalesce(n.a, 1)", "n.a"],
    ["count(n.a)", "n.a"],
    ["collect(n.a)", "n.a"],
    ["sum(n.a)", "n.a"],
    ["max(n.a)", "n.a"],
    ["r.w", "r.w"],
    ["r['w']", "r['w']"],
    ["properties(r)", "properties(r)"],
    ["keys(r)", "keys(r)"],
    ["r {.*}", "r"],
    ["startNode(r).a", "startNode(r).a"],
    ["endNode(r)['b']", "endNode(r)['b']"],
    ["labels(startNode(r))", "labels(startNode(r))"],
    ["nodes(p)[0].a", "nodes(p)[0].a"],
    ["relationships(p)[0].w", "relationships(p)[0].w"],
    ["[x IN nodes(p) | labels(x)]", "labels(x)"],
    ["EXISTS { MATCH (o) WHERE o.a = n.a }", "n.a"],
  ])("RETURN %s", (expression, place) => {
    // A node must be left for a pattern to find.
    const outcome = ask(way, `CREATE (:Left {a: 1}) WITH n, r, m, p RETURN ${expression} AS x`);
    expect(outcome).toEqual({ code: "DeletedEntityAccess", at: place });
  });

  test.each([
    ["SET n.x = 1", "n"],
    ["SET n += {x: 1}", "n"],
    ["SET n = {x: 1}", "n"],
    ["SET n:Z", "n"],
    ["SET r.x = 1", "r"],
    ["REMOVE n.a", "n"],
    ["REMOVE n:X", "n"],
    ["CREATE (:Z {x: n.a})", "n.a"],
    ["CREATE (n)-[:NEW]->(:Z)", "-[:NEW]->"],
    ["CREATE (:Z)-[:NEW]->(n)", "-[:NEW]->"],
    ["MERGE (n)-[:NEW]->(:Z)", "-[:NEW]->"],
    ["MERGE (z:Z {x: n.a})", "n.a"],
    ["MERGE (z:Z) ON CREATE SET z.x = n.a", "n.a"],
    ["CREATE (z:Z) SET z = n", "n"],
    ["CREATE (z:Z) SET z += r", "r"],
    ["WITH n ORDER BY n.a RETURN 1 AS one", "n.a"],
    ["WITH DISTINCT n.a AS a RETURN a", "n.a"],
    ["WITH n WHERE n.a = 1 RETURN 1 AS one", "n.a"],
    ["WITH n UNWIND [n.a] AS a RETURN a", "n.a"],
  ])("%s", (rest, at) => {
    expect(ask(way, rest)).toEqual({ code: "DeletedEntityAccess", at });
  });

  test.each([
    ["type(r)", "'R'"],
    ["r:R", "true"],
    ["n = n", "true"],
    ["n = m", "false"],
    ["n IN [m, n]", "true"],
    ["n IS NULL", "false"],
    ["count(n)", "1"],
    ["count(DISTINCT n)", "1"],
    ["size(collect(n))", "1"],
    ["startNode(r) = n", "true"],
    ["length(p)", "1"],
    ["size(nodes(p))", "2"],
    ["n", "()"],
    ["r", "[:R]"],
    ["[n]", "[()]"],
    ["p", "<()-[:R]->()>"],
    ["EXISTS { (n)-->() }", "false"],
    ["size([(n)--(o) | o])", "0"],
    ["id(n) = id(startNode(r))", "true"],
  ])("the identity remains readable: RETURN %s", (expression, text) => {
    expect(ask(way, `RETURN ${expression} AS x`)).toEqual([[text]]);
  });

  test("values read before the deletion remain", () => {
    const outcome = ask(
      way,
      "RETURN a, whole, labels",
      "WITH n, m, n.a AS a, properties(n) AS whole, labels(n) AS labels",
    );
    expect(outcome).toEqual([["1", "{a: 1}", "['X']"]]);
  });

  test("deleting it again is not an error, and no match finds it", () => {
    expect(ask(way, "DELETE n, r, p WITH 1 AS one OPTIONAL MATCH (any) RETURN count(any) AS left")).toEqual([
      ["0"],
    ]);
  });

  test("an entity created later is a different one", () => {
    expect(ask(way, "CREATE (z:Z {a: 5}) RETURN n = z AS same, z.a AS a")).toEqual([["false", "5"]]);
    expect(ask(way, "CREATE (z:Z {a: 5}) RETURN n.a AS a")).toEqual({
      code: "DeletedEntityAccess",
      at: "n.a",
    });
  });
});

describe("within one DELETE", () => {
  test.each([
    [
      "a property of a node that it has already deleted cannot be read",
      "DETACH DELETE n, CASE WHEN n.a = 1 THEN m END",
    ],
    ["nor of a node that it deletes after its relationships", "DELETE n, CASE WHEN n.a = 1 THEN r END"],
  ])("%s", (_, clause) => {
    for (const way of WAYS) {
      const setUp = new Engine();
      setUp.run(SET_UP);
      const text = `MATCH (n:X)-[r:R]->(m:Y) ${clause}`;
      expect(() => engineFor(way, setUp.graph, text).run(text)).toThrow(/has been deleted by the query/);
    }
  });

  test.each([
    ["CREATE (a:S)-[:K]->(a)", "1 relationship"],
    ["CREATE (a:S)-[:K]->(a), (a)-[:K]->(a)", "2 relationships"],
    ["CREATE (a:S)-[:K]->(a)-[:K]->(:T)", "2 relationships"],
    ["CREATE (a:S)-[:K]->(:T), (:T)-[:K]->(a)", "2 relationships"],
  ])("a loop is one relationship: %s", (setUp, count) => {
    const engine = new Engine();
    engine.run(setUp);
    let met: unknown;
    try {
      engine.run("MATCH (a:S) DELETE a");
    } catch (error) {
      met = error;
    }
    expect(met).toMatchObject({ code: "DeleteConnectedNode", message: `the node still has ${count}` });
    expect(met).toHaveProperty("span.start", 19);
  });

  test("nodes named by a failed run do not affect the next run", () => {
    const engine = new Engine();
    engine.run("CREATE (:S {i: 1})-[:K]->(:T), (:S {i: 2})");
    const query = engine.prepare("MATCH (a:S {i: $i}) DELETE a");
    expect(() => query.run({ i: 1 })).toThrow(/still has 1 relationship/);
    query.run({ i: 2 });
    expect(engine.run("MATCH (a:S) RETURN a.i").rows).toEqual([[1]]);
  });
});
