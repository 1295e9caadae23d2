import { Float } from "../values/float.ts";
import type { Value } from "../values/value.ts";
import type { ImportContext } from "./import-context.ts";
import type { Complaint } from "./import-faults.ts";
import { parseJson } from "./parse-json.ts";
import { shortened } from "./report.ts";
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
 * `start` and `end` may be keys themselves. Nodes stand before the relationships that name them.
 */
export async function importJsonLines(source: TextSource, context: ImportContext): Promise<void> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const rows = new JsonRows(context);
  let line = 0;
  const complain = (complaint: Complaint, text: string, start = 0, end = text.length) =>
    context.faults.add(complaint, { file: source.name, text, start, end, firstLine: line });
  await forEachPiece(source, ({ bytes, limit }) => {
    for (let at = 0; at < limit; ) {
      const next = bytes.indexOf(10, at) + 1;
      line++;
      let text: string;
      try {
        text = decoder.decode(bytes.subarray(at, next - 1));
      } catch {
        complain({ code: "not-utf-8", message: "the line is not UTF-8", hint: "save the file as UTF-8" }, "");
        text = "";
      }
      at = next;
      if (text.trim() === "") continue;
      let parsed: unknown;
      try {
        parsed = parseJson(text);
      } catch (error) {
        const start = Number(/position (\d+)/.exec(String(error))?.[1] ?? 0);
        complain({ code: "bad-json", message: "the line is no JSON", hint: EXAMPLE }, text, start, start + 1);
        continue;
      }
      const complaint = rows.add(parsed);
      if (complaint !== undefined) complain(complaint, text);
    }
    context.progress(source.name, limit, line);
    return limit;
  });
}

const EXAMPLE = 'write {"type":"node","id":"1","labels":["Person"],"properties":{"name":"Ann"}}';

/** Adds one node or relationship after another. */
class JsonRows {
  readonly #context: ImportContext;
  readonly #encoder = new TextEncoder();

  constructor(context: ImportContext) {
    this.#context = context;
  }

  /** Says what is wrong with the row, if anything is. */
  add(row: unknown): Complaint | undefined {
    if (!isObject(row)) return bad("the line is no JSON object", EXAMPLE);
    const { properties = {} } = row;
    if (!isObject(properties)) return bad("properties are a JSON object");
    for (const [name, value] of Object.entries(properties)) {
      if (!isStorable(value))
        return bad(`the property ${shortened(name)} is a map, or a list with one in it`);
      if (isTooLarge(value))
        return bad(`a number of the property ${shortened(name)} is too large for a float`);
    }
    if (row["type"] === "node") return this.#addNode(row, properties as Record<string, Value>);
    if (row["type"] === "relationship")
      return this.#addRelationship(row, properties as Record<string, Value>);
    return bad('"type" is "node" or "relationship"', EXAMPLE);
  }

  #addNode(
    { id, labels = [] }: JsonObject,
    properties: Readonly<Record<string, Value>>,
  ): Complaint | undefined {
    const { builder } = this.#context;
    const key = keyText(id);
    if (key === undefined) return bad('a node needs an "id", a text or a number');
    if (!Array.isArray(labels) || !labels.every((label) => typeof label === "string")) {
      return bad('"labels" are a list of texts');
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
  ): Complaint | undefined {
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
    if (!builder.takesKeys(key !== undefined))
      return bad("some relationships have an id, and others have none");
    const relationship = builder.relationshipCount;
    if (key !== undefined) {
      const known = builder.relationshipKeys.count;
      const bytes = this.#encoder.encode(key);
      if (builder.relationshipKeys.add(bytes, 0, bytes.length) !== known)
        return duplicate("relationship", key);
    }
    const first = this.#nodeOf(from);
    if (typeof first !== "number") return first;
    const second = this.#nodeOf(to);
    if (typeof second !== "number") return second;
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

  #nodeOf(key: string): number | Complaint {
    const { builder, missingNode } = this.#context;
    const known = builder.nodeKeys.find(key);
    if (known !== undefined) return known;
    const bytes = this.#encoder.encode(key);
    return missingNode(key) ?? builder.nodeKeys.add(bytes, 0, bytes.length);
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Float);
}

function isStorable(value: unknown): boolean {
  return Array.isArray(value) ? value.every(isStorable) : !isObject(value);
}

/** Whether a number of `value` has become infinite: JSON itself has no such number. */
function isTooLarge(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(isTooLarge);
  return value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;
}

function keyText(id: unknown): string | undefined {
  return (typeof id === "string" && id !== "") || typeof id === "number" ? String(id) : undefined;
}

function bad(message: string, hint?: string): Complaint {
  return { code: "bad-json", message, hint };
}

function duplicate(what: string, key: string): Complaint {
  return {
    code: "duplicate-key",
    message: `two ${what}s have the key ${shortened(key)}`,
    hint: `keys are unique among all ${what}s`,
  };
}
