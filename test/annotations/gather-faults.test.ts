import { expect, test } from "vitest";
import { gatheredFaults } from "../../src/annotations/gather-faults.ts";
import { articleOf, claimOf, ingestSample } from "./sample.ts";

const told = (files: Readonly<Record<string, string>>) =>
  gatheredFaults(ingestSample(files).faults).join("\n");
const articleWith = (triples: readonly string[], id?: string) =>
  articleOf(triples.map((triple, at) => claimOf(at, triple)).join("\n"), id);

test("a name that is nowhere declared is told once, with its other places", () => {
  const files = {
    "a.yaml": articleWith(["Xerxes MEETS Castell", "Castell MEETS xerxes", "Ana Lind MEETS Zoë"]),
    "b.yaml": articleWith(["Ana Lind MEETS Xerxes"], "001"),
  };
  expect(told(files)).toMatchInlineSnapshot(`
    "a.yaml:9:13: error: no entity is called Xerxes [unknown-entity]
    9 |     triple: Xerxes MEETS Castell
      |             ^^^^^^
       declare it under entities: - { name: Xerxes, type: ... } of type Person or Government
       the same at a.yaml:13, b.yaml:9
    a.yaml:17:28: error: no entity is called Zoë [unknown-entity]
    17 |     triple: Ana Lind MEETS Zoë
       |                            ^^^
       declare it under entities: - { name: Zoë, type: ... } of type Person or Government"
  `);
});

test("of many places the first are told", () => {
  const text = articleWith(Array.from({ length: 9 }, () => "Ana Lind SEEES Castell"));
  expect(told({ "a.yaml": text })).toMatch(/the same at a\.yaml:(\d+, ){5}\d+ and 2 more places$/);
});

test("what is wrong with one record only is told of each", () => {
  const claims = Array.from({ length: 3 }, () => claimOf(1, "Ana Lind MEETS Castell"));
  expect(told({ "a.yaml": articleOf(claims.join("\n")) }).match(/\[duplicate-id\]/g)).toHaveLength(2);
});
