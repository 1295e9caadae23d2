import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { FILE_LAYOUT, type Layout } from "../../src/annotations/canonical-layout.ts";
import { formatAnnotations } from "../../src/annotations/format-annotations.ts";
import { RECORD_KEYS } from "../../src/annotations/record-keys.ts";
import { renderFault } from "../../src/diagnostics/fault.ts";
import { runs } from "../random-runs.ts";
import { articleOf, claimOf, ENTITIES, HASH, ingestSample, omissionOf, VOCABULARY } from "./sample.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

function formatted(text: string): string {
  const result = formatAnnotations({ path: "a.yaml", text });
  if (result.kind === "refused") expect.unreachable(result.faults.map(renderFault).join("\n"));
  return result.text;
}

function refusal(text: string): string {
  const result = formatAnnotations({ path: "a.yaml", text });
  if (result.kind === "formatted") expect.unreachable("it was formatted");
  return result.faults.map(renderFault).join("\n");
}

const UNTIDY = `# About this file
claims:
- passage: {end: 20,   sha256: ${HASH}, start: 10}
  gist: 'Lind met Castell'   # as she says
  "triple": "Ana Lind MEETS Castell"
  id: 1
  qualifiers:
    guests: 3
    # both halls
    topic: ["fish", 'ships: "Ida"']
  via: [ Lind,
    Castell ]



- {id: 012, triple: 'Ana Lind DESCRIBED_AS "so"', gist: "It is 'so'.", passage: {start: 1, end: 2, sha256: ${HASH}}, when: 2025-05-07}
# The end of the claims
article:
    title: "22:43"
    id: "007"
    file:   a.txt

    length: 400
    sha256: ${HASH}
entities:
  - {name: Kim, type: Person}
  - {type: Person, name: Bo}
  - name: Ida
    aliases:
      - I
      - Miss I
    type: Person
`;

describe("the canonical form", () => {
  test("of an untidy file", () => {
    expect(formatted(UNTIDY).replaceAll(HASH, "HASH")).toMatchInlineSnapshot(`
      "# About this file

      # The end of the claims
      article:
        id: "007"
        title: "22:43"
        file: a.txt
        sha256: HASH
        length: 400

      claims:
        - id: 1
          triple: Ana Lind MEETS Castell
          via: [Lind, Castell]
          qualifiers:
            guests: 3
            # both halls
            topic: [fish, 'ships: "Ida"']
          gist: Lind met Castell # as she says
          passage: { start: 10, end: 20, sha256: HASH }

        - id: 012
          triple: Ana Lind DESCRIBED_AS "so"
          when: 2025-05-07
          gist: It is 'so'.
          passage: { start: 1, end: 2, sha256: HASH }

      entities:
        - { name: Kim, type: Person }
        - { name: Bo, type: Person }

        - name: Ida
          type: Person
          aliases: [I, Miss I]
      "
    `);
  });

  test("has one kind of line breaks, also in comments of several lines", () => {
    const text = `${UNTIDY}\n# first\n#  second\n\n# third\n`;
    expect(formatted(text.replaceAll("\n", "\r\n"))).toBe(formatted(text));
  });

  test("keeps numbers, words and dates as they are written", () => {
    const claim = claimOf(
      "012",
      "a MEETS b",
      "assessment: False\nwhen: 2025\nqualifiers: { a: 1.50, b: 0x1F, c: ~ }",
    );
    expect(formatted(articleOf(claim))).toContain("  - id: 012\n");
    expect(formatted(articleOf(claim))).toContain("    assessment: False\n    when: 2025\n");
    expect(formatted(articleOf(claim))).toContain("qualifiers: { a: 1.50, b: 0x1F, c: ~ }\n");
  });

  test("keeps the comment at the head of the file, and comments in brackets", () => {
    const text = `# yaml-language-server: $schema=x
entities:
  - { name: Kim, # c
      type: Person }
article: { id: a }
claims: [] # none
`;
    expect(formatted(text)).toBe(`# yaml-language-server: $schema=x

article:
  id: a

claims: [] # none

entities:
  - name: Kim # c
    type: Person
`);
  });

  test("has the keys of the format", () => {
    const field = (layout: Layout | undefined, name: string) => layout?.fields?.[name];
    const sections: readonly [
      Layout | undefined,
      { required: readonly string[]; optional: readonly string[] },
    ][] = [
      [FILE_LAYOUT, RECORD_KEYS.file],
      [field(FILE_LAYOUT, "article"), RECORD_KEYS.article],
      [field(FILE_LAYOUT, "claims")?.items, RECORD_KEYS.claim],
      [field(field(FILE_LAYOUT, "claims")?.items, "passage"), RECORD_KEYS.passage],
      [field(FILE_LAYOUT, "omissions")?.items, RECORD_KEYS.omission],
      [field(FILE_LAYOUT, "entities")?.items, RECORD_KEYS.entity],
      [field(FILE_LAYOUT, "entityTypes")?.items, RECORD_KEYS.entityType],
      [field(FILE_LAYOUT, "types")?.items, RECORD_KEYS.relationshipType],
      [field(field(FILE_LAYOUT, "types")?.items, "qualifiers")?.items, RECORD_KEYS.qualifier],
    ];
    for (const [layout, { required, optional }] of sections) {
      expect([...(layout?.keys ?? [])].sort()).toEqual([...required, ...optional].sort());
    }
  });
});

describe("files that are refused", () => {
  test.each([
    ["not YAML", "article: {", "[yaml-syntax]"],
    ["not an annotation", "services: { a: b }\n", "[unknown-file]"],
    ["a duplicate key", "entities: []\nentities: []\n", "[duplicate-key]"],
    ["an anchor", "entities: &a []\n", "[yaml-anchor]"],
    ["an empty file", "", "[empty-file]"],
    ["content that cannot be kept", 'entities: [{ name: x, type: !!int "7" }]\n', "[unformattable]"],
    ["a comment that would end in the middle", "stances:\n# \u2028\n  sworn: says so\n", "[unformattable]"],
  ])("%s", (_what, text, code) => {
    expect(refusal(text)).toContain(code);
  });

  test("but not a file with faults of other kinds", () => {
    expect(formatted(articleOf(claimOf(1, "Nobody MEATS Nobody", "stanc: x")))).toContain("stanc: x");
  });
});

/** Texts with comments, blank lines, quotation marks and orders of keys as people may write them. */
const untidy = fc
  .record({
    base: fc.constantFrom(
      articleOf(
        [
          claimOf(
            1,
            "President Lind MEETS Castell",
            "when: 2025-05-07\nqualifiers: { guests: 3, topic: [fish, ships] }",
          ),
          claimOf(
            "x",
            "Castell MEETS Ana Lind",
            "claimant: Castell\nvia:\n  - Harbour Post\nstance: denied\nanswers: 1",
          ),
        ].join("\n"),
      ),
      omissionOf("no-type\n    note: an 'oath'"),
      VOCABULARY,
      ENTITIES,
    ),
    changes: fc.array(
      fc.record({
        line: fc.nat(60),
        change: fc.constantFrom(
          "comment",
          "comment further in",
          "comment at the end",
          "blank",
          "swap",
          "quote",
        ),
        comment: fc.constantFrom("# x", "#", "#y: z", "# { ' \" :"),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ base, changes }) => {
    const lines = base.split("\n");
    for (const { line, change, comment } of changes) {
      const at = line % lines.length;
      const text = lines[at] ?? "";
      const indent = /^ */.exec(text)?.[0] ?? "";
      const next = lines[at + 1];
      if (change === "comment") lines.splice(at, 0, `${indent}${comment}`);
      else if (change === "comment further in") lines.splice(at, 0, `${indent}    ${comment}`);
      else if (change === "comment at the end" && text !== "") lines[at] = `${text} ${comment}`;
      else if (change === "blank") lines.splice(at, 0, "", "");
      else if (change === "quote") lines[at] = text.replace(/: (\w[\w ]*)$/, ': "$1"');
      else if (
        change === "swap" &&
        next !== undefined &&
        /^ *[a-z]+: \S/.test(text) &&
        /^ *[a-z]+: \S/.test(next)
      ) {
        if (next.startsWith(indent) && !next.startsWith(`${indent} `)) lines.splice(at, 2, next, text);
      }
    }
    return lines.join("\n");
  })
  .filter((text) => {
    try {
      return parse(text) !== undefined;
    } catch {
      return false;
    }
  });

const commentCount = (text: string) => text.match(/#/g)?.length ?? 0;

/** The ingested content, without places. */
function reading(text: string) {
  const { vocabulary, entities, articles, claims, faults } = ingestSample(
    { "a.yaml": text },
    text.includes("types:") || text.includes("entities:") ? { vocabulary: "", entities: "" } : {},
  );
  return {
    vocabulary,
    entities,
    articles,
    claims,
    faults: faults.map(({ code, message }) => `${code} ${message}`).sort(),
  };
}

test("formatting keeps the content and every comment; formatting twice changes nothing", () => {
  fc.assert(
    fc.property(untidy, (text) => {
      const once = formatted(text);
      expect(formatted(once)).toBe(once);
      expect(reading(once)).toEqual(reading(text));
      expect(commentCount(once)).toBe(commentCount(text));
    }),
    { numRuns: runs(50) },
  );
});

test("formatting the shipped seeds does not change their content", () => {
  const files = readdirSync(SEEDS, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".yaml"),
  );
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const text = readFileSync(join(SEEDS, file), "utf8");
    expect(parse(formatted(text))).toEqual(parse(text));
  }
});
