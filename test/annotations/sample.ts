import type { FaultCode } from "../../src/annotations/fault-codes.ts";
import { type Ingested, ingest } from "../../src/annotations/ingest.ts";
import { renderFault } from "../../src/diagnostics/fault.ts";

/** Invented data: small enough to read, large enough for every fault. */
export const VOCABULARY = `entityTypes:
  Person: { meaning: a human being }
  Journalist: { is: Person, meaning: someone who writes for a publisher }
  Place: { meaning: a place }
  City: { is: Place, meaning: a city }
  Country: { is: Place, meaning: a country }
  Government: { meaning: a government }
  Publisher: { meaning: a publisher }
types:
  MEETS:
    meaning: two parties meet
    subject: [Person, Government]
    object: [Person, Government]
    symmetric: true
    qualifiers:
      place: { meaning: where, kind: entity }
      topic: { meaning: what about }
      guests: { meaning: how many, kind: number }
      since: { meaning: since when, kind: date }
  SUPPLIES: { meaning: sends goods to, subject: [Country, Government], object: [Country] }
  LASTED: { meaning: how long, subject: [Article, Person], object: [Value] }
  QUOTES: { meaning: quotes, subject: Article, object: [Person] }
stances: { affirmed: says that it is so, denied: says that it is not so }
modalities: { actual: it is so, planned: it is to be so }
assessments: { false: the article says that it is not so }
`;

export const ENTITIES = `entities:
  - { name: Ana Lind, type: Person, aliases: [Lind, President Lind] }
  - { name: Bo Castell, type: Person, aliases: [Castell] }
  - { name: Ida Lind, type: Journalist, aliases: [Lind] }
  - { name: Port Mira, type: City, properties: { capital: true, founded: 1204 } }
  - { name: Northland, type: Country }
  - { name: Southland, type: Country }
  - { name: Government of Northland, type: Government, aliases: [Port Mira, The Citadel] }
  - { name: Harbour Post, type: Publisher }
`;

export const HASH = "0123456789abcdef".repeat(4);

/** An article `000` of 400 code points with `claims` (YAML list items, not indented). */
export function articleOf(claims: string, id = "000"): string {
  const items = claims.replace(/^/gm, "  ");
  return `article:
  id: "${id}"
  title: Lind to meet Castell
  file: ${id}.txt
  sha256: ${HASH}
  length: 400
claims:
${items}
`;
}

/** A claim with a triple and `more` keys (YAML lines, not indented). */
export function claimOf(id: string | number, triple: string, more = ""): string {
  const lines = [`triple: ${triple}`, ...more.split("\n").filter((line) => line !== "")];
  return `- id: ${id}\n${lines.map((line) => `  ${line}\n`).join("")}  gist: invented\n  ${PASSAGE}`;
}

export const PASSAGE = `passage: { start: 10, end: 20, sha256: ${HASH} }`;

/** The article with one omission and no claims. */
export function omissionOf(reason: string): string {
  return `${articleOf("[]")}omissions:\n  - reason: ${reason}\n    ${PASSAGE}\n`;
}

/** Ingests texts together with the sample vocabulary and entities, or with those given instead. */
export function ingestSample(
  texts: Readonly<Record<string, string>>,
  { vocabulary = VOCABULARY, entities = ENTITIES } = {},
): Ingested {
  const files = Object.entries({ "vocabulary.yaml": vocabulary, "entities.yaml": entities, ...texts });
  return ingest(files.map(([path, text]) => ({ path, text })));
}

/** Every code that {@link faultsOf} has returned, so that a test can find codes without a test. */
export const CODES_MET = new Set<FaultCode>();

/** The rendered faults of texts. */
export function faultsOf(
  texts: Readonly<Record<string, string>>,
  base?: { vocabulary?: string; entities?: string },
): string {
  const { faults } = ingestSample(texts, base);
  for (const { code } of faults) CODES_MET.add(code as FaultCode);
  return faults.map(renderFault).join("\n");
}

/** The rendered faults of one claim with a triple and `more` keys. */
export function faultsOfClaim(triple: string, more = ""): string {
  return faultsOf({ "a.yaml": articleOf(claimOf(1, triple, more)) });
}
