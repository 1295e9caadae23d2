import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import type { Limits } from "../../src/execute/query-budget.ts";

const engine = new Engine();
engine.run("UNWIND range(1, 1000) AS i CREATE (:Item {i: i, text: 'the text of the item number ' + i})");
engine.run("MATCH (a:Item), (b:Item {i: a.i % 100 + 1}) CREATE (a)-[:NEXT]->(b)");

/** The rows, or the message of the error. */
function outcome(query: string, limits: Limits): number | string {
  try {
    return engine.run(query, {}, limits).rows.length;
  } catch (error) {
    if (error instanceof CypherError) return error.message;
    throw error;
  }
}

describe("memory made for a row is released with it", () => {
  // Each query makes far more than the limit, but never at the same time.
  test.each([
    ["MATCH (a:Item) WHERE size([x IN range(1, 1000) | toString(x) + a.text]) = 1000 RETURN count(*)", 1],
    ["MATCH (a:Item) RETURN size(split(reduce(s = a.text, x IN range(1, 10) | s + s), ' ')) AS n", 1000],
    ["MATCH (a:Item) RETURN a.i AS i ORDER BY size(range(1, 5000 + i)) LIMIT 10", 10],
    ["MATCH (a:Item) WITH a, range(1, 5000) AS l WHERE l[4] = 5 RETURN count(a)", 1],
    [
      "MATCH (a:Item) UNWIND range(1, 1000) AS i WITH toUpper(a.text) + i AS t WHERE t = 'x' RETURN count(*)",
      1,
    ],
    ["MATCH (a:Item) RETURN sum(size([(a)-->(b)-->(c) | c.text + 'x'])) AS n", 1],
    ["UNWIND range(1, 3000) AS i RETURN max(range(i, i + 1000)) AS m", 1],
    ["UNWIND range(1, 30000) AS i RETURN sum(reduce(t = 0, x IN range(1, 100) | t + x)) AS s", 1],
    ["UNWIND range(1, 3000) AS i WITH CASE WHEN range(1, 1000) = [i] THEN 1 END AS c RETURN count(c)", 1],
    ["RETURN size(reduce(s = '', x IN range(1, 20000) | s + 'ab')) AS n", 1],
    ["RETURN reduce(s = [0, 1], x IN range(1, 50000) | [s[1], (s[0] + s[1]) % 1000]) AS f", 1],
    [
      "UNWIND range(1, 3000) AS i WITH i WHERE EXISTS { UNWIND range(1, 1000) AS x WITH x WHERE x = i RETURN x } RETURN count(i)",
      1,
    ],
  ])("%s", (query, rows) => {
    expect(outcome(query, { maxMemory: 2_000_000 })).toBe(rows);
  });
});

describe("values that outlive their row count with their full size", () => {
  test.each([
    "UNWIND range(1, 100) AS i RETURN range(1, 10000) AS l",
    "UNWIND range(1, 100) AS i RETURN [range(1, 10000)] AS l ORDER BY i",
    "UNWIND range(1, 100) AS i WITH range(1, 10000) AS l WITH [l] AS m WITH {deep: m} AS n RETURN n",
    "UNWIND range(1, 100) AS i UNWIND [range(1, 5000), range(1, 5000)] AS l RETURN l",
    "UNWIND range(1, 100) AS i RETURN collect(range(1, 10000)) AS lists",
    "UNWIND range(1, 100) AS i RETURN i, max(range(1, 10000)) AS m",
    "UNWIND range(1, 100) AS i WITH DISTINCT range(i, 10000) AS l RETURN count(*)",
    "UNWIND range(1, 100) AS i RETURN range(i, 10000) AS l, count(*)",
    "UNWIND range(1, 100) AS i RETURN range(i, 10000) AS l UNION RETURN [] AS l",
    "UNWIND range(1, 100) AS i CREATE (:Kept {l: range(1, 10000)})",
    "UNWIND range(1, 100) AS i MERGE (k:Kept {i: i}) ON CREATE SET k.l = range(1, 10000)",
    "MATCH (a:Item) SET a.l = range(1, 10000)",
    "UNWIND range(1, 10000) AS i CREATE (:Kept)",
    "MATCH (a:Item) RETURN reduce(s = a.text, x IN range(1, 8) | s + s) AS t",
    "MATCH (a:Item) WHERE size(split(reduce(s = a.text, x IN range(1, 9) | s + s), ' ')) < 0 OR toUpper(a.text + reduce(s = a.text, x IN range(1, 6) | s + s)) = '' RETURN count(*)",
    "MATCH (a:Item), (b:Item) RETURN count(DISTINCT toString(a.i) + '-' + toString(b.i))",
  ])("%s", (query) => {
    expect(outcome(query, { maxMemory: 2_000_000 })).toBe("the query holds more than 2000000 bytes");
    expect(engine.run("MATCH (k) WHERE k:Kept OR k.l IS NOT NULL RETURN k").rows).toEqual([]);
  });
});

test("a list shared by many rows counts once", () => {
  for (const query of [
    "WITH range(1, 10000) AS l UNWIND range(1, 1000) AS i RETURN i, l",
    "WITH range(1, 10000) AS l UNWIND range(1, 1000) AS i WITH i, l AS m RETURN [m, i] AS pair ORDER BY i",
    "WITH collect([x IN range(1, 10000) | x]) AS ls UNWIND range(1, 1000) AS i RETURN i, ls, ls[0] AS l",
  ])
    expect(outcome(query, { maxMemory: 2_000_000 }), query).toBe(1000);
});

test("the default limit is 1 GiB, and Infinity means unlimited", () => {
  const query = "RETURN size([x IN range(1, 100) | range(1, 10000000)])";
  expect(outcome(query, {})).toBe("the query holds more than 1073741824 bytes");
  expect(outcome("RETURN 1", { maxMemory: Number.POSITIVE_INFINITY })).toBe(1);
});

test.each([
  [
    "reduce(s = 'ab', x IN range(1, 40) | s + s)",
    "a string can have at most 20000000 characters, but this one would have 33554432",
  ],
  ["reduce(s = [], x IN range(1, 3000) | [s])", "a value is nested more than 1000 levels deep"],
  [
    "replace(reduce(s = 'ab', x IN range(1, 20) | s + s), 'a', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaa')",
    "a string can have at most 20000000 characters, but this one would have",
  ],
])("the size of a value is limited: %s", (expression, message) => {
  expect(outcome(`RETURN size(${expression})`, {})).toContain(message);
});
