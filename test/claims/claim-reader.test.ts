import { describe, expect, it } from "vitest";
import { claimReader } from "../../src/claims/claim-reader.ts";
import { Engine } from "../../src/engine.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { PropertyGraph } from "../../src/graph/property-graph.ts";
import { setTypeTraits } from "../../src/graph/type-traits.ts";
import { GraphIndex } from "../../src/storage/graph-index.ts";
import { NameIndex } from "../../src/storage/name-index.ts";
import { inventedGraph } from "../viewer/invented-graph.ts";

describe("the claims of an engine", () => {
  const graph = inventedGraph();
  const reader = new Engine(graph).claims();
  const [supplies, borders] = reader.groups(["a2#6", "a1#0", "a1#1", "a1#2"]);

  it("groups claims by triple, contested groups first, and affirming claims before denials", () => {
    expect(supplies).toMatchObject({
      subject: { key: "norland", name: "Norland" },
      type: "SUPPLIES_WEAPONS_TO",
      object: { key: "sudavia", name: "Sudavia" },
      contested: true,
      articles: 1,
    });
    expect(supplies?.claims.map(({ key }) => key)).toEqual(["a1#0", "a1#2", "a1#1"]);
    expect(borders).toMatchObject({ type: "BORDERS", contested: false });
  });

  it("marks a group as contested even if it does not include the denial", () => {
    expect(reader.groups(["a1#0"])).toMatchObject([{ contested: true, claims: [{ key: "a1#0" }] }]);
    expect(reader.groups(["a1#3"])).toMatchObject([{ contested: false }]);
  });

  it("joins claimant, messengers, article and publisher with their nodes", () => {
    expect(supplies?.claims[0]).toMatchObject({
      gist: "Gist number 0.",
      claimant: { name: "Ada Ström", key: "ada-strom" },
      stance: "accused",
      denies: false,
      said: "2025-04-17",
      article: {
        key: "a1",
        title: "Arms for the south",
        published: "2025-05-04",
        publisher: { name: "The Daily Ester", key: "the-daily-ester" },
      },
    });
    expect(supplies?.claims[2]).toMatchObject({ denies: true });
    expect(supplies?.claims[1]).toMatchObject({ via: [{ name: "The Daily Ester", key: "the-daily-ester" }] });
  });

  it("returns declared qualifiers, and no property with a fixed meaning", () => {
    const [meeting] = reader.groups(["a1#3"]);
    expect(meeting?.claims[0]?.qualifiers).toEqual([["place", "Isle of Ester"]]);
    expect(meeting?.claims[0]).not.toHaveProperty("claimant");
  });

  it("finds the claims of an article and of a claimant", () => {
    expect(reader.claimsOfArticle("a1")).toEqual(["a1#0", "a1#1", "a1#2", "a1#3"]);
    expect(reader.claimsOfClaimant("Dmitri Orlov")).toEqual(["a1#2", "a2#5"]);
    expect(reader.keyOf("Dmitri Orlov")).toBe("dmitri-orlov");
    expect(reader.keyOf("Nobody")).toBeUndefined();
  });

  it("counts a claim of a symmetric type once, even if it is a loop", () => {
    const loops = new MultiDirectedGraph();
    setTypeTraits(loops, { symmetricTypes: ["MEETS"], functionalTypes: [] });
    for (const node of ["a", "b"]) loops.addNode(node);
    const properties = { type: "MEETS", article: "one" };
    loops.addDirectedEdgeWithKey("r", "a", "a", properties);
    loops.addDirectedEdgeWithKey("s", "a", "b", properties);
    loops.addDirectedEdgeWithKey("t", "b", "a", { ...properties, stance: "denied" });
    const claims = new Engine(loops).claims();
    expect(claims.groups(["r"])).toMatchObject([{ support: { claims: 1 }, opposition: { denials: 0 } }]);
    expect(claims.groups(["s"])).toMatchObject([{ support: { claims: 1 }, opposition: { denials: 1 } }]);
  });

  it("finds an answered claim by its id, not by a key with the same text", () => {
    const crossed = new MultiDirectedGraph();
    for (const node of ["a", "b"]) crossed.addNode(node);
    const add = (key: string, claim: string, more: object = {}) =>
      crossed.addDirectedEdgeWithKey(key, "a", "b", { type: "SAYS", claim, ...more });
    add("1", "2", { gist: "another" });
    add("2", "1", { gist: "the one" });
    add("3", "3", { answers: ["1"] });
    const [group] = new Engine(crossed).claims().groups(["3"]);
    expect(group?.claims[0]?.answers).toEqual([{ id: "1", key: "2", gist: "the one" }]);
  });

  it("reads relationships that are not claims", () => {
    const plain = new MultiDirectedGraph();
    plain.addNode("a");
    plain.addDirectedEdgeWithKey("r", "a", "a", {
      type: "KNOWS",
      since: 1999,
      tags: ["x", "y"],
      article: "gone",
    });
    expect(new Engine(plain).claims().groups(["r"])[0]?.claims[0]).toMatchObject({
      stance: "affirmed",
      modality: "actual",
      article: { id: "gone", title: "gone" },
      qualifiers: [
        ["since", "1999"],
        ["tags", "x, y"],
      ],
    });
  });
});

it("looks up a triple once, whatever the number of its claims", () => {
  const graph = new MultiDirectedGraph();
  for (const key of ["a", "b"]) graph.addNode(key);
  const claims = Array.from({ length: 50 }, (_, at) =>
    graph.addDirectedEdge(at % 2 === 0 ? "a" : "b", at % 2 === 0 ? "b" : "a", { type: "MEETS" }),
  );
  const index = new GraphIndex(new PropertyGraph(graph));
  let looks = 0;
  const traits = {
    functionalTypes: [],
    get symmetricTypes() {
      looks++;
      return ["MEETS"];
    },
  };
  const groups = claimReader({ index, names: () => new NameIndex(index), traits }).groups(claims);
  expect(groups.map((group) => group.claims.length)).toEqual([50]);
  expect(looks).toBe(1);
});

describe("opposing claims", () => {
  const graph = inventedGraph();
  graph.addNode("a3", { labels: ["Article"], id: "a3", origin: "a1" });
  graph.setNodeAttribute("a1", "origin", "a1");
  const norland = { type: "SUPPLIES_WEAPONS_TO", article: "a3", stance: "affirmed" };
  graph.addEdgeWithKey("a3#1", "norland", "sudavia", { ...norland, claim: "a3#1" });
  graph.addEdgeWithKey("a3#2", "norland", "sudavia", { ...norland, claim: "a3#2", article: "a2" });
  graph.setEdgeAttribute("a1#1", "answers", ["a1#0", "a9#9"]);
  const reader = new Engine(graph).claims();
  const [accusation] = reader.groups(["a1#0"]);
  const [denial] = reader.groups(["a1#1"]);

  it("are returned for claims of either side", () => {
    expect(accusation?.against.map(({ key }) => key)).toEqual(["a1#1"]);
    expect(denial?.against.map(({ key }) => key)).toEqual(["a1#0", "a1#2", "a3#1", "a3#2"]);
    expect(reader.groups(["a1#0", "a1#1"])[0]?.against.map(({ key }) => key)).toEqual([]);
    expect(reader.groups(["a1#3"])[0]?.against).toEqual([]);
  });

  it("do not count as support, nor do two articles of one origin count twice", () => {
    expect(accusation?.support).toEqual({ claims: 4, articles: 3, origins: 2 });
    expect(denial?.support).toEqual(accusation?.support);
  });

  it("are linked to the claims they answer, in both directions", () => {
    const claimant = "Ada Ström";
    expect(denial?.claims[0]?.answers).toEqual([
      { id: "a1#0", key: "a1#0", gist: "Gist number 0.", claimant },
      { id: "a9#9" },
    ]);
    expect(accusation?.claims[0]?.answeredBy).toMatchObject([{ id: "a1#1", claimant: "Bruno Vale" }]);
  });

  it("include claims with another object if the type allows only one", () => {
    const dated = new MultiDirectedGraph();
    dated.setAttribute("functionalTypes", ["DATED"]);
    dated.addNode("fair", { name: "Fair" });
    for (const day of ["2024-09-01", "2024-10-23"]) {
      dated.addNode(day, { labels: ["Value"], name: day, value: day, from: day, to: day });
      dated.addEdgeWithKey(`on ${day}`, "fair", day, { type: "DATED" });
    }
    const [group] = new Engine(dated).claims().groups(["on 2024-09-01"]);
    expect(group).toMatchObject({ contested: true, against: [{ object: { name: "2024-10-23" } }] });
    expect(group).toMatchObject({ contradictedBy: [], opposition: { denials: 0, others: 1 } });

    const both = new Engine(dated).claims().groups(["on 2024-09-01", "on 2024-10-23"]);
    expect(both).toMatchObject([
      { against: [], contradictedBy: [{ id: "on 2024-10-23" }], opposition: { others: 1 } },
      { against: [], contradictedBy: [{ id: "on 2024-09-01" }], opposition: { others: 1 } },
    ]);
  });

  it("are counted in the whole graph, as support is", () => {
    const denied = graph.copy();
    denied.addEdgeWithKey("a3#3", "norland", "sudavia", { ...norland, claim: "a3#3", stance: "denied" });
    const [group] = new Engine(denied).claims().groups(["a1#1"]);
    expect(group).toMatchObject({ opposition: { denials: 2, others: 0 }, support: { claims: 4 } });
  });
});
