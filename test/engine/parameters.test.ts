import { expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { Float } from "../../src/values/float.ts";
import { valueText } from "../../src/values/value-text.ts";

function returned(value: unknown): string {
  const { rows } = new Engine().run("RETURN $x AS x", { x: value });
  return valueText(rows[0]?.[0] ?? null);
}

test("JavaScript values become Cypher values", () => {
  expect(returned(2n ** 62n)).toBe("4611686018427387904");
  expect(returned(new Float(3))).toBe("3.0");
  expect(returned([1, [2.5, null], { a: new Set(["x"]) }])).toBe("[1, [2.5, null], {a: ['x']}]");
  expect(returned(undefined)).toBe("null");
});

test("a key named __proto__ is an ordinary key", () => {
  const rows = JSON.parse('[{"__proto__": {"admin": true}, "name": "x"}]');
  const result = new Engine().run(
    "UNWIND $rows AS row RETURN row.name, row.__proto__.admin AS admin, row.admin",
    { rows },
  );
  expect(result.rows).toEqual([["x", true, null]]);
  const own = new Engine().run("RETURN $__proto__ AS x", JSON.parse('{"__proto__": 5}'));
  expect(own.rows).toEqual([[5]]);
});

test("members inherited by JavaScript objects are not parameters", () => {
  expect(() => new Engine().run("RETURN $toString")).toThrow(/the parameter \$toString was not given/);
});

test("nodes, relationships and paths of a result can be parameters", () => {
  const engine = new Engine();
  const [[node, relationship, path] = []] = engine.run(
    "CREATE p = (a:A {x: 1})-[r:T]->(b) RETURN a, r, p",
  ).rows;
  const parameters = { node, relationship, path };
  const query = "MATCH (a)-[r]->() WHERE a = $node AND r = $relationship RETURN length($path), $node.x";
  expect(engine.run(query, parameters).rows).toEqual([[1, 1]]);
  const known = "WITH $node AS n MATCH (n)-[r]->(m) RETURN type(r)";
  expect(engine.run(known, parameters).rows).toEqual([["T"]]);
});

test("values without a counterpart in Cypher are errors", () => {
  expect(() => new Engine().run("RETURN $x", { x: () => 1 })).toThrow(CypherError);
  const cycle: Record<string, unknown> = {};
  cycle["self"] = cycle;
  expect(() => new Engine().run("RETURN $x", { x: cycle })).toThrow(/contains itself/);
});

test("a parameter is a value, never a piece of the query", () => {
  const engine = new Engine();
  engine.run("CREATE (:A {name: $name})", { name: "x'}) DETACH DELETE n //" });
  expect(
    engine.run("MATCH (n:A {name: $name}) RETURN count(*)", { name: "x'}) DETACH DELETE n //" }).rows,
  ).toEqual([[1]]);
});
