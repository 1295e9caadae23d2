import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ingest } from "../../src/annotations/ingest.ts";
import { locate } from "../../src/diagnostics/span.ts";
import { runs } from "../random-runs.ts";
import { articleOf, claimOf, ENTITIES, ingestSample, VOCABULARY } from "./sample.ts";

function places(faults: ReturnType<typeof ingestSample>["faults"]): readonly string[] {
  return faults.map(({ file, text, span, code }) => `${file}:${locate(text, span.start).line} ${code}`);
}

describe("several files", () => {
  test("all faults of a run are reported, in the order of files and lines", () => {
    const a = articleOf([claimOf(1, "Ana LIND METS Castell"), claimOf(2, "Castell MEETS Xerxes")].join("\n"));
    const b = articleOf(claimOf(1, "Castell MEETS Xi", "when: soon\nsaid: 2025-13"), "001");
    const { faults } = ingestSample({ "b.yaml": b, "broken.yaml": "a: [", "a.yaml": a });
    expect(places(faults)).toEqual([
      "b.yaml:9 unknown-entity",
      "b.yaml:10 bad-date",
      "b.yaml:11 bad-date",
      "broken.yaml:1 yaml-syntax",
      "a.yaml:9 unknown-type",
      "a.yaml:13 unknown-entity",
    ]);
  });

  test("claims without errors are in the graph even if others have errors", () => {
    const text = articleOf(
      [
        claimOf(1, "Ana Lind MEETS Nobody"),
        claimOf(2, "Ana Lind MEETS Castell", "when: soon"),
        claimOf(3, "Ana Lind MEETS Castell", "answers: 007#1"),
        claimOf(4, "Ana Lind MEETS Castell", "answers: 1"),
      ].join("\n"),
    );
    const { graph, faults } = ingestSample({ "a.yaml": text });
    expect(graph.edges()).toEqual(["000#3", "000#4"]);
    expect(places(faults)).toEqual([
      "a.yaml:9 unknown-entity",
      "a.yaml:14 bad-date",
      "a.yaml:19 absent-article",
    ]);
  });

  test("the intact lines of a file with broken YAML are still read", () => {
    const text = articleOf(
      [
        claimOf(1, "Ana Lind MEETS Castell"),
        claimOf(2, "Ana Lind MEETS Nobody"),
        claimOf(3, "Castell MEETS Ana Lind"),
      ].join("\n"),
    ).replace("invented", "Lind: no");
    const other = articleOf(claimOf(1, "Castell MEETS Ana Lind", "answers: 000#9"), "001");
    const { graph, faults } = ingestSample({ "a.yaml": text, "b.yaml": other });
    expect(places(faults)).toEqual(["a.yaml:10 yaml-syntax", "a.yaml:13 unknown-entity"]);
    expect(graph.edges()).toEqual(["000#3", "001#1"]);
  });

  test("an entity may be declared by several files that agree on its type", () => {
    const more =
      "entities:\n  - { name: ANA LIND, type: Person, aliases: [The Boss], properties: { born: 1970 } }\n";
    const { graph, faults } = ingestSample({
      "more.yaml": more,
      "a.yaml": articleOf(claimOf(1, "the boss MEETS Castell")),
    });
    expect(faults).toEqual([]);
    expect(graph.getNodeAttributes("ana-lind")).toMatchObject({
      name: "Ana Lind",
      aliases: ["Lind", "President Lind", "The Boss"],
      born: 1970,
    });
    expect(graph.source("000#1")).toBe("ana-lind");
  });

  test("one file can be used alone with a default vocabulary", () => {
    const text = `${articleOf(claimOf(1, "Kim MEETS Kit"))}entities:\n  - { name: Kim, type: Person }\n  - { name: Kit, type: Person }\n`;
    const files = [{ path: "a.yaml", text }];
    const defaultVocabulary = { path: "vocabulary.yaml", text: VOCABULARY };
    expect(ingest(files, { defaultVocabulary }).counts).toMatchObject({ claims: 1, entities: 2 });
    expect(places(ingest(files).faults)).toContain("a.yaml:9 unknown-type");
  });

  test("a custom vocabulary replaces the default", () => {
    const types =
      "types:\n  HUGS: { meaning: embraces, subject: Person, object: Person }\nentityTypes:\n  Person: { meaning: human }\n";
    const { vocabulary } = ingest([{ path: "v.yaml", text: types }], {
      defaultVocabulary: { path: "default.yaml", text: VOCABULARY },
    });
    expect([...vocabulary.relationshipTypes.keys()]).toEqual(["HUGS"]);
    expect([...vocabulary.stances.keys()]).toEqual(["affirmed"]);
  });

  test("a type missing from a custom vocabulary but present in the default gets a hint", () => {
    const types =
      "types:\n  HUGS: { meaning: embraces, subject: Robot, object: Robot }\nentityTypes:\n  Robot: { meaning: machine }\n";
    const entities =
      "entities:\n  - { name: Ann, type: Robot }\n  - { name: Bob, type: Person }\n  - { name: C, type: Elf }\n";
    const { faults } = ingest(
      [
        { path: "v.yaml", text: types },
        { path: "a.yaml", text: `${articleOf(claimOf(1, "Ann MEETS Bob"))}${entities}` },
      ],
      { defaultVocabulary: { path: "default.yaml", text: VOCABULARY } },
    );
    const hints = faults.map(({ message, hint }) => `${message}; ${hint}`);
    expect(hints).toEqual([
      expect.stringMatching(
        /^no relationship type MEETS; the shipped vocabulary has MEETS, but yours replaces it; /,
      ),
      expect.stringMatching(
        /^no entity type Person; the shipped vocabulary has Person, but yours replaces it; /,
      ),
      "no entity type Elf; declare it under entityTypes:",
    ]);
  });

  describe("types that name entity types of the default vocabulary", () => {
    const withTypes = (types: string) =>
      ingest([{ path: "v.yaml", text: types }], {
        defaultVocabulary: { path: "default.yaml", text: VOCABULARY },
      });

    test("are added to it", () => {
      const { vocabulary, faults } = withTypes(
        "types:\n  HUGS: { meaning: embraces, subject: Person, object: Robot }\nentityTypes:\n  Robot: { meaning: machine, is: Person }\n",
      );
      const shipped = ingest([], {
        defaultVocabulary: { path: "default.yaml", text: VOCABULARY },
      }).vocabulary;
      expect(faults).toEqual([]);
      expect([...vocabulary.relationshipTypes.keys()]).toEqual([...shipped.relationshipTypes.keys(), "HUGS"]);
      expect(vocabulary.entityTypes.get("Robot")).toMatchObject({ is: "Person" });
      expect(vocabulary.stances).toEqual(shipped.stances);
    });

    test("replace those with the same name, once", () => {
      const own = "types:\n  MEETS: { meaning: embraces, subject: Person, object: Person }\n";
      const { vocabulary, faults } = withTypes(own);
      expect(faults).toEqual([]);
      expect(vocabulary.relationshipTypes.get("MEETS")).toMatchObject({ meaning: "embraces" });
      const twice = `${own}  MEETS: { meaning: x, subject: Person, object: Person }\n`;
      expect(withTypes(twice).faults).toMatchObject([{ code: "duplicate-key", file: "v.yaml" }]);
    });

    test("may reverse the type hierarchy", () => {
      const { faults } = withTypes(
        "entityTypes:\n  Place: { meaning: a, is: City }\n  City: { meaning: b }\n",
      );
      expect(faults).toEqual([]);
    });
  });
});

describe("names", () => {
  const endsOf = (triple: string) => {
    const { graph, faults } = ingestSample({ "a.yaml": articleOf(claimOf(1, triple)) });
    return faults.length > 0 ? places(faults) : graph.extremities("000#1");
  };

  test.each([
    ["ANA LIND MEETS bo castell", ["ana-lind", "bo-castell"]],
    ["Ána Lind MEETS Castell", ["ana-lind", "bo-castell"]],
    ["The Citadel MEETS Castell", ["government-of-northland", "bo-castell"]],
    ['"Ana Lind LASTED ""', ["a.yaml:9 yaml-syntax"]],
    ["Lind MEETS Castell", ["a.yaml:9 ambiguous-alias"]],
  ])("%s", (triple, ends) => {
    expect(endsOf(triple)).toEqual(ends);
  });

  test("a canonical name takes precedence over an alias", () => {
    const { graph } = ingestSample({
      "a.yaml": articleOf(claimOf(1, "Ana Lind MEETS Castell", "qualifiers: { place: Port Mira }")),
    });
    expect(graph.getEdgeAttribute("000#1", "place")).toBe("Port Mira");
    expect(endsOf("Port Mira MEETS Castell")).toEqual(["a.yaml:9 subject-type"]);
  });

  test("names of all scripts have ids", () => {
    const names = ["Їжак Ёлка", "東京", "Ørsted A/S", "O'Hara", "العربية"];
    const entities = `entities:\n${names.map((name) => `  - { name: "${name}", type: Person }\n`).join("")}`;
    expect(ingestSample({}, { entities }).graph.nodes()).toEqual([
      "іжак-елка",
      "東京",
      "ørsted-a-s",
      "ohara",
      "العربية",
    ]);
  });
});

test("ids are taken as written, not as YAML reads numbers", () => {
  const text = articleOf(
    [
      claimOf("012", "Ana Lind MEETS Castell"),
      claimOf("0x1F", "Ana Lind MEETS Castell", "answers: 012"),
    ].join("\n"),
  ).replace('"000"', "007");
  const { graph, faults } = ingestSample({ "a.yaml": text });
  expect(faults).toEqual([]);
  expect(graph.edges()).toEqual(["007#012", "007#0x1F"]);
  expect(graph.getEdgeAttribute("007#0x1F", "answers")).toEqual(["007#012"]);
});

test("Windows newlines and a byte order mark make no difference", () => {
  const texts = { "a.yaml": articleOf(claimOf(1, "Ana Lind MEETS Castell", "stance: denied")) };
  const windows = { "a.yaml": `\ufeff${texts["a.yaml"].replaceAll("\n", "\r\n")}` };
  expect(ingestSample(windows).graph.export()).toEqual(ingestSample(texts).graph.export());
  expect(ingestSample(windows).faults).toEqual([]);
});

test("messages cannot forge terminal output", () => {
  const text = articleOf(claimOf(1, "Ana Lind MEETS \u009b31mEvil\u202e", "stance: \u2067x"));
  for (const { message, hint } of ingestSample({ "a.yaml": text }).faults) {
    expect(`${message}${hint}`).not.toMatch(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/);
  }
});

describe("any text", () => {
  const snippets = [
    "article:",
    "claims:",
    "- ",
    "  ",
    "\n",
    "id: 1",
    "triple: ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    ": ",
    "&a ",
    "*a",
    "!!map ",
    "? ",
    "|",
    ">",
    "#",
    "<<: ",
    "\t",
    "é",
    "𝒳",
    "\r",
    "---\n",
    "%YAML 1.1\n",
  ];
  const texts = fc.oneof(
    fc.string({ unit: fc.constantFrom(...snippets), maxLength: 60 }),
    fc.string({ unit: "binary" }),
  );

  test("returns faults within the text, and never throws", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const fault of ingest([{ path: "a.yaml", text }]).faults) {
          expect(fault.span.start).toBeLessThanOrEqual(fault.span.end);
          expect(fault.span.end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  test("a valid file with any range deleted has faults or is still valid", () => {
    const sound = articleOf(
      claimOf(1, "Ana Lind MEETS Castell", "when: 2025-05-07\nqualifiers: { place: Port Mira }"),
    );
    const offset = fc.nat(sound.length);
    fc.assert(
      fc.property(offset, offset, (a, b) => {
        const text = sound.slice(0, Math.min(a, b)) + sound.slice(Math.max(a, b));
        const { faults, claims } = ingestSample({ "a.yaml": text });
        for (const fault of faults) expect(fault.span.end).toBeLessThanOrEqual(fault.text.length);
        if (claims.length === 0 && !/^claims: *$/m.test(text)) expect(faults.length).toBeGreaterThan(0);
      }),
      { numRuns: runs(100) },
    );
  });
});

test("YAML aliases cannot expand to gigabytes", () => {
  const levels = Array.from(
    { length: 30 },
    (_, at) => `  l${at + 1}: &l${at + 1} [${`*l${at}, `.repeat(9)}]`,
  );
  const text = `entities:\n  l0: &l0 x\n${levels.join("\n")}\n`;
  const { faults } = ingest([{ path: "a.yaml", text }]);
  expect(faults.some(({ code }) => code === "yaml-anchor")).toBe(true);
});

test("an article may have thousands of claims", () => {
  const claims = Array.from({ length: 2000 }, (_, at) =>
    claimOf(at, "Ana Lind MEETS Castell", "when: 2025-05-07"),
  );
  const { counts, faults } = ingestSample({ "a.yaml": articleOf(claims.join("\n")) }, { entities: ENTITIES });
  expect(faults).toEqual([]);
  expect(counts.claims).toBe(2000);
});
