import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName } from "../../src/graph/fold-name.ts";

describe("foldName", () => {
  test.each([
    ["Zelensky", "zelensky"],
    ["ZELENSKÝ", "zelensky"],
    ["Žofia  Nováková ", "zofia novakova"],
    ["e\u0301tat", "etat"],
    ["Straße", "strasse"],
    ["İzmir", "izmir"],
    ["ΟΔΟΣ", "οδοσ"],
    ["Ёлка", "елка"],
    ["東京", "東京"],
    ["", ""],
  ])("%s folds to %s", (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  test("folding twice changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldName(foldName(text))).toBe(foldName(text));
      }),
    );
  });

  test("case and composition make no difference", () => {
    // Exclude the Greek iota subscript: it is a diacritic in lower case and a letter in upper case.
    const texts = fc.string({ unit: "grapheme" }).filter((text) => !text.normalize("NFD").includes("\u0345"));
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldName(text.normalize("NFC"))).toBe(foldName(text.normalize("NFD")));
        expect(foldName(text.toUpperCase())).toBe(foldName(text));
      }),
    );
  });
});
