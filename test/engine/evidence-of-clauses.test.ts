import { expect, test } from "vitest";
import { evidenceKeys, smallGraph } from "./small-graph.ts";

/** A title, a query, and the evidence of each of its rows: nodes / relationships. */
test.each<readonly [string, string, readonly string[]]>([
  ["a row without a match", "RETURN 1", [""]],
  ["a node", "MATCH (n {name: 'a'}) RETURN n.name", ["a"]],
  ["a relationship, with its ends", "MATCH ()-[r:U]->() RETURN r.weight", ["a b / 4", "c d / 3"]],
  ["each row separately", "MATCH (x)-[:T]->() RETURN x.name", ["a b / 1", "b c / 2", "d / 5"]],
  ["a walk, with the nodes between", "MATCH ({name: 'a'})-[:T*2]->() RETURN 1", ["a b c / 1 2"]],
  ["a walk of length 0", "MATCH ({name: 'a'})-[:T*0..1]->() RETURN 1", ["a", "a b / 1"]],
  [
    "a shortest path",
    "MATCH (x {name: 'b'}), (y {name: 'd'}) MATCH p = shortestPath((x)-[*]-(y)) RETURN length(p)",
    ["b c d / 2 3"],
  ],
  [
    "all shortest paths, one by one",
    "MATCH (x {name: 'a'}), (y {name: 'b'}) MATCH p = allShortestPaths((x)-[*]->(y)) RETURN length(p)",
    ["a b / 1", "a b / 4"],
  ],
  [
    "a relationship that an earlier clause matched",
    "MATCH (x)-[r {weight: 3}]->(y) WITH r MATCH (p)-[r]->(q)-[s]->() RETURN s.weight",
    ["c d / 3 5"],
  ],
  [
    "entities that WITH no longer names",
    "MATCH (x {name: 'a'})-[:T]->(y) WITH y MATCH (y)-[:T]->(z) WITH z.name AS name RETURN name",
    ["a b c / 1 2"],
  ],
  [
    "rows from one row, which is separate",
    "MATCH (x {name: 'a'}) MATCH (x)-[r]->() RETURN r.weight",
    ["a b / 1", "a b / 4"],
  ],
  [
    "a group",
    "MATCH (x)-[r]->(y) WITH y, count(r) AS n ORDER BY y.name RETURN n",
    ["a b / 1 4", "b c / 2", "c d / 3 5"],
  ],
  ["a group of groups", "MATCH (x)-[r]->() WITH x, count(*) AS n RETURN sum(n)", ["a b c d / 1 2 3 4 5"]],
  [
    "rows without a value for the aggregate",
    "MATCH (x)-[r]->() WHERE r.weight < 3 RETURN count(x.none), max(r.weight)",
    ["a b c / 1 2"],
  ],
  ["a count of 0", "MATCH (x:None)-->() RETURN count(*)", [""]],
  [
    "a count of 0 for a node",
    "MATCH (x {name: 'c'}) OPTIONAL MATCH (x)-[r:T]->() RETURN x.name, count(r)",
    ["c"],
  ],
  ["DISTINCT", "MATCH (x)-->(y) RETURN DISTINCT y.name", ["a b / 1 4", "b c / 2", "c d / 3 5"]],
  ["DISTINCT inside an aggregate", "MATCH ({name: 'a'})-->(y) RETURN count(DISTINCT y)", ["a b / 1 4"]],
  [
    "DISTINCT after a grouping",
    "MATCH (x)-[r]->(y) WITH y, count(*) AS n WITH DISTINCT n ORDER BY n RETURN n",
    ["b c / 2", "a b c d / 1 3 4 5"],
  ],
  [
    "collect and UNWIND: the whole group",
    "MATCH ()-[r:U]->() WITH collect(r) AS list UNWIND list AS r RETURN r.weight",
    ["a b c d / 3 4", "a b c d / 3 4"],
  ],
  [
    "UNWIND of a list",
    "MATCH (x {name: 'a'}) UNWIND [1, 2] AS n MATCH (x)-[r {weight: n}]->() RETURN n",
    ["a b / 1"],
  ],
  [
    "ORDER BY and LIMIT",
    "MATCH (x)-[r]->() RETURN r.weight ORDER BY r.weight DESC SKIP 1 LIMIT 2",
    ["a b / 4", "c d / 3"],
  ],
  [
    "LIMIT before another clause",
    "MATCH (x)-[r]->() WITH r ORDER BY r.weight LIMIT 1 MATCH (y {name: 'd'}) RETURN 1",
    ["a b d / 1"],
  ],
  [
    "OPTIONAL MATCH with and without a match",
    "MATCH (x) OPTIONAL MATCH (x)-[:U]->() RETURN x.name ORDER BY x.name",
    ["a b / 4", "b", "c d / 3", "d"],
  ],
  [
    "UNION ALL",
    "MATCH (x {name: 'a'}) RETURN 1 AS n UNION ALL MATCH (x {name: 'b'}) RETURN 1 AS n",
    ["a", "b"],
  ],
  [
    "UNION: a row with its duplicates",
    "MATCH (x {name: 'a'}) RETURN 1 AS n UNION MATCH (x {name: 'b'}) RETURN 1 AS n",
    ["a b"],
  ],
  [
    "branches of UNION, which is separate",
    "MATCH (x {name: 'a'}) RETURN count(*) + 1 AS n UNION MATCH (x {name: 'b'}) RETURN count(*) AS n",
    ["a", "b"],
  ],
  ["a value's entities", "MATCH (x {name: 'a'})-[r:T]->() WITH r RETURN endNode(r)", ["a b / 1"]],
  ["entities in a list", "MATCH p = ({name: 'a'})-[:T]->() WITH nodes(p) AS list RETURN list", ["a b / 1"]],
])("evidence of %s", (_, query, expected) => {
  expect(evidenceKeys(smallGraph().run(query, {}, { evidence: true }))).toEqual(expected);
  expect(evidenceKeys(smallGraph().run(query))).toEqual(expected);
});

test.each<readonly [string, string, readonly string[]]>([
  [
    "a pattern that matches, for each row separately",
    "MATCH (x) WHERE (x)-[:T]->() RETURN x.name",
    ["a b / 1", "b c / 2", "d / 5"],
  ],
  ["the first match of a pattern", "MATCH (x) WHERE (x)-->({name: 'b'}) RETURN x.name", ["a b / 1"]],
  [
    "a matching pattern outside of a filter",
    "MATCH (x {name: 'c'}) RETURN EXISTS { (x)-->() } AS holds",
    ["c d / 3"],
  ],
  ["a pattern that does not match", "MATCH (x {name: 'c'}) RETURN EXISTS { (x)-[:T]->() } AS holds", ["c"]],
  ["a pattern that must not match", "MATCH (x) WHERE NOT (x)-[:T]->() RETURN x.name", ["c"]],
  [
    "the alternative that matched",
    "MATCH (x {name: 'c'}) WHERE (x)-[:T]->() OR (x)-[:U]->() RETURN 1",
    ["c d / 3"],
  ],
  [
    "no intermediate rows that were dropped, whose patterns matched",
    "MATCH (x) WHERE (x)-[:T]->() MATCH (x)-[:U]->(y) RETURN x.name",
    ["a b / 1 4"],
  ],
  [
    "EXISTS with a subquery",
    "MATCH (x) WHERE EXISTS { MATCH (x)-[r]->() WITH x, count(r) AS n WHERE n > 1 RETURN n } RETURN x.name",
    ["a b / 1 4"],
  ],
  [
    "the branch of EXISTS that returned a row",
    "MATCH (x {name: 'c'}) WHERE EXISTS { MATCH (x)<-[r]-() WITH count(r) AS n WHERE n > 1 RETURN n UNION MATCH (x)-->(y) RETURN 1 AS n } RETURN 1",
    ["c d / 3"],
  ],
  [
    "EXISTS that uses an outer variable after WITH",
    "MATCH (x) WHERE EXISTS { MATCH (x)-[:T]->(y) WITH y.name AS name MATCH (x)-[:U]->(z) WHERE z.name = name RETURN 1 } RETURN x.name",
    ["a b / 1 4"],
  ],
  [
    "nested EXISTS",
    "MATCH (x) WHERE EXISTS { MATCH (x)-->(y) WHERE (y)-[:U]->() RETURN 1 } RETURN x.name",
    ["b c d / 2 3"],
  ],
  [
    "all items of a pattern comprehension",
    "MATCH (x {name: 'a'}) RETURN size([(x)-[r]->(y) | r.weight])",
    ["a b / 1 4"],
  ],
  [
    "no filtered items of a pattern comprehension",
    "MATCH (x {name: 'a'}) RETURN [(x)-[r]->(y) WHERE r.weight > 1 | 1]",
    ["a b / 4"],
  ],
  [
    "matches in the projection of a pattern comprehension",
    "MATCH (x {name: 'b'}) RETURN [(x)-->(y) | size([(y)-->(z) | z.name])]",
    ["b c d / 2 3"],
  ],
  ["an empty pattern comprehension", "MATCH (x {name: 'c'}) RETURN [(x)-[:T]->(y) | y.name]", ["c"]],
  [
    "a list comprehension over a pattern",
    "MATCH (x {name: 'b'}) RETURN [n IN [(x)-->(y) | y] WHERE (n)-[:U]->() | n.name]",
    ["b c d / 2 3"],
  ],
  [
    "a pattern as a sort key",
    "MATCH (x:N) WITH x ORDER BY EXISTS { (x)-[:T]->() }, x.name LIMIT 2 RETURN x.name",
    ["c", "a b / 1"],
  ],
  [
    "a pattern as a grouping key",
    "MATCH (x) WITH EXISTS { (x)-[:T]->() } AS has, count(*) AS n ORDER BY has RETURN n",
    ["c", "a b c d / 1 2 5"],
  ],
  ["a pattern that is counted", "MATCH (x) RETURN sum(size([(x)-[r:U]->() | r]))", ["a b c d / 3 4"]],
  [
    "a pattern before DISTINCT",
    "MATCH (x) RETURN DISTINCT EXISTS { (x)-[:T]->() } AS has",
    ["a b c d / 1 2 5", "c"],
  ],
  [
    "a pattern comprehension in UNWIND",
    "MATCH (x {name: 'a'}) UNWIND [(x)-[r]->() | r.weight] AS w RETURN w",
    ["a b / 1 4", "a b / 1 4"],
  ],
  [
    "a pattern in OPTIONAL MATCH",
    "MATCH (x) OPTIONAL MATCH (y {name: 'c'}) WHERE (x)-->(y) RETURN x.name ORDER BY x.name",
    ["a", "b c / 2", "c", "d"],
  ],
  [
    "a shortest path in an expression",
    "MATCH (x {name: 'a'}), (y {name: 'c'}) RETURN length(shortestPath((x)-[:T*]->(y)))",
    ["a b c / 1 2"],
  ],
  [
    "predicates on the nodes of the path found",
    "MATCH (x {name: 'b'}), (y {name: 'd'}) MATCH p = shortestPath((x)-[*]->(y)) WHERE all(n IN nodes(p) WHERE (n)-->()) RETURN 1",
    ["b c d / 2 3 5"],
  ],
  [
    "predicates on the relationships of the path found",
    "MATCH (x {name: 'a'}), (y {name: 'b'}) MATCH p = shortestPath((x)-[rs*]->(y)) WHERE all(r IN rs WHERE r.weight < 4 AND (x)-[:U]->()) RETURN 1",
    ["a b / 1 4"],
  ],
  [
    "predicates on one path and not on another",
    "MATCH (x {name: 'a'}), (y {name: 'b'}) MATCH p = allShortestPaths((x)-[rs*]->(y)) WHERE all(r IN rs WHERE size([()-[other {weight: r.weight + 1}]->() | other]) = 1) RETURN length(p)",
    ["a b c / 1 2", "a b d / 4 5"],
  ],
  [
    "a pattern that excludes nodes from a search",
    "MATCH (x {name: 'a'}), (y {name: 'c'}) MATCH p = shortestPath((x)-[*]->(y)) WHERE none(n IN nodes(p) WHERE (n)-[:U]->(n)) RETURN length(p)",
    ["a b c / 1 2"],
  ],
  [
    "a pattern in CASE",
    "MATCH (x {name: 'a'}) RETURN CASE WHEN (x)-[:None]->() THEN 1 WHEN (x)-[:U]->() THEN 2 END",
    ["a b / 4"],
  ],
])("evidence of patterns in expressions: %s", (_, query, expected) => {
  expect(evidenceKeys(smallGraph().run(query, {}, { evidence: true }))).toEqual(expected);
  expect(evidenceKeys(smallGraph().run(query))).toEqual(expected);
});

test.each<readonly [string, string, readonly string[]]>([
  [
    "matched entities, not created ones",
    "MATCH (x {name: 'a'})-[r:T]->() CREATE (x)-[:NEW]->(:N) RETURN 1",
    ["a b / 1"],
  ],
  [
    "created entities that are returned",
    "MATCH (x {name: 'a'}) CREATE (x)-[:NEW]->(y {name: 'e'}) WITH y RETURN y.name, y",
    ["a n0"],
  ],
  ["matches of MERGE", "MATCH (x {name: 'a'}) MERGE (x)-[r:T]->(y) RETURN r.weight", ["a b / 1"]],
  ["no entities that MERGE created", "MATCH (x {name: 'c'}) MERGE (x)-[r:T]->(y:N) RETURN r.weight", ["c"]],
  [
    "each row of SET separately",
    "MATCH (x)-[r:T]->() SET r.count = size([(x)-->(y) | y]) RETURN r.count ORDER BY r.weight",
    ["a b / 1 4", "b c / 2", "d / 5"],
  ],
  ["entities that DELETE removed", "MATCH ({name: 'a'})-[r]->() DELETE r RETURN count(*)", ["a b / 1 4"]],
])("evidence of a query that writes: %s", (_, query, expected) => {
  expect(evidenceKeys(smallGraph().run(query, {}, { evidence: true }))).toEqual(expected);
});

test("entities yielded by a procedure are evidence, even if they are only counted", () => {
  const engine = smallGraph();
  engine.registerProcedure({
    name: "test.heavy",
    parameters: [{ name: "least", type: "Integer" }],
    columns: [
      { name: "claim", type: "Relationship" },
      { name: "about", type: "List" },
    ],
    run: ([least]) =>
      engine.run("MATCH (x)-[r]->(y) WHERE r.weight >= $least RETURN r, [{to: y}]", { least }).rows,
  });
  const result = engine.run("CALL test.heavy(4) YIELD claim RETURN count(*)", {}, { evidence: true });
  expect(evidenceKeys(result)).toEqual(["a b d / 4 5"]);
  const notYielded = "CALL test.heavy(4) YIELD about WITH about LIMIT 1 RETURN size(about)";
  expect(evidenceKeys(engine.run(notYielded, {}, { evidence: true }))).toEqual(["a b / 4"]);
});

test("a second run of a query has no evidence of the first run", () => {
  const prepared = smallGraph().prepare("MATCH (x {name: $name})-[r]->() RETURN count(*)");
  const results = ["a", "c", "none"].map((name) => prepared.run({ name }, { evidence: true }));
  expect(results.flatMap(evidenceKeys)).toEqual(["a b / 1 4", "c d / 3", ""]);
});
