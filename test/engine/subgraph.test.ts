import { describe, expect, test } from "vitest";
import type { Engine } from "../../src/engine.ts";
import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { smallGraph } from "./small-graph.ts";

describe("the subgraph of a result contains the entities in its rows and their evidence", () => {
  test.each<[string, string, string]>([
    ["nodes", "MATCH (n {name: 'a'}) RETURN n", "a"],
    ["a property of a node", "MATCH (n {name: 'a'}) RETURN n.name", "a"],
    ["a relationship, with its ends", "MATCH ()-[r:U]->() RETURN r.weight", "a b c d / 3 4"],
    ["a pattern, although only one end is returned", "MATCH (x {name: 'a'})-[:T]->(y) RETURN y", "a b / 1"],
    ["no rows that WHERE drops", "MATCH (x)-[r]->(y) WHERE r.weight > 4 RETURN 1", "d / 5"],
    ["rows counted by count(*)", "MATCH (x {name: 'a'})-->() RETURN count(*)", "a b / 1 4"],
    [
      "a group",
      "MATCH (x)-[r]->(y) WITH y, count(*) AS n WHERE n > 1 AND y.name = 'b' RETURN n",
      "a b / 1 4",
    ],
    ["duplicates removed by DISTINCT", "MATCH ({name: 'a'})-->(y) RETURN DISTINCT y.name", "a b / 1 4"],
    [
      "duplicates removed by DISTINCT, before another clause",
      "MATCH ({name: 'a'})-->(y) WITH DISTINCT y MATCH (y)-[:T]->(z) RETURN z",
      "a b c / 1 2 4",
    ],
    [
      "matches before a WITH",
      "MATCH (x)-[:T]->(y {name: 'b'}) WITH y MATCH (y)-[:T]->(z) RETURN z.name",
      "a b c / 1 2",
    ],
    ["no rows that LIMIT drops", "MATCH (x)-[r]->() RETURN r.weight ORDER BY r.weight DESC LIMIT 1", "d / 5"],
    ["no rows that SKIP drops", "MATCH (x)-[r]->() RETURN r.weight ORDER BY r.weight SKIP 4", "d / 5"],
    [
      "an OPTIONAL MATCH that matched",
      "MATCH (x {name: 'c'}) OPTIONAL MATCH (x)-[:U]->(y) RETURN y",
      "c d / 3",
    ],
    ["an OPTIONAL MATCH that did not", "MATCH (x {name: 'c'}) OPTIONAL MATCH (x)-[:T]->(y) RETURN y", "c"],
    [
      "a walk, with all its nodes and relationships",
      "MATCH ({name: 'a'})-[:T*2]->(y) RETURN y.name",
      "a b c / 1 2",
    ],
    ["a walk of length 0", "MATCH (x {name: 'a'})-[*0]->(y) RETURN y.name", "a"],
    ["a path", "MATCH p = ({name: 'b'})-[*2]->() RETURN p", "b c d / 2 3"],
    ["a loop", "MATCH (x)-[r]->(x) RETURN count(*)", "d / 5"],
    [
      "both sides of UNION",
      "MATCH ({name: 'a'})-[r:T]->() RETURN r.weight AS w UNION MATCH ()-[r:T]->({name: 'd'}) RETURN r.weight AS w",
      "a b d / 1 5",
    ],
    [
      "a list that is collected and unwound",
      "MATCH ()-[r:U]->() WITH collect(r.weight) AS list UNWIND list AS w WITH w WHERE w = 3 RETURN w",
      "a b c d / 3 4",
    ],
    ["entities in lists and maps", "MATCH (x {name: 'a'})-[r:T]->() RETURN [{r: [r]}] AS list", "a b / 1"],
    ["nothing without rows", "MATCH (x {name: 'z'}) RETURN x", ""],
    ["nothing without a match", "RETURN 1", ""],
    ["nothing for a plan", "EXPLAIN MATCH (n) RETURN n", ""],
  ])("%s", (_, query, expected) => {
    expect(contents(smallGraph().run(query).subgraph())).toBe(expected);
  });

  function contents(graph: MultiDirectedGraph): string {
    const relationships = graph.edges().toSorted();
    return [
      graph.nodes().toSorted().join(" "),
      ...(relationships.length > 0 ? [relationships.join(" ")] : []),
    ].join(" / ");
  }
});

test("it has the keys and attributes of the graph, and is a separate graph", () => {
  const whole = smallGraph();
  const part = whole.run("MATCH ({name: 'a'})-[r:T]->() RETURN r").subgraph();
  expect(part.getNodeAttributes("a")).toEqual({ labels: ["N"], name: "a" });
  expect(part.getEdgeAttributes("1")).toEqual({ type: "T", weight: 1 });
  expect(part.extremities("1")).toEqual(["a", "b"]);
  part.setNodeAttribute("a", "name", "z");
  part.dropNode("b");
  expect(whole.run("MATCH (n {name: 'a'})-[:T]->(m) RETURN m.name").rows).toEqual([["b"]]);
});

test("the subgraph of a query that writes contains the returned entities", () => {
  const result = smallGraph().run("MATCH (n {name: 'a'}) CREATE (n)-[r:NEW]->(m:N {name: 'e'}) RETURN m");
  expect(result.subgraph().order).toBe(1);
  const both = smallGraph().run("MATCH (n {name: 'a'}) CREATE (n)-[r:NEW]->(m:N {name: 'e'}) RETURN r");
  expect([both.subgraph().order, both.subgraph().size]).toEqual([2, 1]);
});

const READING = "MATCH ({name: 'a'})-[r:T]->(y) RETURN count(*)";
/** Changes of a graph after a query has read the relationship 1 from a to b. */
const CHANGES: Readonly<Record<string, (whole: Engine) => void>> = {
  "an added node": (whole) => whole.run("CREATE (:Other)"),
  "a new property": (whole) => whole.run("MATCH (n {name: 'a'}) SET n.x = 1"),
  "a deleted relationship": (whole) => whole.run("MATCH ()-[r {weight: 1}]->() DELETE r"),
  "deleting everything": (whole) => whole.run("MATCH (n) DETACH DELETE n"),
  "a relationship deleted by the program": (whole) => whole.graph.dropEdge("1"),
  "deleting everything by the program": (whole) => whole.graph.clear(),
};
test.each(Object.keys(CHANGES))("after %s, without kept evidence, it is an error", (change) => {
  const whole = smallGraph();
  const result = whole.run(READING);
  CHANGES[change]?.(whole);
  const error = expect.objectContaining({
    code: "EvidenceNotKept",
    message: expect.stringContaining("the graph has changed since the query ran"),
    hint: "run the query again",
  });
  expect(() => result.subgraph()).toThrow(error);
  expect(() => result.evidence(0)).toThrow(error);
});

test.each(Object.keys(CHANGES))(
  "after %s, with kept evidence, it is the remaining part, or an error if nothing remains",
  (change) => {
    const writing = "MATCH (a {name: 'a'})-[r:T]->(y) SET r.x = 1 RETURN a, r";
    for (const [query, evidence] of [
      [READING, true],
      [writing, true],
      [writing, false],
    ] as const) {
      const whole = smallGraph();
      const result = whole.run(query, {}, { evidence });
      CHANGES[change]?.(whole);
      if (change.startsWith("deleting everything")) {
        expect(() => result.subgraph()).toThrow(
          "the graph has changed since the query ran: all evidence of its rows has been deleted",
        );
      } else {
        const part = result.subgraph();
        expect([part.nodes(), part.edges()]).toEqual([
          ["a", "b"],
          change === "a deleted relationship" || change === "a relationship deleted by the program"
            ? []
            : ["1"],
        ]);
      }
    }
  },
);

test("once computed, it stays available", () => {
  const whole = smallGraph();
  const result = whole.run(READING);
  expect(result.subgraph().edges()).toEqual(["1"]);
  whole.run("CREATE (:Other)");
  expect(result.subgraph().edges()).toEqual(["1"]);
});

test("deletions by the query itself do not count as later changes", () => {
  expect(smallGraph().run("MATCH (n {name: 'a'}) DETACH DELETE n RETURN n").subgraph().order).toBe(0);
  const none = smallGraph();
  const result = none.run("MATCH (n:None) RETURN n", {}, { evidence: true });
  none.graph.clear();
  expect(result.subgraph().order).toBe(0);
});
