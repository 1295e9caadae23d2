import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { articleOf, claimOf, ENTITIES, faultsOf, ingestSample } from "./sample.ts";

const CLAIM = claimOf(1, "Ana Lind MEETS Bo Castell", "qualifiers: { place: Port Mira }");

function idsOf(texts: Readonly<Record<string, string>>, entities = ENTITIES) {
  const { graph, faults, counts } = ingestSample(texts, { entities });
  const rows = new Engine(graph).run("MATCH (n) RETURN n.name, id(n), n.id").rows;
  for (const [, key, id] of rows) expect(id).toBe(key);
  expect(new Set(rows.map(([, key]) => key)).size).toBe(rows.length);
  return { faults, counts, ids: Object.fromEntries(rows.map(([name, key]) => [name, key])) };
}

test("an article keeps its id, and an entity with the same derived id gets one with its type", () => {
  const { faults, counts, ids } = idsOf({ "port-mira.yaml": articleOf(CLAIM, "port-mira") });
  expect(faults).toEqual([]);
  expect(counts).toMatchObject({ articles: 1, claims: 1, entities: 8 });
  expect(ids).toMatchObject({
    "Lind to meet Castell": "port-mira",
    "Port Mira": "port-mira-city",
    "Ana Lind": "ana-lind",
  });
});

test("regardless of the article's file name, and also if that id is taken", () => {
  const entities = `${ENTITIES}  - { name: Port Mira City, type: City }\n`;
  for (const name of ["port-mira.yaml", "a.yaml"]) {
    const { faults, ids } = idsOf({ [name]: articleOf(CLAIM, "port-mira") }, entities);
    expect(faults).toEqual([]);
    expect(ids).toMatchObject({ "Port Mira": "port-mira-city-2", "Port Mira City": "port-mira-city" });
  }
  const both = { "a.yaml": articleOf(CLAIM, "port-mira"), "b.yaml": articleOf(CLAIM, "port-mira-city") };
  expect(idsOf(both).ids).toMatchObject({ "Port Mira": "port-mira-city-2" });
  const publisher = { "a.yaml": articleOf(CLAIM, "harbour-post"), "b.yaml": articleOf(CLAIM, "ida-lind") };
  expect(idsOf(publisher).ids).toMatchObject({
    "Harbour Post": "harbour-post-publisher",
    "Ida Lind": "ida-lind-journalist",
  });
});

test("two equal ids that are written in files are a fault with both places", () => {
  const entities = ENTITIES.replace("name: Port Mira, type: City", "name: Port Mira, id: mira, type: City");
  expect(faultsOf({ "a.yaml": articleOf(CLAIM, "mira") }, { entities })).toMatchInlineSnapshot(`
    "a.yaml:2:7: error: the entity Port Mira (entities.yaml:5) has the id mira already [duplicate-id]
    2 |   id: "mira"
      |       ^^^^^^
       remove the entity's id:, or give the article another id"
  `);
  expect(idsOf({ "a.yaml": articleOf(CLAIM, "port-mira") }, entities)).toMatchObject({
    faults: [],
    ids: { "Port Mira": "mira" },
  });
});
