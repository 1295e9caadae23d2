import { describe, expect, test } from "vitest";
import { aliasClashFaults } from "../../src/annotations/find-alias-clashes.ts";
import { copiedWordFaults } from "../../src/annotations/find-copied-words.ts";
import { nearDuplicateFaults } from "../../src/annotations/find-near-duplicates.ts";
import { sameClaimFaults } from "../../src/annotations/find-same-claims.ts";
import { unnamedEndFaults } from "../../src/annotations/find-unnamed-ends.ts";
import type { ArticleReading } from "../../src/annotations/read-article.ts";
import { type Fault, renderFault } from "../../src/diagnostics/fault.ts";
import { articleOf, claimOf, HASH, ingestSample } from "./sample.ts";

const rendered = (faults: readonly Fault[]) => faults.map(renderFault).join("\n");
const messages = (faults: readonly Fault[]) => faults.map(({ message }) => message);

function declarationsOf(...names: readonly string[]) {
  const entities = names.map((name) => `  - { name: "${name}", type: Person }\n`).join("");
  return ingestSample({}, { entities: `entities:\n${entities}` }).declarations;
}

function readingOf(claims: readonly string[], more = ""): ArticleReading {
  const { readings } = ingestSample({ "a.yaml": articleOf(claims.join("\n")) + more });
  const [reading] = readings;
  if (reading === undefined) expect.unreachable("no article");
  return reading;
}

describe("near duplicates", () => {
  test("are reported at the later one", () => {
    expect(
      rendered(nearDuplicateFaults(declarationsOf("Kim Roe", "Ana Lindt", "Anna Lindt"))),
    ).toMatchInlineSnapshot(`
      "entities.yaml:4:13: warning: Anna Lindt is almost the same name as Ana Lindt (entities.yaml:3) [near-duplicate]
      4 |   - { name: "Anna Lindt", type: Person }
        |             ^^^^^^^^^^^^
         if both are the same entity, make one name an alias of the other"
    `);
  });

  test.each([
    ["one letter more", "Castell", "Castells"],
    ["another letter", "Castell", "Kastell"],
    ["two swapped letters", "Castell", "Castlel"],
    ["another order of words", "Lee Ann", "Ann, Lee"],
    ["other punctuation", "Al-Amin", "al Amin"],
    ["a joined word, and case", "Port Mira", "PORTMIRA"],
  ])("%s: %s, %s", (_what, a, b) => {
    expect(nearDuplicateFaults(declarationsOf(a, b))).toHaveLength(1);
  });

  test.each([
    ["Northland", "Southland"],
    ["Talks (May 2024)", "Talks (May 2025)"],
    ["Iran", "Iraq"],
    ["Castell", "Castella X"],
    ["abcdefgh", "bacdefhg"],
  ])("but not %s and %s", (a, b) => {
    expect(messages(nearDuplicateFaults(declarationsOf(a, b)))).toEqual([]);
  });
});

describe("clashes of aliases", () => {
  const clashes = (entities: string) => {
    const { declarations, vocabulary } = ingestSample({}, { entities: `entities:\n${entities}` });
    return rendered(aliasClashFaults(declarations, vocabulary));
  };

  test("are reported within a type and its subtypes", () => {
    expect(
      clashes(
        "  - { name: Ana Lind, type: Person, aliases: [LIND] }\n  - { name: Ida Lind, type: Journalist, aliases: [Lind] }\n",
      ),
    ).toMatchInlineSnapshot(`
      "entities.yaml:3:13: warning: Ida Lind and Ana Lind (entities.yaml:2) are both called Lind [alias-clash]
      3 |   - { name: Ida Lind, type: Journalist, aliases: [Lind] }
        |             ^^^^^^^^
         keep the name for one of them; if both are the same entity, merge them"
    `);
    expect(
      clashes("  - { name: Bo, type: Person }\n  - { name: Ida, type: Person, aliases: [bo] }\n"),
    ).toContain("Ida and Bo (entities.yaml:2) are both called bo");
  });

  test("but not between a city and its government", () => {
    expect(
      clashes(
        "  - { name: Mira, type: City }\n  - { name: Government, type: Government, aliases: [Mira] }\n",
      ),
    ).toBe("");
  });
});

describe("claims that say the same", () => {
  test("about one passage are reported, even if their gists differ", () => {
    const again = claimOf(2, "Lind MEETS Castell", "stance: denied").replace("invented", "other");
    const reading = readingOf([
      claimOf(1, "Ana Lind MEETS Bo Castell"),
      claimOf("x", "Ana Lind MEETS Bo Castell", "stance: denied"),
      again.replaceAll("Lind", "President Lind"),
      claimOf(3, "Bo Castell MEETS Ana Lind"),
      claimOf(4, "Ana Lind MEETS Bo Castell", "when: 2025"),
      claimOf(5, "Ana Lind MEETS Bo Castell").replace("end: 20", "end: 21"),
    ]);
    expect(messages(sameClaimFaults(reading))).toEqual(["claim 2 says the same as claim x"]);
  });
});

describe("subjects and objects that the passage does not name", () => {
  const TEXT = "Lind rose. Rain fell. All slept. She met a man. NORTHLANDISH ships sailed. The two met.\n";
  const unnamed = (words: string, triple: string, more = "") => {
    const start = TEXT.indexOf(words);
    const passage = `passage: { start: ${start}, end: ${start + words.length}, sha256: ${HASH} }`;
    return unnamedEndFaults(readingOf([claimOf(7, triple, more).replace(/passage:.*/, passage)]), TEXT);
  };

  test("are reported at the passage", () => {
    expect(rendered(unnamed("The two met", "Ana Lind MEETS Bo Castell"))).toMatchInlineSnapshot(`
      "a.yaml:11:23: warning: claim 7: neither Ana Lind nor Bo Castell is named in the passage or shortly before [unnamed-end]
      11 |     passage: { start: 75, end: 86, sha256: 0123456789abcdef0123456789abcdef0123456789abcdef012345678…
         |                       ^^^^^^^^^^^
         the passage is “The two met”: are the passage and the entity right? if so, add the name used there as an alias or as the qualifier named"
    `);
    expect(messages(unnamed("rose", "Ana Lind MEETS Bo Castell"))).toEqual([
      "claim 7: Bo Castell is not named in the passage or shortly before",
    ]);
  });

  test.each([
    ["in the passage", "Lind"],
    ["in its sentence", "rose"],
    ["two sentences before", "All slept"],
  ])("but not if named %s: %s", (_what, words) => {
    expect(messages(unnamed(words, "Ana Lind LASTED 3 hours"))).toEqual([]);
  });

  test("but three sentences before is too far", () => {
    expect(messages(unnamed("She met", "Ana Lind LASTED 3 hours"))).toHaveLength(1);
  });

  test("a word with the same stem as a word of the name is enough", () => {
    expect(messages(unnamed("ships sailed", "Northland SUPPLIES Northland"))).toEqual([]);
    expect(messages(unnamed("ships sailed", "Northland SUPPLIES Southland"))).toHaveLength(1);
  });

  test("and so is the value of the qualifier named", () => {
    const vocabulary = "a man";
    const claim = claimOf(7, "Ana Lind MEETS Bo Castell", `qualifiers: { named: ${vocabulary} }`);
    const { readings } = ingestSample(
      { "a.yaml": articleOf(claim.replace("start: 10, end: 20", "start: 33, end: 46")) },
      {
        vocabulary: `entityTypes: { Person: { meaning: p } }
types:
  MEETS: { meaning: m, subject: Person, object: Person, qualifiers: { named: { meaning: n } } }
`,
        entities:
          "entities:\n  - { name: Ana Lind, type: Person, aliases: [she] }\n  - { name: Bo Castell, type: Person }\n",
      },
    );
    expect(readings.flatMap((reading) => messages(unnamedEndFaults(reading, TEXT)))).toEqual([]);
  });
});

describe("words copied from the article", () => {
  const TEXT = "One two “three”, four\nfive six SÉVEN eight nine.";
  test("fewer words at the end of the text are not reported", () => {
    const claim = claimOf(1, "Ana Lind MEETS Castell").replace("invented", "It was eight nine");
    expect(copiedWordFaults(readingOf([claim]), TEXT)).toEqual([]);
  });

  test("eight in a row are reported in gists and notes, seven are not", () => {
    const gist = (words: string, id: string) =>
      claimOf(id, "Ana Lind MEETS Castell").replace("invented", words);
    const reading = readingOf(
      [
        gist("One two three four five six seven", "a"),
        gist("so - two three four five six seven eight nine", "b"),
      ],
      `omissions:\n  - reason: repeats\n    note: one two three four five six seven eight\n    passage: { start: 1, end: 2, sha256: ${HASH} }\n`,
    );
    expect(rendered(copiedWordFaults(reading, TEXT))).toMatchInlineSnapshot(`
      "a.yaml:14:11: warning: the gist copies 8 or more words in a row from the article [copied-words]
      14 |     gist: so - two three four five six seven eight nine
         |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         use your own words
      a.yaml:18:11: warning: the note copies 8 or more words in a row from the article [copied-words]
      18 |     note: one two three four five six seven eight
         |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         use your own words"
    `);
  });
});
