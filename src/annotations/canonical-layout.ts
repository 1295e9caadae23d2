/** How a value of an annotation file is best written. `fmt` brings files into this form. */
export interface Layout {
  /** On lines of its own, on one line in brackets, or as it is. */
  readonly style: "block" | "flow" | "either";
  /** The order of a record's keys; others follow as they are. Absent: the file's own order. */
  readonly keys?: readonly string[];
  /** Layouts of values by key. */
  readonly fields?: Readonly<Record<string, Layout>>;
  /** Layout of a list's items, or of all values of a record of names. */
  readonly items?: Layout;
  /** Whether blank lines part what stands in it. Absent: as it is. */
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

/** An entity of a name and a type is often best read on one line. */
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

/** A whole file. Its keys, and those of its records, are those of `RECORD_KEYS`; a test holds the two together. */
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
