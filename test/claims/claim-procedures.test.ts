import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { loadAnnotations } from "../../src/files/load-annotations.ts";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { setTypeTraits } from "../../src/graph/type-traits.ts";

type Claim = readonly [key: string, subject: string, type: string, object: string, properties?: object];

const PEOPLE = ["Ada", "Bo", "Cy", "Fair", "Moot"];
const ORIGINS: Readonly<Record<string, string | undefined>> = {
  a1: "wire",
  a2: "wire",
  a3: "a3",
  a4: undefined,
};

/** Articles a1 and a2 have one origin; MEETS is symmetric, and an event has one DATED. */
function graphOf(claims: readonly Claim[]): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  setTypeTraits(graph, { symmetricTypes: ["MEETS"], functionalTypes: ["DATED", "NUMBERS", "LED_BY"] });
  for (const name of PEOPLE)
    graph.addNode(name, { labels: ["Person"], name, aliases: [`${name} the Elder`] });
  for (const [id, origin] of Object.entries(ORIGINS))
    graph.addNode(id, { labels: ["Article"], id, ...(origin !== undefined && { origin }) });
  for (const [key, subject, type, object, properties] of claims) {
    if (!graph.hasNode(object))
      graph.addNode(object, { labels: ["Value"], name: object, ...boundsOf(object) });
    graph.addEdgeWithKey(key, subject, object, { type, ...properties });
  }
  return graph;
}

function boundsOf(name: string): object {
  const [, comparison, digits, unit] = /^([<>]?)(\d{1,3}) (\w+)$/.exec(name) ?? [];
  if (digits !== undefined) return { value: Number(digits), unit, ...(comparison && { comparison }) };
  const [from, to = from] = name.split("/");
  return name.length === 7
    ? { value: name, from: `${name}-01`, to: `${name}-30` }
    : { value: name, from, to };
}

/** The rows of a query on these claims. Checks that the graph and the same graph as columns return the same. */
function rows(claims: readonly Claim[], query: string): readonly unknown[] {
  const graph = graphOf(claims);
  const given = new Engine(columnsOfGraph(graph)).run(query).rows;
  expect(new Engine(graph).run(query).rows).toEqual(given);
  return given;
}

const keys = (list: string) => `[claim IN ${list} | id(claim)]`;

describe("claims.contested", () => {
  const contested = (...claims: readonly Claim[]) =>
    rows(
      claims,
      `CALL claims.contested() YIELD subject, type, object, affirmed, denied, refuted, conflicting
       RETURN subject.name + ' ' + type + ' ' + object.name, ${["affirmed", "denied", "refuted", "conflicting"].map(keys)}`,
    );

  test("returns triples that one claim affirms and another denies, for each such stance", () => {
    const claims: readonly Claim[] = [
      ["1", "Ada", "PAYS", "Bo"],
      ["2", "Ada", "PAYS", "Bo", { stance: "denied" }],
      ["3", "Ada", "PAYS", "Bo", { stance: "accused" }],
      ["4", "Bo", "PAYS", "Ada", { stance: "denied" }],
      ["5", "Ada", "MOCKS", "Bo"],
      ["6", "Ada", "MOCKS", "Bo", { stance: "disputed" }],
    ];
    expect(contested(...claims)).toEqual([
      ["Ada PAYS Bo", ["1", "3"], ["2"], [], []],
      ["Ada MOCKS Bo", ["5"], ["6"], [], []],
    ]);
  });

  test("returns claims that their article judges false", () => {
    expect(contested(["1", "Ada", "PAYS", "Bo", { assessment: "false" }])).toEqual([
      ["Ada PAYS Bo", ["1"], [], ["1"], []],
    ]);
    expect(contested(["1", "Ada", "PAYS", "Bo", { assessment: "unverified" }])).toEqual([]);
  });

  test("unifies the two directions of symmetric types only", () => {
    expect(
      contested(
        ["1", "Bo", "MEETS", "Ada"],
        ["2", "Ada", "MEETS", "Bo", { stance: "denied" }],
        ["3", "Bo", "PAYS", "Ada"],
        ["4", "Ada", "PAYS", "Bo", { stance: "denied" }],
        ["5", "Ada", "MEETS", "Ada"],
      ),
    ).toEqual([["Bo MEETS Ada", ["1"], ["2"], [], []]]);
  });

  test("returns mutually exclusive objects if the type allows only one", () => {
    expect(
      contested(
        ["1", "Fair", "DATED", "2024-09"],
        ["2", "Fair", "DATED", "2024-10-23"],
        ["3", "Fair", "DATED", "2024-10-24", { point: "end" }],
        ["4", "Fair", "DATED", "2024-10-25", { stance: "denied" }],
        ["5", "Moot", "DATED", "2024-05"],
        ["6", "Moot", "DATED", "2024-05-09"],
        ["7", "Moot", "DATED", "2024-05-07/2024-05-10"],
      ),
    ).toEqual([
      ["Fair DATED 2024-09", ["1"], [], [], ["2"]],
      ["Fair DATED 2024-10-23", ["2"], [], [], ["1"]],
    ]);
  });

  test.each([
    [">20 guests", "25 guests", false],
    [">20 guests", "20 guests", true],
    ["20 guests", "<20 guests", true],
    ["20 guests", "21 guests", true],
    ["72 hours", "30 days", false],
    ["Ada", "Bo", true],
  ])("%s and %s exclude each other: %s", (one, other, expected) => {
    const type = PEOPLE.includes(one) ? "LED_BY" : "NUMBERS";
    expect(contested(["1", "Fair", type, one], ["2", "Fair", type, other])).toHaveLength(expected ? 2 : 0);
  });

  test("returns nothing if no claim has a stance", () => {
    expect(contested(["1", "Ada", "PAYS", "Bo"], ["2", "Ada", "PAYS", "Bo"])).toEqual([]);
    expect(new Engine().run("CALL claims.contested()").rows).toEqual([]);
  });
});

describe("claims.corroborated", () => {
  const CLAIMS: readonly Claim[] = [
    ["1", "Ada", "PAYS", "Bo", { article: "a1", claimant: "Cy" }],
    ["2", "Ada", "PAYS", "Bo", { article: "a2", claimant: "Cy" }],
    ["3", "Ada", "MEETS", "Bo", { article: "a2" }],
    ["4", "Bo", "MEETS", "Ada", { article: "a3", claimant: "Cy" }],
    ["5", "Bo", "MEETS", "Ada", { article: "a3", claimant: "Ada" }],
    ["6", "Bo", "MEETS", "Ada", { article: "a4", stance: "denied" }],
    ["7", "Ada", "MOCKS", "Bo", { article: "a1" }],
    ["8", "Ada", "MOCKS", "Bo", { article: "a4", assessment: "false" }],
    ["9", "Ada", "MOCKS", "Cy", { article: "a4" }],
    ["10", "Ada", "MOCKS", "Cy", { article: "gone" }],
  ];
  const corroborated = (call: string, claims = CLAIMS) =>
    rows(
      claims,
      `CALL ${call} YIELD subject, type, object, articles, origins, claimants, claims
       RETURN subject.name + ' ' + type + ' ' + object.name, articles, origins, claimants, ${keys("claims")}`,
    );
  const MEETING = ["Ada MEETS Bo", 2, 2, 2, ["3", "4", "5"]];
  const MOCKERY = ["Ada MOCKS Cy", 2, 2, 0, ["9", "10"]];

  test("counts articles of one origin once, and omits claims that deny or are judged false", () => {
    expect(corroborated("claims.corroborated()")).toEqual([MEETING, MOCKERY]);
  });

  test("counts an article without an origin as a separate source, whatever the names of origins", () => {
    const claims: readonly Claim[] = [
      ["1", "Ada", "PAYS", "Bo", { article: "wire" }],
      ["2", "Ada", "PAYS", "Bo", { article: "a1" }],
      ["3", "Ada", "MOCKS", "Bo", { article: "a4" }],
      ["4", "Ada", "MOCKS", "Bo", { article: "a1" }],
    ];
    expect(corroborated("claims.corroborated()", claims)).toEqual([
      ["Ada PAYS Bo", 2, 2, 0, ["1", "2"]],
      ["Ada MOCKS Bo", 2, 2, 0, ["3", "4"]],
    ]);
  });

  test("takes the minimum number of origins", () => {
    expect(corroborated("claims.corroborated(1)")).toEqual([
      ["Ada PAYS Bo", 2, 1, 1, ["1", "2"]],
      MEETING,
      ["Ada MOCKS Bo", 1, 1, 0, ["7"]],
      MOCKERY,
    ]);
    expect(corroborated("claims.corroborated(3)")).toEqual([]);
    expect(corroborated("claims.corroborated(null)")).toEqual([]);
  });

  test("does not count claims without an article as sources", () => {
    const claims = Array.from(
      { length: 40 },
      (_, at): Claim => [String(at), "Ada", "PAYS", "Bo", at < 3 ? { article: "a1" } : {}],
    );
    expect(corroborated("claims.corroborated()", claims)).toEqual([]);
    const [[, articles, origins] = []] = corroborated("claims.corroborated(1)", claims) as unknown[][];
    expect([articles, origins]).toEqual([1, 1]);
  });

  test("returns nothing if claims name no article", () => {
    const unsourced = CLAIMS.map(([key, subject, type, object]) => [key, subject, type, object] as const);
    expect(corroborated("claims.corroborated()", unsourced)).toEqual([]);
  });
});

describe("claims.timeline", () => {
  const when = (text: string, from?: string, to?: string) => ({ when: text, from, to });
  const CLAIMS: readonly Claim[] = [
    ["1", "Ada", "PAYS", "Bo", when("XXXX-05-09")],
    ["2", "Ada", "PAYS", "Bo", when("2025-05", "2025-05-01", "2025-05-31")],
    ["3", "Bo", "PAYS", "Cy", when("2025-05-01", "2025-05-01", "2025-05-01")],
    ["4", "Ada", "PAYS", "Bo", when("../2025-04", undefined, "2025-04-30")],
    ["5", "Ada", "PAYS", "Bo", when("-0044-03-15", "-000044-03-15", "-000044-03-15")],
    ["6", "Ada", "PAYS", "Bo", {}],
    ["7", "Cy", "PAYS", "Ada", when("2025-04-30?")],
    ["8", "Cy", "PAYS", "Cy", when("2025-05", "2025-05-01", "2025-05-31")],
  ];
  const timeline = (call: string) =>
    rows(CLAIMS, `CALL ${call} YIELD time, claim RETURN collect(id(claim))`)[0];

  test("returns claims in the order of their time, those that cannot be ordered last", () => {
    expect(timeline("claims.timeline()")).toEqual([["5", "4", "7", "3", "2", "8", "1"]]);
  });

  test("returns the claims about an entity, given by any of its names or as a node", () => {
    expect(timeline("claims.timeline('cy the elder')")).toEqual([["7", "3", "8"]]);
    expect(timeline("claims.timeline('no one')")).toEqual([[]]);
    expect(timeline("claims.timeline(null)")).toEqual([[]]);
    const query = `MATCH (n:Person) CALL claims.timeline(n) YIELD time, subject, type, object, claim
      RETURN n.name, collect(time) AS times`;
    expect(rows(CLAIMS, query)).toContainEqual(["Cy", ["2025-04-30?", "2025-05-01", "2025-05"]]);
  });

  test("returns claims of the same time in the order of the graph, for entities at either end", () => {
    const sameDay: readonly Claim[] = [
      ["1", "Bo", "PAYS", "Ada", when("2025-05")],
      ["2", "Ada", "PAYS", "Bo", when("2025-05")],
      ["3", "Bo", "PAYS", "Ada", when("2025-05")],
      ["4", "Ada", "PAYS", "Bo", when("2025-04")],
    ];
    const query = "CALL claims.timeline('Ada') YIELD claim RETURN collect(id(claim))";
    const engine = new Engine(graphOf(sameDay));
    expect(engine.run(query).rows).toEqual([[["4", "1", "2", "3"]]]);
  });

  test("rejects other arguments than a node or a name", () => {
    expect(() => timeline("claims.timeline(3)")).toThrow("must be a node or a name, but is an Integer");
    expect(() => timeline("claims.timeline(3)")).toThrow(CypherError);
    expect(() => timeline("claims.timeline('a', 'b')")).toThrow("takes 0 to 1 arguments, but got 2");
  });
});

test("a procedure sees what its query wrote before the call", () => {
  const engine = new Engine(graphOf([["1", "Ada", "PAYS", "Bo"]]));
  const query = `MATCH (a {name: 'Ada'}), (b {name: 'Bo'}) CREATE (a)-[:PAYS {stance: 'denied'}]->(b)
    WITH count(*) AS made CALL claims.contested() YIELD affirmed, denied RETURN size(affirmed), size(denied)`;
  expect(engine.run(query).rows).toEqual([[1, 1]]);
  engine.run("CALL claims.contested() YIELD denied UNWIND denied AS claim DELETE claim");
  expect(engine.run("CALL claims.contested()").rows).toEqual([]);
});

describe("in the shipped annotations", () => {
  test("the supply of weapons from China to Russia is contested", async () => {
    const { graph } = await loadAnnotations();
    const query = `CALL claims.contested() YIELD subject, type, object, affirmed, denied
      RETURN subject.name, type, object.name, [claim IN affirmed | claim.claimant], [claim IN denied | claim.claimant]`;
    const [first] = new Engine(graph).run(query).rows;
    const [zelensky, kyiv] = ["Volodymyr Zelensky", "Government of Ukraine"];
    expect(first).toEqual([
      "China",
      "SUPPLIES_WEAPONS_TO",
      "Russia",
      [zelensky, kyiv, zelensky, kyiv, zelensky],
      ["Government of China"],
    ]);
  });

  test("the summit of 2024 has two dates that exclude each other", async () => {
    const { graph } = await loadAnnotations();
    const query = `CALL claims.contested() YIELD subject, type, object, conflicting
      WHERE size(conflicting) > 0 RETURN subject.name, object.name`;
    expect(new Engine(columnsOfGraph(graph)).run(query).rows).toEqual([
      ["BRICS summit (2024)", "2024-10-23"],
      ["BRICS summit (2024)", "2024-09"],
    ]);
  });
});
