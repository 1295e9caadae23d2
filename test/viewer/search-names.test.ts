import { describe, expect, it } from "vitest";
import { sceneOf } from "../../src/viewer/scene.ts";
import { nameSearch } from "../../src/viewer/search-names.ts";
import { inventedGraph } from "./invented-graph.ts";

const search = nameSearch(sceneOf(inventedGraph(), new Set()).nodes);
const labels = (text: string) => search(text).map(({ node }) => node.label);

describe("nameSearch", () => {
  it("ignores case and diacritics", () => {
    expect(labels("ibanez")).toEqual(["Carla Ibáñez"]);
    expect(labels("STRÖM")).toEqual(["Ada Ström"]);
  });

  it("finds by alias, and returns the alias", () => {
    expect(search("kingdom")).toMatchObject([{ node: { key: "norland" }, alias: "Kingdom of Norland" }]);
    expect(search("norland")[0]).not.toHaveProperty("alias");
  });

  it("puts equal names before names with that beginning, and these before other names that contain it", () => {
    expect(labels("or")).toEqual(["Dmitri Orlov", "Norland"]);
    expect(labels("a").slice(0, 1)).toEqual(["Ada Ström"]);
  });

  it("finds nothing for blank text, and not more than the limit", () => {
    expect(search("  ")).toEqual([]);
    expect(search("zzz")).toEqual([]);
    expect(search("a", 2)).toHaveLength(2);
  });
});
