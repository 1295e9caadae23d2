import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { valueText } from "../../src/values/value-text.ts";

const engine = new Engine();
engine.registerProcedure({
  name: "test.half",
  parameters: [{ name: "number", type: "Float" }],
  columns: [{ name: "half", type: "Float" }],
  run: ([number = null]) => [[number === null ? null : Number(number) / 2 + 0.25]],
});
engine.registerProcedure({
  name: "test.echo",
  parameters: [{ name: "value", type: "Any" }],
  columns: [{ name: "value", type: "Any" }],
  run: ([value = null]) => [[value]],
});
engine.registerProcedure({
  name: "test.wrong",
  parameters: [],
  columns: [{ name: "count", type: "Integer" }],
  run: () => [["three"]],
});

function values(query: string, parameters = {}): string[] {
  return engine.run(query, parameters).rows.flat().map(valueText);
}

function failure(query: string, parameters = {}): string {
  try {
    engine.run(query, parameters);
  } catch (error) {
    if (error instanceof CypherError) return `${error.phase}: ${error.message}`;
    throw error;
  }
  throw new Error("the query did not fail");
}

describe("a custom procedure", () => {
  test("gets an integer as a float if it declares one, and null as null", () => {
    expect(values("CALL test.half(3) YIELD half RETURN half")).toEqual(["1.75"]);
    expect(values("UNWIND [1, null] AS x CALL test.half(x) YIELD half RETURN half")).toEqual([
      "0.75",
      "null",
    ]);
    expect(values("CALL test.half", { number: 3 })).toEqual(["1.75"]);
  });

  test("takes a value of every type for Any", () => {
    expect(values("CALL test.echo(date('2025-05-08')) YIELD value RETURN value")).toEqual(["'2025-05-08'"]);
    expect(values("CALL test.echo([1, {a: null}]) YIELD value RETURN value")).toEqual(["[1, {a: null}]"]);
  });

  test("is not called with a value of another type, at compile time or at run time", () => {
    expect(failure("CALL test.half('x') YIELD half RETURN half")).toBe(
      "compile time: number is a String, but must be of type Float",
    );
    expect(failure("CALL test.half($x) YIELD half RETURN half", { x: "x" })).toBe(
      "runtime: the argument number of test.half is a String, but must be of type Float",
    );
  });

  test("must return columns of the declared types", () => {
    expect(failure("CALL test.wrong()")).toBe(
      "runtime: the column count of test.wrong is a String, but must be of type Integer",
    );
  });
});

test("entities created by a procedure are not confused with those created by the query", () => {
  const writing = new Engine();
  writing.registerProcedure({
    name: "test.make",
    parameters: [{ name: "number", type: "Any" }],
    columns: [{ name: "number", type: "Any" }],
    run: ([number = null]) => {
      writing.run("CREATE (:Theirs {number: $number})-[:OF]->(:Theirs)", { number });
      return [[number]];
    },
  });
  const query = "UNWIND [1, 2] AS x CALL test.make(x) YIELD number";
  const labels = (rest: string) => writing.run(`${query} ${rest}`).rows.flat().map(valueText);
  expect(labels("CREATE (n:Own {number: number})-[r:OWN]->() RETURN labels(n) + type(r) + n.number")).toEqual(
    ["['Own', 'OWN', 1]", "['Own', 'OWN', 2]"],
  );
  expect(labels("MERGE (n:Merged {number: number}) RETURN labels(n) + n.number")).toEqual([
    "['Merged', 1]",
    "['Merged', 2]",
  ]);
});

test("the entities that a query iterates over do not change while a procedure writes", () => {
  const writing = new Engine();
  writing.run("CREATE (hub:Hub) WITH hub UNWIND range(1, 20) AS i CREATE (hub)-[:R {i: i}]->(:Leaf {i: i})");
  writing.registerProcedure({
    name: "test.grow",
    parameters: [],
    columns: [],
    run: () => {
      writing.run("MATCH (hub:Hub) CREATE (hub)-[:R {i: 0}]->(hub)");
      return [];
    },
  });
  const query = "MATCH (:Hub)-[r:R]->() WITH r CALL test.grow() RETURN r.i AS i";
  // The hub's adjacency list has spare capacity now: a new relationship is inserted in its middle.
  writing.run("MATCH (:Hub)-[r:R]->() RETURN count(r)");
  writing.run("MATCH (hub:Hub) CREATE (hub)-[:R {i: 21}]->(:Leaf)");
  expect(writing.run(query).rows.flat()).toEqual(Array.from({ length: 21 }, (_, at) => at + 1));
  expect(writing.run("MATCH ()-[r:R]->() RETURN count(r)").rows).toEqual([[42]]);
});

test("changes made by a procedure are rolled back with the query that calls it", () => {
  const writing = new Engine();
  writing.registerProcedure({
    name: "test.write",
    parameters: [],
    columns: [],
    run: () => {
      writing.run("MATCH (n:Old) SET n.x = 2 CREATE (:New)-[:OF]->(n)");
      return [];
    },
  });
  writing.run("CREATE (:Old {x: 1})");
  const before = writing.graph.export();
  expect(() => writing.run("CREATE (n:Other) WITH n CALL test.write() SET n.x = 1 / 0")).toThrow(CypherError);
  expect(writing.graph.export()).toEqual(before);
  expect(writing.run("MATCH (n) RETURN labels(n), n.x").rows).toEqual([[["Old"], 1]]);
});
