import type { Column } from "../graph/column.ts";
import { UNLIMITED } from "../values/budget.ts";
import { findText } from "../values/find-text.ts";

/** Terminates each string. Search texts that contain it are handled by a scan. */
const END = "\u0000";

/**
 * All distinct strings of a column, joined into one: one search through it finds every string that contains a text,
 * several times faster than a search of each string.
 */
export class TextIndex {
  readonly #column: Column;
  readonly #text: string;
  /** By position in the joined text: where each string begins, and its code. */
  readonly #starts: Uint32Array;
  readonly #codes: Uint32Array;
  readonly #count: number;

  constructor(column: Column) {
    const { values } = column;
    const texts: string[] = [];
    this.#starts = new Uint32Array(values.length);
    this.#codes = new Uint32Array(values.length);
    let start = 0;
    for (const [code, value] of values.entries()) {
      if (typeof value !== "string") continue;
      this.#starts[texts.length] = start;
      this.#codes[texts.length] = code;
      texts.push(value);
      start += value.length + 1;
    }
    this.#column = column;
    this.#count = texts.length;
    this.#text = texts.length === 0 ? "" : texts.join(END) + END;
  }

  /** The codes of all strings that contain `text`, ascending. */
  codesContaining(text: string): number[] {
    if (text === "" || text.includes(END)) return this.#scan(text);
    const codes: number[] = [];
    let at = findText(this.#text, text, 0, UNLIMITED);
    while (at !== -1) {
      const place = this.#placeOf(at);
      codes.push(this.#codes[place] as number);
      if (place + 1 === this.#count) break;
      at = findText(this.#text, text, this.#starts[place + 1] as number, UNLIMITED);
    }
    return codes;
  }

  #scan(text: string): number[] {
    const { values } = this.#column;
    return [...this.#codes.subarray(0, this.#count)].filter((code) =>
      (values[code] as string).includes(text),
    );
  }

  /** The string that contains a position of the joined text. */
  #placeOf(at: number): number {
    let low = 0;
    let high = this.#count;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((this.#starts[middle] as number) <= at) low = middle;
      else high = middle;
    }
    return low;
  }
}
