import { shortened } from "../diagnostics/printable-text.ts";
import { growArray } from "../graph/grow-array.ts";
import { PackedTexts } from "../graph/packed-texts.ts";
import type { Value } from "../values/value.ts";
import type { CellType } from "./cell-type.ts";
import { STRING } from "./cell-types.ts";
import type { CellProblem } from "./import-faults.ts";
import type { MissingNodes } from "./missing-nodes.ts";

/** Reads the cells of one column of one file, from UTF-8 bytes. Rows are counted from 0 and come in order. */
export interface CellReader {
  /** Returns the cell's problem, if it has one. */
  read(row: number, bytes: Uint8Array, start: number, end: number, quoted: boolean): CellProblem | undefined;
}

/** Reads values that repeat in many rows: each distinct text is converted once, when it first occurs. */
export class ValueReader implements CellReader {
  /** By row: 0 if it has no value, otherwise the index of its text plus one. */
  codes: Uint32Array = new Uint32Array(1024);
  readonly #texts = new PackedTexts();
  readonly #type: CellType;
  readonly #needed: string | undefined;
  /** Values by text; empty if the values are the texts themselves. */
  readonly #values: Value[] = [];

  /** @param needed what the cell must hold, for messages; omitted: the cell may be empty */
  constructor(type: CellType, needed?: string) {
    this.#type = type;
    this.#needed = needed;
  }

  read(row: number, bytes: Uint8Array, start: number, end: number, quoted: boolean): CellProblem | undefined {
    if (row >= this.codes.length) this.codes = growArray(this.codes, row + 1);
    // A quoted empty cell is an empty text, an unquoted one has no value.
    if (start === end && (!quoted || this.#needed !== undefined)) {
      this.codes[row] = 0;
      return this.#needed === undefined ? undefined : emptyCell(this.#needed);
    }
    const known = this.#texts.count;
    const text = this.#texts.add(bytes, start, end);
    this.codes[row] = text + 1;
    return text === known ? this.#meet(text, bytes, start, end) : undefined;
  }

  /** Values by text. */
  get values(): readonly Value[] {
    return this.#type === STRING ? this.#texts.texts() : this.#values;
  }

  /** Whether the values are distinct. Only texts are certain to be: `1` and `01` are the same integer. */
  get isDistinct(): boolean {
    return this.#type === STRING;
  }

  #meet(number: number, bytes: Uint8Array, start: number, end: number): CellProblem | undefined {
    const problem = textProblem(bytes, start, end);
    if (problem !== undefined || this.#type === STRING) return problem;
    const text = this.#texts.textOf(number);
    const value = this.#type.convert(text);
    this.#values.push(value ?? null);
    if (value !== undefined) return undefined;
    const message = `${this.#type.expected} is expected, not "${shortened(text)}"`;
    return { code: "bad-value", message, hint: this.#type.hint?.(text) };
  }
}

/** Reads the keys of new entities, which are numbered in order. */
export class KeyReader implements CellReader {
  readonly #keys: PackedTexts;
  readonly #what: string;

  /** @param what kind of entity, for messages: "node" */
  constructor(keys: PackedTexts, what: string) {
    this.#keys = keys;
    this.#what = what;
  }

  read(_row: number, bytes: Uint8Array, start: number, end: number): CellProblem | undefined {
    if (start === end) return emptyCell(`the key of a ${this.#what}`);
    const known = this.#keys.count;
    const key = this.#keys.add(bytes, start, end);
    if (key === known) return textProblem(bytes, start, end);
    return {
      code: "duplicate-key",
      message: `two ${this.#what}s have the key ${shortened(this.#keys.textOf(key))}`,
      hint: `keys are unique among all ${this.#what}s`,
    };
  }
}

/** Reads the keys of nodes that a relationship refers to. */
export class NodeReader implements CellReader {
  /** Node numbers by row. */
  nodes: Uint32Array = new Uint32Array(1024);
  readonly #keys: PackedTexts;
  readonly #missing: MissingNodes;

  constructor(keys: PackedTexts, missing: MissingNodes) {
    this.#keys = keys;
    this.#missing = missing;
  }

  read(row: number, bytes: Uint8Array, start: number, end: number): CellProblem | undefined {
    if (row >= this.nodes.length) this.nodes = growArray(this.nodes, row + 1);
    const node = this.#keys.findBytes(bytes, start, end);
    if (node !== -1) {
      this.nodes[row] = node;
      return undefined;
    }
    if (start === end) return emptyCell("the key of a node");
    const problem = textProblem(bytes, start, end);
    if (problem !== undefined) return problem;
    const met = this.#missing.meet(new TextDecoder().decode(bytes.subarray(start, end)));
    if (met === "make") this.nodes[row] = this.#keys.add(bytes, start, end);
    return typeof met === "string" ? undefined : met;
  }
}

/** Reads each cell with two readers: as a key, and as the property of its name. */
export function bothReaders(first: CellReader, second: CellReader): CellReader {
  return {
    read: (row, bytes, start, end, quoted) =>
      first.read(row, bytes, start, end, quoted) ?? second.read(row, bytes, start, end, quoted),
  };
}

const NOT_UTF_8: CellProblem = {
  code: "not-utf-8",
  message: "the text is not UTF-8",
  hint: "save the file as UTF-8",
};

function emptyCell(what: string): CellProblem {
  return { code: "empty-cell", message: `${what} is expected, but the cell is empty` };
}

/** The problem of some bytes as UTF-8 text, if there is one. */
export function textProblem(bytes: Uint8Array, start: number, end: number): CellProblem | undefined {
  let at = start;
  while (at < end && (bytes[at] as number) < 0x80) at++;
  if (at === end) return undefined;
  try {
    STRICT.decode(bytes.subarray(start, end));
    return undefined;
  } catch {
    return NOT_UTF_8;
  }
}

const STRICT = new TextDecoder("utf-8", { fatal: true });
