/** The keys of one kind of record. */
export interface RecordKeys {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** Every record of the format. `seeds/schema/` describes the same to editors; a test compares the two. */
export const RECORD_KEYS = {
  file: {
    required: [],
    optional: [
      "entityTypes",
      "types",
      "stances",
      "modalities",
      "assessments",
      "entities",
      "article",
      "claims",
      "omissions",
    ],
  },
  article: {
    required: ["id", "title", "file", "sha256", "length"],
    optional: ["publisher", "authors", "published", "url", "language", "origin"],
  },
  claim: {
    required: ["id", "triple", "gist", "passage"],
    optional: [
      "claimant",
      "via",
      "stance",
      "modality",
      "assessment",
      "when",
      "said",
      "qualifiers",
      "answers",
      "reports",
    ],
  },
  omission: { required: ["reason", "passage"], optional: ["note"] },
  passage: { required: ["start", "end", "sha256"], optional: [] },
  entity: { required: ["name", "type"], optional: ["aliases", "id", "properties"] },
  entityType: { required: ["meaning"], optional: ["is"] },
  relationshipType: {
    required: ["meaning", "subject", "object"],
    optional: ["symmetric", "single", "cameo", "plover", "schema", "qualifiers"],
  },
  qualifier: { required: ["meaning"], optional: ["kind"] },
} as const satisfies Record<string, RecordKeys>;
