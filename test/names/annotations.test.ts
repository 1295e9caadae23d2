/**
 * Law: annotations mean the same for all names of entities, ids, qualifiers and properties, and `fmt` and `check`
 * accept odd names like any others.
 */
import { describe, expect, test } from "vitest";
import { ID } from "../../src/annotations/entity-id.ts";
import { aliasClashFaults } from "../../src/annotations/find-alias-clashes.ts";
import { hiddenCharacterFaults } from "../../src/annotations/find-hidden-characters.ts";
import { nearDuplicateFaults } from "../../src/annotations/find-near-duplicates.ts";
import { formatAnnotations } from "../../src/annotations/format-annotations.ts";
import { type Ingested, ingest } from "../../src/annotations/ingest.ts";
import { renderFault } from "../../src/diagnostics/fault.ts";
import { Engine } from "../../src/engine.ts";
import { evidenceText } from "../../src/output/evidence/evidence-text.ts";
import { toGexf } from "../../src/output/graph/gexf.ts";
import { readSceneData, writeSceneData } from "../../src/viewer/scene-data.ts";
import { HASH, VOCABULARY } from "../annotations/sample.ts";
import { sample } from "../random-runs.ts";
import { checkThatObjectsStayClean, ODD_NAMES, quoted } from "./inherited-names.ts";

checkThatObjectsStayClean();

const PLAIN = "plain";

/** Names that the format allows as an id; an entity may have any name. */
const IDS = ODD_NAMES.filter((name) => ID.test(name));
/** Names that the format allows as a qualifier and as a property of an entity, without another meaning there. */
const PROPERTIES = ODD_NAMES.filter(
  (name) => /^[a-z]\w*$/i.test(name) && !/^(name|id|labels|type)$/.test(name),
);

/**
 * One file. `name` is used as an entity, in an alias, as a claimant and as a qualifier's value; the other names as
 * their parameters say.
 */
function annotations({ name = PLAIN, id = PLAIN, articleId = "article", property = PLAIN }): string {
  const text = (value: string) => JSON.stringify(value);
  return `${VOCABULARY.replace("topic: {", `${text(property)}: {`)}
article:
  id: ${text(articleId)}
  title: ${text(name)}
  publisher: ${text(name)}
  authors: [${text(name)}]
  file: "${articleId}.txt"
  sha256: ${HASH}
  length: 400
claims:
  - id: 1
    triple: '"${name}" MEETS "other ${name}"'
    claimant: ${text(name)}
    via: [${text(name)}]
    qualifiers: { ${text(property)}: ${text(name)}, place: ${text(name)} }
    gist: ${text(name)}
    passage: { start: 10, end: 20, sha256: ${HASH} }
  - id: 2
    triple: '"other ${name}" MEETS "${name}"'
    claimant: "other ${name}"
    stance: denied
    gist: no
    passage: { start: 30, end: 40, sha256: ${HASH} }
    answers: 1
entities:
  - { name: ${text(name)}, type: Person, id: ${text(id)}, properties: { ${text(property)}: 1 } }
  - { name: friend, type: Person, aliases: [${text(`other ${name}`)}] }
`;
}

function ingested(names: Parameters<typeof annotations>[0]): Ingested {
  return ingest([{ path: "a.yaml", text: annotations(names) }]);
}

/** The results of all queries on a graph of annotations, with the names as they are. */
function answers(
  { graph, faults, counts, declarations, vocabulary }: Ingested,
  property: string,
): readonly unknown[] {
  const engine = new Engine(graph);
  const rows = (query: string) => engine.run(query).rows;
  const key = quoted(property);
  const result = engine.run("MATCH (a)-[r]->(b) RETURN a, r, b", {}, { evidence: true });
  const groups = engine.claims().groups(graph.edges());
  return [
    faults.map(renderFault),
    counts,
    [
      aliasClashFaults(declarations, vocabulary),
      nearDuplicateFaults(declarations),
      hiddenCharacterFaults(declarations),
    ],
    rows("MATCH (n) RETURN id(n), n.id, n.name, n.aliases, n.title, n.publisher, n.authors"),
    rows(`MATCH (n) WHERE n.${key} IS NOT NULL RETURN n.name, n.${key}`),
    rows(
      `MATCH (a)-[r]->(b) RETURN a.name, r.claimant, r.via, r.${key}, r.place, r.article, r.claim, r.gist, b.name`,
    ),
    rows("CALL claims.contested() YIELD subject, object RETURN subject.id, object.id"),
    groups.map(({ subject, object, claims, against }) => [
      subject,
      object,
      [...claims, ...against].map(({ article, claimant, qualifiers, via, id }) => [
        article,
        claimant,
        qualifiers,
        via,
        id,
      ]),
    ]),
    evidenceText(groups).split("\n").length,
    result.evidence(0).nodes.map(({ id }) => id),
    readSceneData(writeSceneData({ graph: result.subgraph() })).graph.order,
    toGexf(graph).split("<node ").length,
  ];
}

/** Replaces the names in a result. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") {
    const whole = names.get(value);
    if (whole !== undefined) return whole;
    const [, before = "", name = "", after = ""] = /^(other )?(\w+)((?:#\d|\.txt)?)$/.exec(value) ?? [];
    return names.has(name) ? `${before}${names.get(name)}${after}` : value;
  }
  if (Array.isArray(value)) return value.map((item) => renamed(item, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value).map(([key, item]) => [key, renamed(item, names)]);
}

describe("annotations with a name that every object has", () => {
  test.each(ODD_NAMES.filter((name) => !name.includes("`")))("entity and claimant %s", (name) => {
    const odd = answers(ingested({ name }), PLAIN);
    expect(odd[0]).toEqual([]);
    expect(renamed(odd, new Map([[name, "plain"]]))).toEqual(
      renamed(answers(ingested({}), PLAIN), new Map()),
    );
  });

  test.each(IDS)("entity with the id %s", (id) => {
    const odd = answers(ingested({ name: "Kim", id }), PLAIN);
    const plain = answers(ingested({ name: "Kim", id: "roe" }), PLAIN);
    expect(odd[0]).toEqual([]);
    expect(renamed(odd, new Map([[id, "roe"]]))).toEqual(renamed(plain, new Map()));
  });

  test.each(IDS)("article with the id %s", (articleId) => {
    const odd = answers(ingested({ articleId }), PLAIN);
    expect(odd[0]).toEqual([]);
    const plain = renamed(answers(ingested({ articleId: "text" }), PLAIN), new Map());
    expect(renamed(odd, new Map([[articleId, "text"]]))).toEqual(plain);
  });

  test.each(PROPERTIES)("qualifier and property %s", (property) => {
    const odd = answers(ingested({ property }), property);
    expect(odd[0]).toEqual([]);
    expect(renamed(odd, new Map([[property, PLAIN]]))).toEqual(
      renamed(answers(ingested({}), PLAIN), new Map()),
    );
  });

  test("an entity named Constructor, whose id is derived from its name", () => {
    const text = annotations({ name: "Constructor" }).replace(', id: "plain"', "");
    const { graph, faults } = ingest([{ path: "a.yaml", text }]);
    expect(faults).toEqual([]);
    const { rows } = new Engine(graph).run('MATCH ("constructor")-[r]->(x) RETURN x.name, r.claimant');
    expect(rows).toEqual([["friend", "Constructor"]]);
  });

  test.each(sample(ODD_NAMES.filter((name) => !/^(id|length|name|type)$/.test(name))))(
    "fmt keeps %s as a key at every level",
    (name) => {
      const key = JSON.stringify(name);
      const text = `${annotations({})}  - { name: x, type: Person, properties: { ${key}: [1], a: { ${key}: { b: 1, a: 2 } } } }\n`;
      for (const file of [
        text,
        text.replace("article:\n", `article:\n  ${key}: { b: [1, 2], a: 1 }\n`),
        text.replace(
          "claims:\n  - id: 1\n",
          `claims:\n  - id: 1\n    ${key}:\n      b: 1\n      a: { c: 1, b: 2 }\n`,
        ),
        `${text}${key}: { b: { b: 1, a: 2 }, a: 1 }\n`,
      ]) {
        const result = formatAnnotations({ path: "a.yaml", text: file });
        expect(result.kind === "formatted" ? "formatted" : result.faults.map(renderFault)).toBe("formatted");
        if (result.kind !== "formatted") continue;
        expect(result.text).toContain(name);
        expect(formatAnnotations({ path: "a.yaml", text: result.text })).toEqual(result);
      }
    },
  );

  test.each(ODD_NAMES)("%s is reported as an unknown key, type, stance or name", (name) => {
    const key = JSON.stringify(name);
    const faults = (text: string) => ingest([{ path: "a.yaml", text }]).faults.map(({ code }) => code);
    const text = annotations({});
    expect(faults(`${text}${key}: 1\n`)).toEqual(["unknown-key"]);
    expect(faults(text.replace("stance: denied", `stance: ${key}`))).toEqual(["unknown-stance"]);
    expect(faults(text.replace("stance: denied", `modality: ${key}`))).toEqual(["unknown-modality"]);
    expect(faults(text.replace("stance: denied", `assessment: ${key}`))).toEqual(["unknown-assessment"]);
    expect(faults(text.replace('claimant: "plain"', `claimant: ${key}`))).toEqual(["unknown-entity"]);
    expect(faults(text.replace("name: friend, type: Person", `name: friend, type: ${key}`))).toContain(
      "unknown-entity-type",
    );
    expect(faults(text.replace("stance: denied", `qualifiers: { ${key}: 1 }`))).toEqual([
      "unknown-qualifier",
    ]);
  });
});
