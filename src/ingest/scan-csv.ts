import type { CellReader } from "./cell-readers.ts";
import type { Complaint } from "./import-faults.ts";

const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;
const COMMA = 44;

/** Where a cell stands: offsets of the piece of the file that is being read. */
export interface CellPlace {
  readonly bytes: Uint8Array;
  /** Where the cell's row begins, and the number (1-based) of the line that it begins in. */
  readonly row: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads CSV (RFC 4180) from UTF-8 bytes, cell by cell, into one reader a column. No row and no cell becomes an object:
 * a reader gets the stretch of bytes. Lines end in LF or CR LF; empty lines are passed over; a quote within a cell
 * that does not begin with one is a quote.
 *
 * Why this is not left to a library is told in src/README.md.
 */
export class CsvScanner {
  /** Rows that were read. */
  rows = 0;
  /** The number (1-based) of the line where the next row begins. */
  line = 1;
  readonly #readers: readonly (CellReader | undefined)[];
  readonly #complain: (complaint: Complaint, place: CellPlace) => void;
  /** What a quoted cell holds, once two quotes have become one. */
  #unquoted = new Uint8Array(1024);

  /** @param readers by column; undefined: the column is passed over */
  constructor(
    readers: readonly (CellReader | undefined)[],
    complain: (complaint: Complaint, place: CellPlace) => void,
  ) {
    this.#readers = readers;
    this.#complain = complain;
  }

  /**
   * Reads the whole rows from `start` to `limit`, after a line break, and gives the place of the first row that is
   * not whole: its quoted cell goes on behind `limit`.
   */
  scan(bytes: Uint8Array, start: number, limit: number): number {
    const readers = this.#readers;
    const columns = readers.length;
    let at = start;
    while (at < limit) {
      const row = at;
      let lines = 1;
      if (bytes[at] === NEWLINE || (bytes[at] === RETURN && bytes[at + 1] === NEWLINE)) {
        at += bytes[at] === NEWLINE ? 1 : 2;
        this.line++;
        continue;
      }
      let column = 0;
      for (;;) {
        const cell = at;
        let complaint: Complaint | undefined;
        if (bytes[at] === QUOTE) {
          const close = closingQuote(bytes, at, limit);
          if (close === -1) return row;
          lines += newlines(bytes, cell, close);
          at = close + 1;
          if (bytes[at] === RETURN && bytes[at + 1] === NEWLINE) at++;
          if (bytes[at] !== COMMA && bytes[at] !== NEWLINE) {
            complaint = AFTER_QUOTE;
            while (bytes[at] !== COMMA && bytes[at] !== NEWLINE) at++;
          } else if (column < columns) {
            complaint = this.#readQuoted(readers[column], bytes, cell + 1, close);
          }
        } else {
          let byte = bytes[at];
          while (byte !== COMMA && byte !== NEWLINE) byte = bytes[++at];
          const end = byte === NEWLINE && at > cell && bytes[at - 1] === RETURN ? at - 1 : at;
          if (column < columns) complaint = readers[column]?.read(this.rows, bytes, cell, end, false);
        }
        if (complaint !== undefined) {
          this.#complain(complaint, { bytes, row, line: this.line, start: cell, end: at });
        }
        column++;
        if (bytes[at++] === NEWLINE) break;
      }
      if (column !== columns) {
        this.#complain(cellCount(column, columns), { bytes, row, line: this.line, start: row, end: at - 1 });
      }
      this.rows++;
      this.line += lines;
    }
    return at;
  }

  #readQuoted(
    reader: CellReader | undefined,
    bytes: Uint8Array,
    start: number,
    end: number,
  ): Complaint | undefined {
    if (reader === undefined) return undefined;
    let at = start;
    while (at < end && bytes[at] !== QUOTE) at++;
    if (at === end) return reader.read(this.rows, bytes, start, end, true);
    if (this.#unquoted.length < end - start) this.#unquoted = new Uint8Array(2 * (end - start));
    const length = unquote(bytes, start, end, this.#unquoted);
    return reader.read(this.rows, this.#unquoted, 0, length, true);
  }
}

/** The first row of a file, as texts. */
export interface HeaderRow {
  readonly cells: readonly string[];
  readonly places: readonly CellPlace[];
  /** Where the next row begins, and how many lines this one takes. */
  readonly end: number;
  readonly lines: number;
}

/** Undefined where the row has no end before `limit`. */
export function headerRow(bytes: Uint8Array, limit: number): HeaderRow | undefined {
  const cells: string[] = [];
  const places: CellPlace[] = [];
  const decoder = new TextDecoder();
  for (let at = 0; ; at++) {
    const start = at;
    let text: string;
    if (bytes[at] === QUOTE) {
      const close = closingQuote(bytes, at, limit);
      if (close === -1) return undefined;
      text = decoder.decode(bytes.subarray(at + 1, close)).replaceAll('""', '"');
      at = close + 1;
      while (bytes[at] !== COMMA && bytes[at] !== NEWLINE) at++;
    } else {
      while (bytes[at] !== COMMA && bytes[at] !== NEWLINE) at++;
      text = decoder.decode(bytes.subarray(start, at)).replace(/\r$/, "");
    }
    cells.push(text);
    places.push({ bytes, row: 0, line: 1, start, end: at });
    if (bytes[at] === NEWLINE) return { cells, places, end: at + 1, lines: newlines(bytes, 0, at + 1) };
  }
}

/** Where the quoted cell begins that has no end before `limit`, in the row at `row`. */
export function openQuote(bytes: Uint8Array, row: number, limit: number): number {
  for (let at = row; at < limit; at++) {
    if (bytes[at] === QUOTE) {
      const close = closingQuote(bytes, at, limit);
      if (close === -1) return at;
      at = close + 1;
    }
    while (at < limit && bytes[at] !== COMMA) at++;
  }
  return row;
}

/** The quote that ends the cell whose first one is at `open`; -1 where none does before `limit`. */
function closingQuote(bytes: Uint8Array, open: number, limit: number): number {
  for (let at = open + 1; at < limit; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at;
    at++;
  }
  return -1;
}

function newlines(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === NEWLINE) count++;
  return count;
}

/** Copies what stands between two quotes, each doubled quote as one, and gives its length. */
function unquote(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    into[length++] = bytes[at] as number;
    if (bytes[at] === QUOTE) at++;
  }
  return length;
}

const AFTER_QUOTE: Complaint = {
  code: "open-quote",
  message: "a quoted cell goes on after its closing quote",
  hint: 'within quotes write a quote twice: "say ""yes"""',
};

function cellCount(met: number, expected: number): Complaint {
  return {
    code: "cell-count",
    message: `the line has ${counted(met)}, and the header ${expected}`,
    hint:
      met > expected
        ? 'a cell with a comma in it stands in quotes: "a, b"'
        : "an empty cell needs its comma too",
  };
}

function counted(cells: number): string {
  return cells === 1 ? "1 cell" : `${cells} cells`;
}
