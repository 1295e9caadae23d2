import { shortened } from "../diagnostics/printable-text.ts";
import { Float } from "../values/float.ts";
import { fitsInteger } from "../values/numbers.ts";
import type { Value } from "../values/value.ts";
import { textProblem } from "./cell-readers.ts";
import { NEWLINE, nextRow, RETURN } from "./csv-cells.ts";
import type { ImportContext } from "./import-context.ts";
import type { CellProblem } from "./import-faults.ts";
import { JsonTooDeep, MAX_JSON_DEPTH, parseJson } from "./parse-json.ts";
import { forEachPiece, type TextSource } from "./text-source.ts";

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Adds a file of JSON lines to the graph, each a node or a relationship in the form of `apoc.export.json`:
 *
 * ```json
 * {"type":"node","id":"1","labels":["Person"],"properties":{"name":"Ann"}}
 * {"type":"relationship","id":"7","label":"MEETS","start":{"id":"1"},"end":{"id":"2"},"properties":{}}
 * ```
 *
 * `start` and `end` may also be keys. Nodes must come before the relationships that refer to them.
 */
export async function importJsonLines(source: TextSource, context: ImportContext): Promise<void> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const rows = new JsonRows(context);
  let line = 0;
  const report = (problem: CellProblem, text: string, start = 0, end = text.length) =>
    context.faults.add(problem, { file: source.name, text, start, end, firstLine: line });
  const readLine = (bytes: Uint8Array) => {
    const unreadable = textProblem(bytes, 0, bytes.length);
    const text = decoder.decode(bytes);
    if (unreadable === undefined && text.trim() === "") return;
    const parsed = unreadable === undefined ? parseLine(text) : { problem: unreadable };
    const problem = "problem" in parsed ? parsed.problem : rows.add(parsed.row);
    if (problem === undefined) return;
    const isRelationship = "row" in parsed && isObject(parsed.row) && parsed.row["type"] === "relationship";
    // This line may be the node that a relationship refers to.
    if (!isRelationship && problem.code !== "duplicate-key") context.missingNodes.areLost = true;
    if ("at" in parsed) report(problem, text, parsed.at, parsed.at + 1);
    else report(problem, unreadable === undefined ? text : "");
  };
  await forEachPiece(
    source,
    ({ bytes, limit }) => {
      for (let at = 0; at < limit; ) {
        line++;
        const end = lineEnd(bytes, at);
        readLine(bytes.subarray(at, end));
        at = nextRow(bytes, end);
      }
      context.progress(source.name, limit, line);
      return limit;
    },
    (foreign) => context.faults.refuse(source.name, foreign),
  );
}

/** Offset of the line break that ends the line at `start`. */
function lineEnd(bytes: Uint8Array, start: number): number {
  const end = bytes.indexOf(NEWLINE, start);
  const line = bytes.subarray(start, end === -1 ? bytes.length : end);
  const at = line.indexOf(RETURN);
  return start + (at === -1 ? line.length : at);
}

/** The value of a line, or its problem and the offset of the problem. */
function parseLine(text: string): { row: unknown } | { problem: CellProblem; at?: number } {
  try {
    return { row: parseJson(text) };
  } catch (error) {
    if (error instanceof JsonTooDeep) return { problem: TOO_DEEP };
    const [, position = /end of JSON/.test(String(error)) ? text.length : 0] =
      /position (\d+)/.exec(String(error)) ?? [];
    const at = Number(position);
    return { problem: { code: "bad-json", message: "the line is not JSON", hint: EXAMPLE }, at };
  }
}

const TOO_DEEP: CellProblem = {
  code: "bad-json",
  message: `the line is nested more than ${MAX_JSON_DEPTH} levels deep`,
  hint: "a property is a text, a number, true, false or a list of these",
};

const EXAMPLE = 'write {"type":"node","id":"1","labels":["Person"],"properties":{"name":"Ann"}}';

/** Adds the rows of JSON lines to the graph. */
class JsonRows {
  readonly #context: ImportContext;
  readonly #encoder = new TextEncoder();
  /** Whether it has been reported that only some relationships have keys. */
  #keysDiffer = false;

  constructor(context: ImportContext) {
    this.#context = context;
  }

  /** Adds a node or relationship, or returns the row's problem. */
  add(row: unknown): CellProblem | undefined {
    if (!isObject(row)) return bad("the line is not a JSON object", EXAMPLE);
    const { properties = {} } = row;
    if (!isObject(properties)) return bad('"properties" must be a JSON object');
    for (const [name, value] of Object.entries(properties)) {
      if (!isStorable(value))
        return bad(`the property ${shortened(name)} is a map, or a list that contains one`);
      if (hasItem(value, isInfinite))
        return bad(`a number of the property ${shortened(name)} is too large for a float`);
      if (hasItem(value, isTooLong)) {
        const hint = "write it as a text, in quotes, or as a float, such as 1e20";
        return bad(`an integer of the property ${shortened(name)} does not fit into 64 bits`, hint);
      }
    }
    if (row["type"] === "node") return this.#addNode(row, properties as Record<string, Value>);
    if (row["type"] === "relationship")
      return this.#addRelationship(row, properties as Record<string, Value>);
    return bad('"type" must be "node" or "relationship"', EXAMPLE);
  }

  #addNode(
    { id, labels = [] }: JsonObject,
    properties: Readonly<Record<string, Value>>,
  ): CellProblem | undefined {
    const { builder } = this.#context;
    const key = keyText(id);
    if (key === undefined) return bad('a node needs an "id", a text or a number');
    if (!Array.isArray(labels) || !labels.every((label) => typeof label === "string")) {
      return bad('"labels" must be a list of texts');
    }
    const node = builder.nodeKeys.count;
    const bytes = this.#encoder.encode(key);
    if (builder.nodeKeys.add(bytes, 0, bytes.length) !== node) return duplicate("node", key);
    builder.setLabels(node, Uint32Array.of(builder.labelCode(labels)));
    for (const [name, value] of Object.entries(properties))
      builder.nodeProperties.named(name).set(node, value);
    return undefined;
  }

  #addRelationship(
    { id, label, start, end }: JsonObject,
    properties: Readonly<Record<string, Value>>,
  ): CellProblem | undefined {
    const { builder } = this.#context;
    if (typeof label !== "string" || label === "")
      return bad('a relationship needs a "label", which is its type');
    const ends = [start, end].map((value) => keyText(isObject(value) ? value["id"] : value));
    const [from, to] = ends;
    if (from === undefined || to === undefined) {
      return bad(
        'a relationship needs a "start" and an "end": the key of a node, or an object with its "id"',
      );
    }
    const key = keyText(id);
    if (!builder.takesKeys(key !== undefined)) {
      if (this.#keysDiffer) return undefined;
      this.#keysDiffer = true;
      return bad(
        "some relationships have an id, others do not",
        "give an id to all relationships or to none",
      );
    }
    const relationship = builder.relationshipCount;
    if (key !== undefined) {
      const known = builder.relationshipKeys.count;
      const bytes = this.#encoder.encode(key);
      if (builder.relationshipKeys.add(bytes, 0, bytes.length) !== known)
        return duplicate("relationship", key);
    }
    const first = this.#nodeOf(from);
    const second = this.#nodeOf(to);
    if (typeof first === "object") return first;
    if (typeof second === "object") return second;
    // Reported at an earlier line.
    if (first === "reported" || second === "reported") return undefined;
    builder.addRelationships(
      Uint32Array.of(first),
      Uint32Array.of(second),
      Uint32Array.of(builder.typeNumber(label)),
    );
    for (const [name, value] of Object.entries(properties)) {
      builder.relationshipProperties.named(name).set(relationship, value);
    }
    return undefined;
  }

  #nodeOf(key: string): number | "reported" | CellProblem {
    const { builder, missingNodes } = this.#context;
    const known = builder.nodeKeys.find(key);
    if (known !== undefined) return known;
    const met = missingNodes.meet(key);
    if (met !== "make") return met;
    const bytes = this.#encoder.encode(key);
    return builder.nodeKeys.add(bytes, 0, bytes.length);
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Float);
}

function isStorable(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isStorable) : !isObject(value);
}

/** Whether `test` is true for `value` or, in a list, for any item. */
function hasItem(value: unknown, test: (item: unknown) => boolean): boolean {
  return Array.isArray(value) ? value.some((item) => hasItem(item, test)) : test(value);
}

/** Whether a number is infinite, which means it was too large: JSON has no infinite numbers. */
function isInfinite(value: unknown): boolean {
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
}

function isTooLong(value: unknown): boolean {
  return typeof value === "bigint" && !fitsInteger(value);
}

function keyText(id: unknown): string | undefined {
  const isNumber = typeof id === "number" || typeof id === "bigint";
  return (typeof id === "string" && id !== "") || isNumber ? String(id) : undefined;
}

function bad(message: string, hint?: string): CellProblem {
  return { code: "bad-json", message, hint };
}

function duplicate(what: string, key: string): CellProblem {
  return {
    code: "duplicate-key",
    message: `two ${what}s have the key ${shortened(key)}`,
    hint: `keys are unique among all ${what}s`,
  };
}
