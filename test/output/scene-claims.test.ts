import { describe, expect, it } from "vitest";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { claimReader } from "../../src/output/scene-claims.ts";
import { inventedGraph } from "../viewer/invented-graph.ts";

describe("claimReader", () => {
  const graph = inventedGraph();
  const reader = claimReader(graph);
  const [supplies, borders] = reader.groups(["a2#6", "a1#0", "a1#1", "a1#2"]);

  it("groups claims by triple, the contested first, and what is denied before the denial", () => {
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

  it("calls a group contested although it lacks the denial itself", () => {
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

  it("gives what the type declares as qualifiers, and nothing that has its own place", () => {
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

  it("takes relationships that are no claims", () => {
    const plain = new MultiDirectedGraph();
    plain.addNode("a");
    plain.addDirectedEdgeWithKey("r", "a", "a", {
      type: "KNOWS",
      since: 1999,
      tags: ["x", "y"],
      article: "gone",
    });
    expect(claimReader(plain).groups(["r"])[0]?.claims[0]).toMatchObject({
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
