import { articleOf, claimOf, ENTITIES, HASH, PASSAGE, VOCABULARY } from "../../annotations/sample.ts";

/** An article of the sample data with every field of a claim, and comments in the usual places. */
const ARTICLE = `# Of the harbour
article:
  id: "007"   # as in the archive
  title: 'Lind: to meet "Castell"'
  publisher: Harbour Post
  authors: [Ida Lind]
  published: 2027-06-03
  url: https://example.org/a?b=c#d
  language: en
  file: a.txt
  sha256: ${HASH}
  length: 400

claims:
  # first
  - id: 1
    triple: Ana Lind MEETS Bo Castell
    claimant: Ida Lind
    via: [Harbour Post, "Ana Lind"]
    stance: denied
    modality: planned
    when: 2027-05/2027-06-02
    said: 2027-06~
    qualifiers: { place: Port Mira, topic: ["fish", 'ships: "Ida"'], guests: 3, since: 2020 }
    gist: >-
      They talk,
      they say.
    ${PASSAGE}

  - id: 2
    triple: '"Northland" SUPPLIES Southland'
    assessment: false
    gist: "Goods \\u2013 of all kinds"
    ${PASSAGE}
    answers: [1]
  - { id: 3, triple: Ana Lind LASTED 12.5 hours, gist: long, passage: { start: 1, end: 2, sha256: ${HASH} } }
  - {id: 4, triple: Ana Lind LASTED >20 days, gist: so, when: 2027-06-02T12:00, passage: {start: 0, end: 400, sha256: ${HASH}}}
omissions:
  - reason: heading
    ${PASSAGE}
    note: |
      no claim
# The end
`;

/** The vocabulary and entities that the other files use. */
export const WORLD: readonly string[] = [VOCABULARY, ENTITIES];

/** Files to mutate, one at a time, read together with `WORLD`. */
export const BASE_FILES: readonly string[] = [
  ARTICLE,
  ARTICLE.replaceAll("\n", "\r\n"),
  `${articleOf(claimOf(1, "Ana Lind MEETS Kim", "stance: affirmed"), "001")}entities:
  - { name: Kim, type: Person, aliases: [K., "Kim: of Port Mira"], id: kim, properties: { born: 1970, note: ~ } }
  - name: Isle
    type: Place
types:
  GREETS: { meaning: says hello, subject: Person, object: [Person], qualifiers: { times: { meaning: how often, kind: number } } }
`,
  ENTITIES.replaceAll("name: ", "name: New ").replace(/aliases: [^}]*?\]/g, "aliases: [Newcomer]"),
  `entityTypes:
  Ship: { meaning: "a ship: any" }
types:
  SAILS_TO:
    meaning: >
      a ship sails
    subject: [Ship]
    object: [Place]
    single: true
stances:
  sworn: says so under oath   # new
`,
  articleOf(
    `${claimOf("a", "article 002 QUOTES Ana Lind")}\n${claimOf(2, "article 002 QUOTES Bo Castell", "when: 2024")}`,
    "002",
  ),
];
