import { expect, test } from "vitest";
import { gatheredFaults } from "../../src/annotations/gather-faults.ts";
import { articleOf, claimOf, ingestSample } from "./sample.ts";

const rendered = (files: Readonly<Record<string, string>>) =>
  gatheredFaults(ingestSample(files).faults).join("\n");
const articleWith = (triples: readonly string[], id?: string) =>
  articleOf(triples.map((triple, at) => claimOf(at, triple)).join("\n"), id);

test("an undeclared name is reported once, with its other places", () => {
  const files = {
    "a.yaml": articleWith(["Xerxes MEETS Castell", "Castell MEETS xerxes", "Ana Lind MEETS Zoë"]),
    "b.yaml": articleWith(["Ana Lind MEETS Xerxes"], "001"),
  };
  expect(rendered(files)).toMatchInlineSnapshot(`
    "a.yaml:9:13: error: no entity is called Xerxes [unknown-entity]
    9 |     triple: Xerxes MEETS Castell
      |             ^^^^^^
       declare it under entities: - { name: Xerxes, type: ... } of type Person or Government
       also at a.yaml:13, b.yaml:9
    a.yaml:17:28: error: no entity is called Zoë [unknown-entity]
    17 |     triple: Ana Lind MEETS Zoë
       |                            ^^^
       declare it under entities: - { name: Zoë, type: ... } of type Person or Government"
  `);
});

test("only the first of many places are listed", () => {
  const text = articleWith(Array.from({ length: 9 }, () => "Ana Lind SEEES Castell"));
  expect(rendered({ "a.yaml": text })).toMatch(/also at a\.yaml:(\d+, ){5}\d+ and 2 more places$/);
});

test("faults of single records are reported for each record", () => {
  const claims = Array.from({ length: 3 }, () => claimOf(1, "Ana Lind MEETS Castell"));
  expect(rendered({ "a.yaml": articleOf(claims.join("\n")) }).match(/\[duplicate-id\]/g)).toHaveLength(2);
});
