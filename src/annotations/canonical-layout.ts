/** Canonical form of a value in an annotation file, as `fmt` writes it. */
export interface Layout {
  /** On separate lines, on one line in brackets, or as in the file. */
  readonly style: "block" | "flow" | "either";
  /** The order of a record's keys; other keys follow in the file's order. Undefined: the file's order. */
  readonly keys?: readonly string[];
  /** Layouts of a record's values, by key. */
  readonly fields?: Readonly<Record<string, Layout>>;
  /** Layout of a list's items, or of all values of a record whose keys are names. */
  readonly items?: Layout;
  /** Whether blank lines separate its items. Undefined: as in the file. */
  readonly apart?: boolean;
}

const FLOW: Layout = { style: "flow" };

const PASSAGE: Layout = { style: "flow", keys: ["start", "end", "sha256"] };

const ARTICLE: Layout = {
  style: "block",
  keys: [
    "id",
    "title",
    "publisher",
    "authors",
    "published",
    "url",
    "file",
    "sha256",
    "length",
    "language",
    "origin",
  ],
  fields: { authors: FLOW },
  apart: false,
};

const CLAIM: Layout = {
  style: "block",
  keys: [
    "id",
    "triple",
    "claimant",
    "via",
    "stance",
    "modality",
    "assessment",
    "when",
    "said",
    "qualifiers",
    "gist",
    "passage",
    "answers",
    "reports",
  ],
  fields: { via: FLOW, qualifiers: FLOW, passage: PASSAGE, answers: FLOW, reports: FLOW },
  apart: false,
};

const OMISSION: Layout = {
  style: "block",
  keys: ["reason", "note", "passage"],
  fields: { passage: PASSAGE },
  apart: false,
};

/** A short entity, with only a name and a type, is easier to read on one line. */
const ENTITY: Layout = {
  style: "either",
  keys: ["name", "type", "aliases", "id", "properties"],
  fields: { aliases: FLOW, properties: FLOW },
  apart: false,
};

const ENTITY_TYPE: Layout = { style: "flow", keys: ["is", "meaning"] };

const QUALIFIER: Layout = { style: "flow", keys: ["meaning", "kind"] };

const RELATIONSHIP_TYPE: Layout = {
  style: "either",
  keys: ["meaning", "subject", "object", "symmetric", "single", "cameo", "plover", "schema", "qualifiers"],
  fields: { subject: FLOW, object: FLOW, qualifiers: { style: "either", items: QUALIFIER } },
  apart: false,
};

const MEANINGS: Layout = { style: "block" };

/** A whole file. The keys of the file and of its records are those of `RECORD_KEYS`; a test compares the two. */
export const FILE_LAYOUT: Layout = {
  style: "block",
  keys: [
    "article",
    "claims",
    "omissions",
    "entities",
    "entityTypes",
    "stances",
    "modalities",
    "assessments",
    "types",
  ],
  fields: {
    article: ARTICLE,
    claims: { style: "block", items: CLAIM, apart: true },
    omissions: { style: "block", items: OMISSION, apart: true },
    entities: { style: "block", items: ENTITY, apart: true },
    entityTypes: { style: "block", items: ENTITY_TYPE },
    stances: MEANINGS,
    modalities: MEANINGS,
    assessments: MEANINGS,
    types: { style: "block", items: RELATIONSHIP_TYPE, apart: true },
  },
  apart: true,
};
