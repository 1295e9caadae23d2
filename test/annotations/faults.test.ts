import { describe, expect, test } from "vitest";
import { FAULT_CODES } from "../../src/annotations/fault-codes.ts";
import { articleOf, CODES_MET, claimOf, faultsOf, faultsOfClaim, HASH, PASSAGE } from "./sample.ts";

const BAD_TYPES = `types:
  visits: { meaning: travels to, subject: [Person], object: [Place] }
  VISITS: { meaning: travels to, subject: [Persn], object: [Place], symmetric: maybe }
  CALLS:
    meaning: telephones
    subject: Person
    object: Person
    qualifiers:
      stance: { meaning: taken }
      Length: { meaning: capital }
      length: { meaning: how long, kind: duration }
`;

const BAD_ENTITY_TYPES = `entityTypes:
  Harbour: { meaning: a place for ships, is: Dock }
  Dock: { meaning: a place for ships, is: Harbour }
  Pier: { meaning: a place for ships, is: Docks }
  Article: { meaning: built in }
  dock: { meaning: small }
`;

const BAD_ARTICLE = `article:
  id: 012
  title: Some title
  publisher: Harbor Post
  authors: [Lind, Castell]
  published: 2025-02-30
  url: javascript:alert(1)
  file: ..
  sha256: 12ab
  length: many
claims: []
`;

const BAD_CLAIM = `claimant: Castel
via: [Harbour Post, Nobody]
stance: deneid
modality: possible
assessment: true
when: 2025-5-7
said: 2025-05-10/2025-05-07`;

const BAD_QUALIFIERS = `qualifiers:
  place: Port Maria
  topics: fish
  guests: [3, many]
  since: last year`;

const BAD_PASSAGES = `- id: 1
  triple: Ana Lind MEETS Bo Castell
  gist: it ends before it starts
  passage: { start: 20, end: 20, sha256: ${HASH} }
- id: 2
  triple: Ana Lind MEETS Bo Castell
  gist: it ends after the article
  passage: { start: 20, end: 401, sha256: ${HASH} }
- id: 3
  triple: Ana Lind MEETS Bo Castell
  gist: it is not a passage
  passage: { start: -1, end: 2.5, sha256: 12ab }`;

const BAD_REFERENCES = [
  claimOf(1, "Ana Lind MEETS Bo Castell", "answers: [2, 001#2]"),
  claimOf(1, "Bo Castell MEETS Ana Lind", "reports: 1\nanswers: 007#3"),
  claimOf("x", "Bo Castell MEETS Ana Lind", "reports: [1, x, 001#1]"),
].join("\n");

describe("files", () => {
  test("an empty file", () => {
    expect(faultsOf({ "a.yaml": "" })).toMatchInlineSnapshot(`
      "a.yaml:1:1: error: the file is empty [empty-file]
         write an article, entities or types into it"
    `);
  });

  test("a file of comments", () => {
    expect(faultsOf({ "a.yaml": "# nothing yet\n" })).toMatchInlineSnapshot(`
      "a.yaml:1:1: error: the file is empty [empty-file]
      1 | # nothing yet
        | ^
         write an article, entities or types into it"
    `);
  });

  test("binary junk", () => {
    expect(faultsOf({ "a.yaml": "\u0089PNG\r\n\u001a\n\u0000\u0000IHDR" })).toMatchInlineSnapshot(`
      "a.yaml:2:1: error: a control character (\\u001a): this is not a text file [not-text]
      2 | \\u001a
        | ^^^^^^"
    `);
  });

  test("a file that is not of one of the three kinds", () => {
    expect(faultsOf({ "a.yaml": "articel:\n  id: 1\n" })).toMatchInlineSnapshot(`
      "a.yaml:1:1: error: the file is not an article, a list of entities or a vocabulary [unknown-file]
      1 | articel:
        | ^^^^^^^
         did you mean article?"
    `);
  });

  test("a list at the top", () => {
    expect(faultsOf({ "a.yaml": "- one\n- two\n" })).toMatchInlineSnapshot(`
      "a.yaml:1:1: error: the file is a YAML list, not a record of keys [unknown-file]
      1 | - one
        | ^
         a file of annotations begins with article:, entities: or types:"
    `);
  });

  test("a file that is too large", () => {
    expect(faultsOf({ "a.yaml": "#\n".repeat(2_000_001) })).toMatchInlineSnapshot(`
      "a.yaml:1:1: error: the file has 4000002 characters; at most 4000000 are read [file-too-large]
      1 | #
        | ^
         split it into several files"
    `);
  });

  test("a line that is too long", () => {
    expect(faultsOf({ "a.yaml": `# first\narticle: ${"x".repeat(10_001)}\n` })).toMatchInlineSnapshot(`
      "a.yaml:2:1: error: the line has 10010 characters; at most 10000 are read [line-too-long]
      2 | article: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
        | ^
         break it into several lines"
    `);
  });

  test("an article without claims", () => {
    expect(faultsOf({ "a.yaml": articleOf("").replace(/claims:.*/s, "") })).toMatchInlineSnapshot(`
      "a.yaml:1:1: error: an annotated article needs claims: [missing-key]
      1 | article:
        | ^^^^^^^"
    `);
  });

  test("claims without an article", () => {
    expect(faultsOf({ "a.yaml": "claims: []\n" })).toMatchInlineSnapshot(`
      "a.yaml:1:1: error: an annotated article needs article: [missing-key]
      1 | claims: []
        | ^^^^^^"
    `);
  });
});

describe("YAML", () => {
  test("a second colon", () => {
    expect(
      faultsOf({
        "a.yaml": articleOf(claimOf(1, "Ana Lind MEETS Bo Castell")).replace("invented", "Lind says: no"),
      }),
    ).toMatchInlineSnapshot(`
      "a.yaml:10:20: error: a second \`: \` on this line [yaml-syntax]
      10 |     gist: Lind says: no
         |                    ^
         put a text that contains \`: \` in quotes"
    `);
  });

  test("text after a quoted name", () => {
    expect(faultsOfClaim('"Ana Lind" MEETS Bo Castell')).toMatchInlineSnapshot(`
      "a.yaml:9:24: error: text after the closing quotation mark [yaml-syntax]
      9 |     triple: "Ana Lind" MEETS Bo Castell
        |                        ^^^^^^^^^^^^^^^^
         put the whole text in single quotes, as in triple: '"Some Name" MEETS Other'"
    `);
  });

  test("a quotation mark that is never closed", () => {
    expect(faultsOf({ "a.yaml": 'entities:\n  - name: "Kim\n    type: Person\n' })).toMatchInlineSnapshot(`
      "a.yaml:2:11: error: a quotation mark that is never closed [yaml-syntax]
      2 |   - name: "Kim
        |           ^"
    `);
  });

  test("a tab as indentation", () => {
    expect(faultsOf({ "a.yaml": "entities:\n\t- name: Kim\n" })).toMatchInlineSnapshot(`
      "a.yaml:2:1: error: a tab as indentation [yaml-syntax]
      2 |  - name: Kim
        | ^
         YAML is indented with spaces"
    `);
  });

  test("a leading >", () => {
    expect(faultsOfClaim(">20 guests LASTED x")).toMatchInlineSnapshot(`
      "a.yaml:9:15: error: a > or | that does not begin a block of text [yaml-syntax]
      9 |     triple: >20 guests LASTED x
        |               ^
         put a text that begins with > or | in quotes"
    `);
  });

  test("two documents", () => {
    expect(faultsOf({ "a.yaml": "entities: []\n---\nentities: []\n" })).toMatchInlineSnapshot(`
      "a.yaml:2:1: error: a second YAML document [yaml-syntax]
      2 | ---
        | ^^^
         put each article in a separate file"
    `);
  });

  test("a tag", () => {
    expect(faultsOf({ "a.yaml": "entities:\n  - { name: !Kim x, type: Person }\n" })).toMatchInlineSnapshot(`
      "a.yaml:2:13: error: unresolved tag: !Kim [yaml-syntax]
      2 |   - { name: !Kim x, type: Person }
        |             ^^^^
         if the ! belongs to the text, put the text in quotes"
    `);
  });

  test("an alias and its anchor", () => {
    expect(
      faultsOf({
        "a.yaml": "entities:\n  - { name: &kim Kim, type: Person }\n  - { name: Kit, type: *kim }\n",
      }),
    ).toMatchInlineSnapshot(`
      "a.yaml:2:13: error: annotations do not use YAML anchors (&kim) [yaml-anchor]
      2 |   - { name: &kim Kim, type: Person }
        |             ^^^^
         if the & or * belongs to the text, put the text in quotes
      a.yaml:3:24: error: annotations do not use YAML aliases (*kim) [yaml-anchor]
      3 |   - { name: Kit, type: *kim }
        |                        ^^^^
         if the & or * belongs to the text, put the text in quotes"
    `);
  });

  test("deep nesting", () => {
    expect(faultsOf({ "a.yaml": `entities: ${"[".repeat(30)}${"]".repeat(30)}\n` })).toMatchInlineSnapshot(`
      "a.yaml:1:12: error: an entity must be a record of keys; this is a list [wrong-kind]
      1 | entities: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         keys: name, type, aliases, id, properties
      a.yaml:1:31: error: values are nested more than 20 levels deep [too-deep]
      1 | entities: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        |                               ^^^^^^^^^^^^^^^^^^^^"
    `);
  });

  test("very deep nesting", () => {
    expect(faultsOf({ "a.yaml": "[".repeat(9_000) })).toMatchInlineSnapshot(`
      "a.yaml:1:21: error: values are nested more than 20 levels deep [too-deep]
      1 | [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[…
        |                     ^"
    `);
  });

  test("a duplicate key", () => {
    expect(
      faultsOfClaim("Ana Lind MEETS Bo Castell", "stance: denied\nstance: affirmed"),
    ).toMatchInlineSnapshot(`
      "a.yaml:11:5: error: the key stance is used twice [duplicate-key]
      11 |     stance: affirmed
         |     ^^^^^^
         keep one of the two"
    `);
  });
});

describe("keys and values", () => {
  test("an unknown key", () => {
    expect(faultsOfClaim("Ana Lind MEETS Bo Castell", "claimnt: Castell")).toMatchInlineSnapshot(`
      "a.yaml:10:5: error: a claim has no key claimnt [unknown-key]
      10 |     claimnt: Castell
         |     ^^^^^^^
         did you mean claimant?"
    `);
  });

  test("missing keys", () => {
    expect(
      faultsOf({ "a.yaml": articleOf("- id: 1\n  triple: Ana Lind MEETS Bo Castell") }),
    ).toMatchInlineSnapshot(`
      "a.yaml:8:5: error: a claim needs gist:, passage: [missing-key]
      8 |   - id: 1
        |     ^^^^^"
    `);
  });

  test("a misspelt key is not also reported as missing", () => {
    expect(
      faultsOf({ "a.yaml": articleOf(claimOf(1, "Ana Lind MEETS Bo Castell")).replace("gist", "gits") }),
    ).toMatchInlineSnapshot(`
      "a.yaml:10:5: error: a claim has no key gits [unknown-key]
      10 |     gits: invented
         |     ^^^^
         did you mean gist?"
    `);
  });

  test("a key without a value", () => {
    expect(faultsOfClaim("Ana Lind MEETS Bo Castell", "when:")).toMatchInlineSnapshot(`
      "a.yaml:10:5: error: when has no value [wrong-kind]
      10 |     when:
         |     ^^^^
         give it one, or leave the line out"
    `);
  });

  test("a text instead of a record", () => {
    expect(faultsOf({ "a.yaml": articleOf("- Ana Lind MEETS Bo Castell") })).toMatchInlineSnapshot(`
      "a.yaml:8:5: error: a claim must be a record of keys; this is a text [wrong-kind]
      8 |   - Ana Lind MEETS Bo Castell
        |     ^^^^^^^^^^^^^^^^^^^^^^^^^
         keys: id, triple, gist, passage, claimant, via, stance, modality, assessment, when, said, qualifiers, answers, reports"
    `);
  });

  test("a record instead of a text", () => {
    expect(faultsOfClaim("Ana Lind MEETS Bo Castell", "via: [{ name: Castell }]")).toMatchInlineSnapshot(`
      "a.yaml:10:11: error: via must be a text; this is a record [wrong-kind]
      10 |     via: [{ name: Castell }]
         |           ^^^^^^^^^^^^^^^^^"
    `);
  });

  test("a record instead of a list", () => {
    expect(faultsOf({ "a.yaml": "entities: { name: Kim }\n" })).toMatchInlineSnapshot(`
      "a.yaml:1:11: error: entities must be a list; this is a record [wrong-kind]
      1 | entities: { name: Kim }
        |           ^^^^^^^^^^^^^
         begin each item with \`- \`"
    `);
  });

  test("not a whole number", () => {
    expect(faultsOf({ "a.yaml": articleOf("[]").replace("400", "4e2") })).toMatchInlineSnapshot(`
      "a.yaml:6:11: error: length must be a whole number; this is 4e2 [wrong-kind]
      6 |   length: 4e2
        |           ^^^"
    `);
  });

  test("invalid ids and file names", () => {
    expect(
      faultsOf({ "a.yaml": articleOf("- { id: 1#2 }", "a b").replace("a b.txt", "../../secret") }),
    ).toMatchInlineSnapshot(`
      "a.yaml:2:7: error: a b is not a valid id [bad-name]
      2 |   id: "a b"
        |       ^^^^^
         an id may contain only letters, digits, hyphens, dots and underscores
      a.yaml:4:9: error: ../../secret is not a plain file name [bad-name]
      4 |   file: ../../secret
        |         ^^^^^^^^^^^^
         write only the file name; --articles DIR names its folder
      a.yaml:8:7: error: a claim needs triple:, gist:, passage: [missing-key]
      8 |   - { id: 1#2 }
        |       ^^^^^^^
      a.yaml:8:11: error: 1#2 is not a valid id [bad-name]
      8 |   - { id: 1#2 }
        |           ^^^
         number the claims, or use short words"
    `);
  });

  test("keys that are names of JavaScript", () => {
    expect(
      faultsOf({ "a.yaml": "__proto__: { polluted: 1 }\nconstructor: 1\nentities: []\n" }),
    ).toMatchInlineSnapshot(`
      "a.yaml:1:1: error: a file of annotations has no key __proto__ [unknown-key]
      1 | __proto__: { polluted: 1 }
        | ^^^^^^^^^
         it has: entityTypes, types, stances, modalities, assessments, entities, article, claims, omissions
      a.yaml:2:1: error: a file of annotations has no key constructor [unknown-key]
      2 | constructor: 1
        | ^^^^^^^^^^^
         it has: entityTypes, types, stances, modalities, assessments, entities, article, claims, omissions"
    `);
  });
});

describe("vocabulary", () => {
  test("names, kinds and types", () => {
    expect(faultsOf({ "v.yaml": BAD_TYPES })).toMatchInlineSnapshot(`
      "v.yaml:2:3: error: visits is not a valid name here [bad-name]
      2 |   visits: { meaning: travels to, subject: [Person], object: [Place] }
        |   ^^^^^^
         write it like SUPPLIES_TO
      v.yaml:3:44: error: no entity type Persn [unknown-entity-type]
      3 |   VISITS: { meaning: travels to, subject: [Persn], object: [Place], symmetric: maybe }
        |                                            ^^^^^
         did you mean Person?
      v.yaml:3:80: error: symmetric must be true or false [wrong-kind]
      3 | …to, subject: [Persn], object: [Place], symmetric: maybe }
        |                                                    ^^^^^
      v.yaml:9:7: error: a qualifier cannot be called stance [bad-name]
      9 |       stance: { meaning: taken }
        |       ^^^^^^
         every claim has a property stance already
      v.yaml:10:7: error: Length is not a valid name here [bad-name]
      10 |       Length: { meaning: capital }
         |       ^^^^^^
         write it like commodity
      v.yaml:11:42: error: unknown kind of qualifier: duration [wrong-kind]
      11 |       length: { meaning: how long, kind: duration }
         |                                          ^^^^^^^^
         write text, number, entity or date"
    `);
  });

  test("a circular entity type", () => {
    expect(faultsOf({ "v.yaml": BAD_ENTITY_TYPES })).toMatchInlineSnapshot(`
      "v.yaml:2:46: error: Harbour is its own ancestor through is: [circular-type]
      2 |   Harbour: { meaning: a place for ships, is: Dock }
        |                                              ^^^^
      v.yaml:3:43: error: Dock is its own ancestor through is: [circular-type]
      3 |   Dock: { meaning: a place for ships, is: Harbour }
        |                                           ^^^^^^^
      v.yaml:4:43: error: no entity type Docks [unknown-entity-type]
      4 |   Pier: { meaning: a place for ships, is: Docks }
        |                                           ^^^^^
         did you mean Dock?
      v.yaml:5:3: error: the type Article is built in [duplicate-type]
      5 |   Article: { meaning: built in }
        |   ^^^^^^^
         leave one of the two out
      v.yaml:6:3: error: dock is not a valid name here [bad-name]
      6 |   dock: { meaning: small }
        |   ^^^^
         write it like CityState"
    `);
  });

  test("a type that is declared twice", () => {
    expect(
      faultsOf({ "v.yaml": "types:\n  MEETS: { meaning: again, subject: Person, object: Person }\n" }),
    ).toMatchInlineSnapshot(`
      "v.yaml:2:3: error: the type MEETS is declared already [duplicate-type]
      2 |   MEETS: { meaning: again, subject: Person, object: Person }
        |   ^^^^^
         leave one of the two out"
    `);
  });
});

describe("entities", () => {
  test("an unknown entity type", () => {
    expect(
      faultsOf({
        "e.yaml": "entities:\n  - { name: Kim, type: Persn }\n  - { name: 3.5 hours, type: Value }\n",
      }),
    ).toMatchInlineSnapshot(`
      "e.yaml:2:24: error: no entity type Persn [unknown-entity-type]
      2 |   - { name: Kim, type: Persn }
        |                        ^^^^^
         did you mean Person?
      e.yaml:3:30: error: an entity cannot have the built-in type Value [unknown-entity-type]
      3 |   - { name: 3.5 hours, type: Value }
        |                              ^^^^^
         choose another type from entityTypes:"
    `);
  });

  test("a duplicate name in a file", () => {
    expect(
      faultsOf({
        "e.yaml": "entities:\n  - { name: Žofia, type: Person }\n  - { name: zofia, type: Person }\n",
      }),
    ).toMatchInlineSnapshot(`
      "e.yaml:3:13: error: there is an entity Žofia already (Person) [duplicate-entity]
      3 |   - { name: zofia, type: Person }
        |             ^^^^^
         merge the two, or rename one of them"
    `);
  });

  test("a name with two types", () => {
    expect(faultsOf({ "e.yaml": "entities:\n  - { name: ana lind, type: City }\n" })).toMatchInlineSnapshot(`
      "e.yaml:2:13: error: there is an entity Ana Lind already (Person) [duplicate-entity]
      2 |   - { name: ana lind, type: City }
        |             ^^^^^^^^
         merge the two, or rename one of them"
    `);
  });

  test("an id and a property that conflict with another file", () => {
    const more =
      "entities:\n  - { name: Port Mira, type: City, id: mira, properties: { founded: 1304, capital: true } }\n";
    expect(faultsOf({ "f.yaml": more })).toMatchInlineSnapshot(`
      "f.yaml:2:40: error: the id of Port Mira is port-mira already [different-entity]
      2 |   - { name: Port Mira, type: City, id: mira, properties: { founded: 1304, capital: true } }
        |                                        ^^^^
         write the same in both files, or leave it out here
      f.yaml:2:69: error: founded of Port Mira is 1204 already [different-entity]
      2 | …ira, type: City, id: mira, properties: { founded: 1304, capital: true } }
        |                                                    ^^^^
         write the same in both files, or leave it out here"
    `);
    const same =
      "entities:\n  - { name: port mira, type: City, id: port-mira, properties: { founded: 1204, size: 3 } }\n";
    expect(faultsOf({ "f.yaml": same })).toBe("");
  });

  test("a duplicate id", () => {
    expect(
      faultsOf({ "e.yaml": "entities:\n  - { name: Ana-Lind, type: Person }\n" }),
    ).toMatchInlineSnapshot(`
      "e.yaml:2:13: error: Ana Lind has the id ana-lind already [duplicate-id]
      2 |   - { name: Ana-Lind, type: Person }
        |             ^^^^^^^^
         if both are the same entity, make one name an alias of the other; if not, add an id: to one of them"
    `);
  });

  test("no id", () => {
    expect(
      faultsOf({
        "e.yaml": "entities:\n  - { name: '!?', type: Person }\n  - { name: Kim, type: Person, id: a b }\n",
      }),
    ).toMatchInlineSnapshot(`
      "e.yaml:2:13: error: no id can be made from this name [bad-name]
      2 |   - { name: '!?', type: Person }
        |             ^^^^
         add id: with letters or digits
      e.yaml:3:36: error: a b is not a valid id [bad-name]
      3 |   - { name: Kim, type: Person, id: a b }
        |                                    ^^^
         an id may contain only letters, digits, hyphens, dots and underscores"
    `);
  });

  test("reserved property names", () => {
    expect(
      faultsOf({
        "e.yaml":
          "entities:\n  - { name: Kim, type: Person, properties: { aliases: x, Born: 1, __proto__: 2, since: [] } }\n",
      }),
    ).toMatchInlineSnapshot(`
      "e.yaml:2:46: error: a property cannot be called aliases [bad-name]
      2 |   - { name: Kim, type: Person, properties: { aliases: x, Born: 1, __proto__: 2, since: [] } }
        |                                              ^^^^^^^
         begin with a lowercase letter; id, name, aliases, labels are reserved
      e.yaml:2:58: error: a property cannot be called Born [bad-name]
      2 | …ame: Kim, type: Person, properties: { aliases: x, Born: 1, __proto__: 2, since: [] } }
        |                                                    ^^^^
         begin with a lowercase letter; id, name, aliases, labels are reserved
      e.yaml:2:67: error: a property cannot be called __proto__ [bad-name]
      2 | … type: Person, properties: { aliases: x, Born: 1, __proto__: 2, since: [] } }
        |                                                    ^^^^^^^^^
         begin with a lowercase letter; id, name, aliases, labels are reserved
      e.yaml:2:88: error: since must be a text; this is a list [wrong-kind]
      2 | …ties: { aliases: x, Born: 1, __proto__: 2, since: [] } }
        |                                                    ^^"
    `);
  });
});

describe("articles", () => {
  test("metadata", () => {
    expect(faultsOf({ "a.yaml": BAD_ARTICLE })).toMatchInlineSnapshot(`
      "a.yaml:4:14: error: no entity is called Harbor Post [unknown-entity]
      4 |   publisher: Harbor Post
        |              ^^^^^^^^^^^
         did you mean Harbour Post?
      a.yaml:5:13: error: several entities are called Lind [ambiguous-alias]
      5 |   authors: [Lind, Castell]
        |             ^^^^
         write Ana Lind or Ida Lind
      a.yaml:6:22: error: published: 2025-02-30 is not a date [bad-date]
      6 |   published: 2025-02-30
        |                      ^^
         dates are EDTF, such as 2025-05-07, 2025-05, 2025-05-07/2025-05-10, 2025-05-07/.. or 2025-05~
      a.yaml:7:8: error: javascript:alert(1) is not an http or https address [bad-url]
      7 |   url: javascript:alert(1)
        |        ^^^^^^^^^^^^^^^^^^^
         write the article's address in full, such as https://example.org/harbour-talks
      a.yaml:8:9: error: .. is not a plain file name [bad-name]
      8 |   file: ..
        |         ^^
         write only the file name; --articles DIR names its folder
      a.yaml:9:11: error: a SHA-256 has 64 hexadecimal digits; this has 4 characters [bad-hash]
      9 |   sha256: 12ab
        |           ^^^^
         hearsay check --articles DIR prints the right one
      a.yaml:10:11: error: length must be a whole number; this is many [wrong-kind]
      10 |   length: many
         |           ^^^^"
    `);
  });

  test("a duplicate id", () => {
    expect(faultsOf({ "a.yaml": articleOf("[]"), "b.yaml": articleOf("[]") })).toMatchInlineSnapshot(`
      "b.yaml:2:7: error: there is an article 000 already [duplicate-id]
      2 |   id: "000"
        |       ^^^^^
         give it another id"
    `);
  });

  test("an id that is also an entity's", () => {
    const entities = "entities:\n  - { name: Northland, id: north, type: Country }\n";
    expect(faultsOf({ "a.yaml": articleOf("[]", "north") }, { entities })).toMatchInlineSnapshot(`
      "a.yaml:2:7: error: the entity Northland (entities.yaml:2) has the id north already [duplicate-id]
      2 |   id: "north"
        |       ^^^^^^^
         remove the entity's id:, or give the article another id"
    `);
  });
});

describe("triples", () => {
  test("an unknown relationship type", () => {
    expect(faultsOfClaim("Ana Lind METS Bo Castell")).toMatchInlineSnapshot(`
      "a.yaml:9:22: error: no relationship type METS [unknown-type]
      9 |     triple: Ana Lind METS Bo Castell
        |                      ^^^^
         did you mean MEETS?"
    `);
  });

  test("no relationship type", () => {
    expect(faultsOfClaim("Ana Lind meets Bo Castell")).toMatchInlineSnapshot(`
      "a.yaml:9:22: error: the triple has no relationship type [bad-triple]
      9 |     triple: Ana Lind meets Bo Castell
        |                      ^^^^^
         types are written in capitals: did you mean MEETS?"
    `);
  });

  test("several relationship types", () => {
    expect(faultsOfClaim("Ana Lind MEETS SUPPLIES Castell")).toMatchInlineSnapshot(`
      "a.yaml:9:28: error: the triple has several relationship types: MEETS, SUPPLIES [bad-triple]
      9 |     triple: Ana Lind MEETS SUPPLIES Castell
        |                            ^^^^^^^^
         put a name that contains such a word in double quotes: "...""
    `);
  });

  test("an unknown entity, in a scalar in quotes", () => {
    expect(faultsOfClaim("'Anna Lind MEETS \"Bo Castle\"'")).toMatchInlineSnapshot(`
      "a.yaml:9:14: error: no entity is called Anna Lind [unknown-entity]
      9 |     triple: 'Anna Lind MEETS "Bo Castle"'
        |              ^^^^^^^^^
         did you mean Ana Lind or Ida Lind?
      a.yaml:9:31: error: no entity is called Bo Castle [unknown-entity]
      9 |     triple: 'Anna Lind MEETS "Bo Castle"'
        |                               ^^^^^^^^^
         did you mean Bo Castell?"
    `);
  });

  test("an unknown entity without a similar name", () => {
    expect(faultsOfClaim("Ana Lind MEETS Xerxes")).toMatchInlineSnapshot(`
      "a.yaml:9:28: error: no entity is called Xerxes [unknown-entity]
      9 |     triple: Ana Lind MEETS Xerxes
        |                            ^^^^^^
         declare it under entities: - { name: Xerxes, type: ... } of type Person or Government"
    `);
  });

  test("an unknown entity in place of a literal", () => {
    expect(faultsOfClaim("Ana Lind LASTED long")).toMatchInlineSnapshot(`
      "a.yaml:9:29: error: no entity is called long [unknown-entity]
      9 |     triple: Ana Lind LASTED long
        |                             ^^^^
         put a text that is not a name in double quotes, or declare it under entities: - { name: long, type: ... }"
    `);
  });

  test("an ambiguous alias", () => {
    expect(faultsOfClaim("Lind MEETS Bo Castell")).toMatchInlineSnapshot(`
      "a.yaml:9:13: error: several entities are called Lind [ambiguous-alias]
      9 |     triple: Lind MEETS Bo Castell
        |             ^^^^
         write Ana Lind or Ida Lind"
    `);
  });

  test("a subject of a wrong type, with an alias of another entity of the right type", () => {
    expect(faultsOfClaim("Port Mira SUPPLIES Southland")).toMatchInlineSnapshot(`
      "a.yaml:9:13: error: SUPPLIES takes no City as subject (Port Mira) [subject-type]
      9 |     triple: Port Mira SUPPLIES Southland
        |             ^^^^^^^^^
         did you mean Government of Northland?"
    `);
  });

  test("an object of a wrong type", () => {
    expect(faultsOfClaim("Ana Lind MEETS Northland")).toMatchInlineSnapshot(`
      "a.yaml:9:28: error: MEETS takes no Country as object (Northland) [object-type]
      9 |     triple: Ana Lind MEETS Northland
        |                            ^^^^^^^^^
         it takes Person or Government"
    `);
  });

  test("a literal that the type does not accept", () => {
    expect(faultsOfClaim("Ana Lind MEETS 3.5 hours")).toMatchInlineSnapshot(`
      "a.yaml:9:28: error: MEETS takes no Value as object (3.5 hours) [object-type]
      9 |     triple: Ana Lind MEETS 3.5 hours
        |                            ^^^^^^^^^
         it takes Person or Government"
    `);
  });

  test("the article as a subject that the type does not accept", () => {
    expect(faultsOfClaim("this article MEETS Ana Lind")).toMatchInlineSnapshot(`
      "a.yaml:9:13: error: MEETS takes no Article as subject (this article) [subject-type]
      9 |     triple: this article MEETS Ana Lind
        |             ^^^^^^^^^^^^
         it takes Person or Government"
    `);
  });

  test("the place of a fault in a folded scalar is the whole scalar", () => {
    expect(faultsOfClaim(">-\n    Ana Lind METS\n    Bo Castell")).toMatchInlineSnapshot(`
      "a.yaml:9:13: error: no relationship type METS [unknown-type]
      9 |     triple: >-
        |             ^^
         did you mean MEETS?"
    `);
  });
});

describe("the rest of a claim", () => {
  test("who, how and when", () => {
    expect(faultsOfClaim("Ana Lind MEETS Bo Castell", BAD_CLAIM)).toMatchInlineSnapshot(`
      "a.yaml:10:15: error: no entity is called Castel [unknown-entity]
      10 |     claimant: Castel
         |               ^^^^^^
         did you mean Castell?
      a.yaml:11:25: error: no entity is called Nobody [unknown-entity]
      11 |     via: [Harbour Post, Nobody]
         |                         ^^^^^^
         declare it under entities: - { name: Nobody, type: ... }
      a.yaml:12:13: error: no stance deneid [unknown-stance]
      12 |     stance: deneid
         |             ^^^^^^
         did you mean denied?
      a.yaml:13:15: error: no modality possible [unknown-modality]
      13 |     modality: possible
         |               ^^^^^^^^
         the vocabulary has: actual, planned
      a.yaml:14:17: error: no assessment true [unknown-assessment]
      14 |     assessment: true
         |                 ^^^^
         the vocabulary has: false
      a.yaml:15:16: error: when: 2025-5-7 is not a date [bad-date]
      15 |     when: 2025-5-7
         |                ^^^
         did you mean 2025-05-07?
      a.yaml:16:22: error: said: 2025-05-10/2025-05-07 ends before it starts [bad-date]
      16 |     said: 2025-05-10/2025-05-07
         |                      ^^^^^^^^^^
         write the earlier date first"
    `);
  });

  test("qualifiers", () => {
    expect(faultsOfClaim("Ana Lind MEETS Bo Castell", BAD_QUALIFIERS)).toMatchInlineSnapshot(`
      "a.yaml:11:14: error: no entity is called Port Maria [unknown-entity]
      11 |       place: Port Maria
         |              ^^^^^^^^^^
         did you mean Port Mira?
      a.yaml:12:7: error: MEETS has no qualifier topics [unknown-qualifier]
      12 |       topics: fish
         |       ^^^^^^
         did you mean topic?
      a.yaml:13:19: error: guests must be a number; this is many [wrong-kind]
      13 |       guests: [3, many]
         |                   ^^^^
      a.yaml:14:14: error: since: last year is not a date [bad-date]
      14 |       since: last year
         |              ^^^^^^^^^
         dates are EDTF, such as 2025-05-07, 2025-05, 2025-05-07/2025-05-10, 2025-05-07/.. or 2025-05~"
    `);
  });

  test("qualifiers of a type without qualifiers", () => {
    expect(
      faultsOfClaim("Northland SUPPLIES Southland", "qualifiers: { goods: fish }"),
    ).toMatchInlineSnapshot(`
      "a.yaml:10:19: error: SUPPLIES has no qualifier goods [unknown-qualifier]
      10 |     qualifiers: { goods: fish }
         |                   ^^^^^
         it declares none"
    `);
  });

  test("passages", () => {
    expect(faultsOf({ "a.yaml": articleOf(BAD_PASSAGES) })).toMatchInlineSnapshot(`
      "a.yaml:11:32: error: the passage ends at 20, not after its start at 20 [passage-range]
      11 |     passage: { start: 20, end: 20, sha256: 0123456789abcdef0123456789abcdef0123456789abcdef012345678…
         |                                ^^
         offsets count code points from 0; end is the offset after the last one
      a.yaml:15:32: error: the passage ends at 401, but the article's text at 400 [passage-range]
      15 |     passage: { start: 20, end: 401, sha256: 0123456789abcdef0123456789abcdef0123456789abcdef01234567…
         |                                ^^^
         offsets count Unicode code points, not bytes
      a.yaml:19:23: error: start must be a whole number; this is -1 [wrong-kind]
      19 |     passage: { start: -1, end: 2.5, sha256: 12ab }
         |                       ^^
      a.yaml:19:32: error: end must be a whole number; this is 2.5 [wrong-kind]
      19 |     passage: { start: -1, end: 2.5, sha256: 12ab }
         |                                ^^^
      a.yaml:19:45: error: a SHA-256 has 64 hexadecimal digits; this has 4 characters [bad-hash]
      19 |     passage: { start: -1, end: 2.5, sha256: 12ab }
         |                                             ^^^^
         hearsay check --articles DIR prints the right one"
    `);
  });

  test("ids and references", () => {
    expect(
      faultsOf({
        "a.yaml": articleOf(BAD_REFERENCES),
        "b.yaml": articleOf(claimOf(1, "Ana Lind MEETS Bo Castell"), "001"),
      }),
    ).toMatchInlineSnapshot(`
      "a.yaml:10:15: error: article 000 has no claim 2 [unknown-claim]
      10 |     answers: [2, 001#2]
         |               ^
         write the id of a claim of the same article, or article#claim, such as 003#14
      a.yaml:10:18: error: article 001 has no claim 2 [unknown-claim]
      10 |     answers: [2, 001#2]
         |                  ^^^^^
         write the id of a claim of the same article, or article#claim, such as 003#14
      a.yaml:13:9: error: the article has a claim 1 already [duplicate-id]
      13 |   - id: 1
         |         ^
         change the id of one of them
      a.yaml:16:14: warning: the article 007 is not loaded [absent-article]
      16 |     answers: 007#3
         |              ^^^^^
         did you mean 000 or 001?"
    `);
  });
});

describe("omissions", () => {
  test("reasons, notes, passages", () => {
    const items = [
      `  - { reason: boilerplte, note: a form, ${PASSAGE} }`,
      `  - { reason: no-type, ${PASSAGE} }`,
      "  - { note: a form }",
    ];
    expect(
      faultsOf({ "a.yaml": `${articleOf("[]")}omissions:\n${items.join("\n")}\n` }),
    ).toMatchInlineSnapshot(`
      "a.yaml:10:15: error: no reason boilerplte [unknown-reason]
      10 |   - { reason: boilerplte, note: a form, passage: { start: 10, end: 20, sha256: 0123456789abcdef01234…
         |               ^^^^^^^^^^
         did you mean boilerplate?
      a.yaml:11:15: error: no-type needs note:, to say what the sentence states [missing-key]
      11 |   - { reason: no-type, passage: { start: 10, end: 20, sha256: 0123456789abcdef0123456789abcdef012345…
         |               ^^^^^^^
         these notes show which types the vocabulary lacks
      a.yaml:12:7: error: an omission needs reason:, passage: [missing-key]
      12 |   - { note: a form }
         |       ^^^^^^^^^^^^"
    `);
  });

  test("a file with only omissions", () => {
    expect(faultsOf({ "a.yaml": "omissions: []\n" })).toMatchInlineSnapshot(`
      "a.yaml:1:1: error: an annotated article needs article: [missing-key]
      1 | omissions: []
        | ^^^^^^^^^"
    `);
  });
});

test("every kind of fault that a text can have is tested above", () => {
  const testedElsewhere = [
    "unreadable-file",
    "no-annotations",
    "missing-text",
    "article-changed",
    "passage-changed",
    "overlooked-sentence",
    "unformattable",
    "hidden-character",
    "look-alike",
    "near-duplicate",
    "alias-clash",
    "same-claim",
    "unnamed-end",
    "copied-words",
  ];
  const codes = Object.keys(FAULT_CODES).filter((code) => !testedElsewhere.includes(code));
  expect([...CODES_MET].sort()).toEqual(codes.sort());
});
