import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { OMISSION_REASONS } from "../../src/annotations/omission.ts";
import { RECORD_KEYS, type RecordKeys } from "../../src/annotations/record-keys.ts";
import { QUALIFIER_KINDS } from "../../src/annotations/vocabulary.ts";
import { articleOf, claimOf, ENTITIES, omissionOf, PASSAGE, VOCABULARY } from "./sample.ts";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

interface Schema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, { readonly description?: string; readonly $ref?: string }>>;
  readonly $defs: Readonly<Record<string, Schema>>;
}

function schemaOf(name: string): Schema {
  return JSON.parse(readFileSync(join(SEEDS, "schema", `${name}.schema.json`), "utf8"));
}

const annotation = schemaOf("annotation");
const entities = schemaOf("entities");
const vocabulary = schemaOf("vocabulary");

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
ajv.addSchema(annotation, "annotation.schema.json");
ajv.addSchema(entities, "entities.schema.json");
ajv.addSchema(vocabulary, "vocabulary.schema.json");

function schemaErrors(name: string, text: string): readonly string[] {
  ajv.validate(`${name}.schema.json`, parse(text));
  return (ajv.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

describe("the schemas and ingest have the same keys", () => {
  test.each<[string, Schema | undefined, RecordKeys]>([
    ["article", annotation.$defs["article"], RECORD_KEYS.article],
    ["claim", annotation.$defs["claim"], RECORD_KEYS.claim],
    ["omission", annotation.$defs["omission"], RECORD_KEYS.omission],
    ["passage", annotation.$defs["passage"], RECORD_KEYS.passage],
    ["entity", entities.$defs["entity"], RECORD_KEYS.entity],
    ["entityType", vocabulary.$defs["entityType"], RECORD_KEYS.entityType],
    ["relationshipType", vocabulary.$defs["relationshipType"], RECORD_KEYS.relationshipType],
    ["qualifier", vocabulary.$defs["qualifier"], RECORD_KEYS.qualifier],
  ])("%s", (_name, schema, keys) => {
    expect([...(schema?.required ?? [])].sort()).toEqual([...keys.required].sort());
    expect(Object.keys(schema?.properties ?? {}).sort()).toEqual([...keys.required, ...keys.optional].sort());
    for (const property of Object.values(schema?.properties ?? {})) {
      expect(property.description ?? property.$ref).toBeTruthy();
    }
  });

  test("file", () => {
    expect(Object.keys(annotation.properties).sort()).toEqual([...RECORD_KEYS.file.optional].sort());
    for (const key of [...Object.keys(entities.properties), ...Object.keys(vocabulary.properties)]) {
      expect(RECORD_KEYS.file.optional).toContain(key);
    }
  });

  test("reasons of omissions", () => {
    const reason = annotation.$defs["omission"]?.properties["reason"];
    expect(reason).toMatchObject({ enum: Object.keys(OMISSION_REASONS) });
  });

  test("kinds of qualifiers", () => {
    const kind = vocabulary.$defs["qualifier"]?.properties["kind"];
    expect(kind).toMatchObject({ enum: QUALIFIER_KINDS });
  });
});

describe("the schemas accept what ingest accepts", () => {
  test("the test sample", () => {
    const claim = claimOf(
      1,
      "a MEETS b",
      "via: x\nassessment: false\nwhen: 2025\nqualifiers: { a: [1, x], b: true }\nanswers: [1, 000#2]",
    );
    expect(schemaErrors("annotation", articleOf(claim))).toEqual([]);
    expect(schemaErrors("annotation", omissionOf("no-type\n    note: an oath"))).toEqual([]);
    expect(schemaErrors("entities", ENTITIES)).toEqual([]);
    expect(schemaErrors("vocabulary", VOCABULARY)).toEqual([]);
  });

  test("the shipped seeds", () => {
    expect(schemaErrors("vocabulary", readFileSync(join(SEEDS, "vocabulary.yaml"), "utf8"))).toEqual([]);
    expect(schemaErrors("entities", readFileSync(join(SEEDS, "entities.yaml"), "utf8"))).toEqual([]);
    const articles = readdirSync(join(SEEDS, "articles")).filter((file) => file.endsWith(".yaml"));
    expect(articles.length).toBeGreaterThan(0);
    for (const file of articles) {
      const text = readFileSync(join(SEEDS, "articles", file), "utf8");
      expect([file, schemaErrors("annotation", text)]).toEqual([file, []]);
    }
  });
});

test.each([
  ["an unknown key", "annotation", articleOf(claimOf(1, "a MEETS b", "claimnt: x"))],
  ["a missing key", "annotation", articleOf("- { id: 1 }")],
  ["a path as file name", "annotation", articleOf("[]").replace("000.txt", "../x")],
  ["a short hash", "annotation", articleOf("[]").replace(/sha256: \w+/, "sha256: 12ab")],
  ["an omission without a reason", "annotation", `${articleOf("[]")}omissions: [{ ${PASSAGE} }]\n`],
  ["an omission of no type and no note", "annotation", omissionOf("no-type")],
  ["a type in small letters", "vocabulary", VOCABULARY.replace("MEETS", "meets")],
  ["an entity without a type", "entities", "entities: [{ name: Kim }]"],
  ["a reserved property name", "entities", "entities: [{ name: Kim, type: Person, properties: { id: 1 } }]"],
])("the schemas reject %s", (_what, name, text) => {
  expect(schemaErrors(name, text)).not.toEqual([]);
});
