import { join } from "node:path";
import { readCsv } from "../news/read-csv.ts";
import type { BenchQuery, Cell, Parameters, Row } from "../queries/bench-query.ts";
import { type BenchEngine, type PreparedBench, textOf } from "./bench-engine.ts";
import { requirePeer } from "./peer-packages.ts";

interface Oxigraph {
  readonly Store: new () => Store;
}

interface Store {
  load(input: Iterable<string>, options: object): void;
  query(text: string): ReadonlyMap<string, Term>[];
}

interface Term {
  readonly value: string;
  readonly datatype?: { readonly value: string };
}

const KINDS = ["ent", "claim", "p", "t", "out", "in"];
const PREFIXES = KINDS.map((kind) => `PREFIX ${kind}: <urn:${kind}:>`).join("\n");
const LINES = 10_000;

/**
 * A claim is a node: `subject out:TYPE claim`, `claim in:TYPE object`, with its subject, object, type and properties
 * under `p:`. There is also a triple `subject t:TYPE object`, for queries in which the number of claims does not
 * matter.
 */
export class OxigraphBench implements BenchEngine {
  readonly about =
    "Oxigraph 0.5.11 as WebAssembly, in memory; claims as nodes, and also as plain triples; " +
    "has no parameters: they are written into the text";
  #store: Store | undefined;

  load(folder: string): void {
    this.#store = new (requirePeer<Oxigraph>("oxigraph").Store)();
    const options = { format: "application/n-triples", no_transaction: true, lenient: true };
    this.#store.load(inChunks(triples(folder)), options);
  }

  prepare({ sparql }: BenchQuery): PreparedBench {
    const store = this.#store as Store;
    const text = `${PREFIXES}\n${textOf(sparql)}`;
    const columns = columnsOf(text);
    return {
      run: (parameters) => store.query(withParameters(text, parameters)),
      rows: (answer) =>
        (answer as ReadonlyMap<string, Term>[]).map((row): Row => columns.map((name) => cell(row.get(name)))),
    };
  }
}

function* triples(folder: string): Iterable<string> {
  for (const [id, label, name, aliases, country, born] of readCsv(join(folder, "nodes.csv"))) {
    const about = (key: string, value: string) => `<urn:ent:${id}> <urn:p:${key}> ${value} .\n`;
    yield about("id", `"${id}"`) + about("label", `"${label}"`) + about("name", `"${name}"`);
    for (const alias of aliases ? aliases.split(";") : []) yield about("alias", `"${alias}"`);
    if (country) yield about("country", `"${country}"`);
    if (born) yield about("born", number(born, "integer"));
  }
  let count = 0;
  for (const row of readCsv(join(folder, "claims.csv"))) {
    const [start, type, end, article, claimant, said, stance, confidence = ""] = row;
    const claim = `<urn:claim:${count++}>`;
    const [subject, object] = [`<urn:ent:${start}>`, `<urn:ent:${end}>`];
    const about = (key: string, value: string) => `${claim} <urn:p:${key}> ${value} .\n`;
    yield `${subject} <urn:t:${type}> ${object} .\n` +
      `${subject} <urn:out:${type}> ${claim} .\n${claim} <urn:in:${type}> ${object} .\n` +
      about("subject", subject) +
      about("object", object) +
      about("type", `"${type}"`) +
      about("article", `"${article}"`) +
      about("said", `"${said}"`) +
      about("stance", `"${stance}"`) +
      about("confidence", number(confidence, "decimal")) +
      (claimant ? about("claimant", `<urn:ent:${claimant}>`) : "");
  }
}

function number(text: string, type: string): string {
  return `"${text}"^^<http://www.w3.org/2001/XMLSchema#${type}>`;
}

function* inChunks(lines: Iterable<string>): Iterable<string> {
  let chunk: string[] = [];
  for (const line of lines) {
    if (chunk.push(line) < LINES) continue;
    yield chunk.join("");
    chunk = [];
  }
  yield chunk.join("");
}

function withParameters(text: string, parameters: Parameters): string {
  return text.replaceAll(/(ent:)?\$(\w+)/g, (_, prefix: string | undefined, name: string) => {
    const value = parameters[name];
    const all = Array.isArray(value) ? value : [value];
    return all.map((one) => `${prefix ?? ""}${one}`).join(" ");
  });
}

/** The variables of the outer SELECT, in order; for `(COUNT(?r) AS ?count)`, the last. */
function columnsOf(text: string): string[] {
  const selected = /SELECT (?:DISTINCT )?(.*?) WHERE/s.exec(text)?.[1] ?? "";
  const columns: string[] = [];
  let depth = 0;
  let last = "";
  for (const [, bracket, name = ""] of selected.matchAll(/([()])|\?(\w+)/g)) {
    if (bracket === "(") depth++;
    else if (bracket === ")") depth--;
    else last = name;
    if (depth === 0) columns.push(last);
  }
  return columns;
}

function cell(term: Term | undefined): Cell {
  if (term === undefined) return null;
  const type = term.datatype?.value ?? "";
  return /#(integer|decimal|double)$/.test(type) ? Number(term.value) : term.value;
}
