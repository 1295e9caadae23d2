import { renderFault } from "../../../src/diagnostics/fault.ts";
import { Engine } from "../../../src/engine.ts";
import type { GraphColumns } from "../../../src/graph/graph-columns.ts";
import { IMPORT_FAULT_CODES, ImportError } from "../../../src/import/import-faults.ts";
import { importGraphText } from "../../../src/import/import-graph.ts";
import { isFloat, isInteger } from "../../../src/values/numbers.ts";
import type { Value } from "../../../src/values/value.ts";
import { pollution } from "../check-query.ts";
import { type Check, stopwatch, thrown, type Violation, violationsOf } from "../kind.ts";
import type { Random } from "../random.ts";
import type { RandomGraph } from "./random-graph.ts";
import { readCsv, readJsonLines, type TinyEntity } from "./tiny-readers.ts";

const MAX_MILLISECONDS = 3000;

/** Two files to import, as bytes. */
export interface ImportInput {
  readonly format: "csv" | "json-lines";
  readonly nodes: Uint8Array;
  readonly relationships: Uint8Array;
  /** The graph in the files; undefined if they were changed. */
  readonly graph?: RandomGraph | undefined;
}

/** Imports the files in random pieces, and checks that the result is faults with a place, or the right graph. */
export async function checkImport(input: ImportInput, random: Random): Promise<Check> {
  const { format } = input;
  const source = (name: string, bytes: Uint8Array) => ({ name, format, chunks: pieces(bytes, random) });
  const elapsed = stopwatch();
  const violations: Violation[] = [];
  let outcome = "graph";
  try {
    const columns = await importGraphText({
      nodes: [source("nodes.txt", input.nodes)],
      relationships: [source("relationships.txt", input.relationships)],
    });
    violations.push(...violationsOf("the graph cannot be read", () => graphViolations(columns, input)));
  } catch (error) {
    if (error instanceof ImportError) {
      outcome = error.faults[0]?.code ?? "none";
      violations.push(...violationsOf("the faults cannot be shown", () => faultViolations(error, input)));
      if (input.graph !== undefined)
        violations.push({ rule: "valid files are refused", place: outcome, detail: error.message });
    } else {
      outcome = "violation";
      violations.push(thrown("throws another error than an ImportError", error));
    }
  }
  const milliseconds = elapsed();
  if (milliseconds > MAX_MILLISECONDS)
    violations.push({ rule: "takes too long", detail: `${Math.round(milliseconds)} ms` });
  violations.push(...pollution());
  return { outcome, violations, milliseconds };
}

function pieces(bytes: Uint8Array, random: Random): readonly Uint8Array[] {
  const chunks: Uint8Array[] = [];
  const most = random.pick([1, 3, 20, 1000]);
  for (let at = 0; at < bytes.length; ) {
    const length = 1 + random.below(most);
    chunks.push(bytes.subarray(at, at + length));
    at += length;
  }
  return chunks;
}

function faultViolations({ faults }: ImportError, input: ImportInput): readonly Violation[] {
  if (faults.length === 0) return [{ rule: "an ImportError without faults", detail: "" }];
  return faults.flatMap((fault): Violation[] => {
    const { code, message, hint = "", span, text, file, firstLine = 1 } = fault;
    const broken: string[] = [];
    if (!Object.hasOwn(IMPORT_FAULT_CODES, code)) broken.push("the fault's code is unknown");
    if (/[\r\n]/.test(message + hint) || message === "") broken.push("the message is not one line");
    const place = /^[\w.]+:(\d+):\d+: error: /.exec(renderFault(fault));
    const lines = textOf(file === "nodes.txt" ? input.nodes : input.relationships).split(
      /\r\n|[\r\n]/,
    ).length;
    if (place === null || Number(place[1]) > lines) broken.push("the fault has no place in the file");
    if (!(0 <= span.start && span.start <= span.end && span.start <= text.length && firstLine >= 1)) {
      broken.push("the fault's place is outside its lines");
    }
    return broken.map((rule) => ({ rule, place: code, detail: renderFault(fault) }));
  });
}

function graphViolations(columns: GraphColumns, input: ImportInput): readonly Violation[] {
  const met = entitiesOf(columns);
  const violations: Violation[] = [];
  const compare = (rule: string, one: unknown, other: unknown) => {
    const [a, b] = [JSON.stringify(one), JSON.stringify(other)];
    if (a !== b) violations.push({ rule, detail: `${a}\n${b}` });
  };
  if (input.graph !== undefined) {
    const { nodes, relationships, nodeColumns, relationshipColumns } = input.graph;
    compare(
      "a node is not as it was written",
      met.nodes.map(withValues),
      nodes.map(({ key, labels, cells }) => [
        [key, labels.join(";")],
        sorted(nodeColumns.flatMap(({ name }, at) => (cells[at] ? [[name, cells[at]?.value]] : []))),
      ]),
    );
    compare(
      "relationships are not as they were written",
      sorted(met.relationships.map(withValues)),
      sorted(
        relationships.map(({ start, type, end, cells }) => [
          [start, type, end],
          sorted(
            relationshipColumns.flatMap(({ name }, at) => (cells[at] ? [[name, cells[at]?.value]] : [])),
          ),
        ]),
      ),
    );
  } else violations.push(...tinyViolations(met, input));
  const engine = new Engine(columns);
  const [[nodes, relationships]] = engine.run(
    "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n), count(r)",
  ).rows as [[number, number]];
  const { order, size } = engine.graph;
  compare(
    "the graph lacks something",
    [nodes, relationships],
    [columns.nodes.count, columns.relationships.count],
  );
  compare(
    "the graphology graph lacks something",
    [order, size],
    [columns.nodes.count, columns.relationships.count],
  );
  return violations;
}

/** Compares changed files with minimal readers, unless they have a lone CR, which may or may not be a line break. */
function tinyViolations(
  met: { readonly nodes: readonly Entity[]; readonly relationships: readonly Entity[] },
  { format, nodes, relationships }: ImportInput,
): readonly Violation[] {
  return (["nodes", "relationships"] as const).flatMap((kind): Violation[] => {
    const text = textOf(kind === "nodes" ? nodes : relationships);
    if (/\r(?!\n)/.test(text)) return [];
    const roles = kind === "nodes" ? [":ID", ":LABEL"] : [":START_ID", ":TYPE", ":END_ID"];
    const read =
      format === "csv"
        ? readCsv(text, roles)
        : readJsonLines(text, kind === "nodes" ? "node" : "relationship");
    if (read === undefined) return [{ rule: "malformed files are accepted", place: kind, detail: text }];
    const { entities: found, names } = read;
    if (found === undefined) return [];
    const [one, other] = [met[kind], found].map((entities) =>
      JSON.stringify(sorted(entities.map((entity) => withTexts(entity, names)))),
    );
    return one === other
      ? []
      : [{ rule: "a minimal reader finds different rows", place: kind, detail: `${one}\n${other}` }];
  });
}

interface Entity extends TinyEntity {
  /** Property names and values, in the format of `plainValue`. */
  readonly values: readonly (readonly [string, string])[];
}

function entitiesOf({ nodes, relationships }: GraphColumns) {
  const entity = (
    identity: readonly string[],
    properties: GraphColumns["nodes"]["properties"],
    number: number,
  ): Entity => {
    const values = [...properties].map(([name, column]) => [name, column.valueOf(number)] as const);
    return {
      identity,
      texts: new Map(values.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))),
      values: values.flatMap(([name, value]) => (value === null ? [] : [[name, plainValue(value)] as const])),
    };
  };
  const key = (node: number | undefined) => nodes.keys.keyOf(node ?? -1);
  return {
    nodes: Array.from({ length: nodes.count }, (_, at) =>
      entity([key(at), (nodes.labelSets[nodes.labelCodes[at] ?? 0] ?? []).join(";")], nodes.properties, at),
    ),
    relationships: Array.from({ length: relationships.count }, (_, at) => {
      const type = relationships.typeNames[relationships.types[at] ?? -1] ?? "";
      const identity = [key(relationships.starts[at]), type, key(relationships.ends[at])];
      return entity(identity, relationships.properties, at);
    }),
  };
}

/** A value with its type as text, independent of the program's classes. */
function plainValue(value: Value): string {
  if (typeof value === "string") return `text ${value}`;
  if (typeof value === "boolean") return `boolean ${value}`;
  if (isInteger(value)) return `integer ${value}`;
  if (isFloat(value)) return `float ${Number(value)}`;
  if (Array.isArray(value)) return `list ${JSON.stringify(value.map(plainValue))}`;
  return `other ${String(value)}`;
}

function withValues({ identity, values }: Entity) {
  return [identity, sorted(values)];
}

function withTexts({ identity, texts }: TinyEntity, names: ReadonlySet<string> | undefined) {
  const [key, labels = "", ...more] = identity;
  // Labels are a set, and empty labels are ignored.
  const parts = [...new Set(labels.split(";").filter(Boolean))].sort();
  return [key, parts, more, sorted([...texts].filter(([name]) => names?.has(name) ?? true))];
}

function sorted<Item>(items: readonly Item[]): readonly Item[] {
  const keyed = items.map((item) => ({ item, key: JSON.stringify(item) }));
  return keyed.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ item }) => item);
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
