import { BLOCK_ROWS, CellBlock } from "./cell-block.ts";
import type { CellReader } from "./cell-readers.ts";
import {
  COMMA,
  cellEnd,
  cellInRow,
  closingQuote,
  lineBreaks,
  NEWLINE,
  nextRow,
  QUOTE,
  RETURN,
} from "./csv-cells.ts";
import type { CellProblem } from "./import-faults.ts";

/** Place of a cell or a row: offsets in the piece of the file that is being read. */
export interface CellPlace {
  readonly bytes: Uint8Array;
  /** Offset of the row, and the number (1-based) of its first line. */
  readonly row: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads CSV (RFC 4180) from UTF-8 bytes into one reader per column. Rows and cells do not become objects: a reader gets
 * a range of bytes. Lines end in LF, CR LF or CR; empty lines are skipped; a quote in a cell that does not begin with
 * one is an ordinary character.
 *
 * src/README.md says why this is not left to a library.
 */
export class CsvScanner {
  /** Number of rows read. */
  rows = 0;
  /** Number (1-based) of the line where the next row begins. */
  line = 1;
  readonly #readers: readonly (CellReader | undefined)[];
  readonly #report: (problem: CellProblem, place: CellPlace) => void;
  readonly #block: CellBlock;

  /** @param readers by column; undefined: the column is skipped */
  constructor(
    readers: readonly (CellReader | undefined)[],
    report: (problem: CellProblem, place: CellPlace) => void,
  ) {
    this.#readers = readers;
    this.#report = report;
    this.#block = new CellBlock(readers.length);
  }

  /**
   * Reads the complete rows from `start` to `limit`, which is after a line break, and returns the offset of the first
   * incomplete row, whose quoted cell goes on after `limit`.
   */
  scan(bytes: Uint8Array, start: number, limit: number): number {
    let at = start;
    while (at < limit) {
      const next = this.#scanRow(bytes, at, limit);
      if (next === -1) break;
      at = next;
      if (this.#block.rows === BLOCK_ROWS) this.#readBlock(bytes);
    }
    this.#readBlock(bytes);
    return at;
  }

  /** Records the cells of a row and returns the offset of the next row; -1 if the row does not end before `limit`. */
  #scanRow(bytes: Uint8Array, row: number, limit: number): number {
    const block = this.#block;
    const { starts, ends } = block;
    const columns = this.#readers.length;
    const { line } = this;
    let at = row;
    if (bytes[at] === NEWLINE || bytes[at] === RETURN) {
      this.line++;
      return nextRow(bytes, at);
    }
    let lines = 1;
    let isSound = true;
    // Cells after the last column are out of the arrays' bounds, so they are ignored.
    for (let column = 0, place = block.rows; ; column++, place += BLOCK_ROWS) {
      const cell = at;
      if (bytes[cell] === QUOTE) {
        const close = closingQuote(bytes, cell, limit);
        if (close === -1) return -1;
        lines += lineBreaks(bytes, cell, close);
        starts[place] = cell + 1;
        ends[place] = close;
        at = close + 1;
        if (bytes[at] !== COMMA && bytes[at] !== NEWLINE && bytes[at] !== RETURN) {
          at = cellEnd(bytes, cell, limit);
          this.#report(AFTER_QUOTE, { bytes, row, line, start: cell, end: at });
          isSound = false;
        }
      } else {
        let byte = bytes[at];
        while (byte !== COMMA && byte !== NEWLINE && byte !== RETURN) byte = bytes[++at];
        starts[place] = cell;
        ends[place] = at;
      }
      if (bytes[at] === COMMA) {
        at++;
        continue;
      }
      // A row whose quotes are wrong may have any number of cells.
      if (column + 1 !== columns && isSound) {
        this.#report(cellCount(column + 1, columns), { bytes, row, line, start: row, end: at });
        isSound = false;
      }
      break;
    }
    if (isSound) {
      block.rowStarts[block.rows] = row;
      block.lines[block.rows] = line;
      block.rows++;
    }
    this.line += lines;
    return nextRow(bytes, at);
  }

  #readBlock(bytes: Uint8Array): void {
    const block = this.#block;
    const report = (problem: CellProblem, at: number, column: number) => {
      const row = block.rowStarts[at] as number;
      const line = block.lines[at] as number;
      this.#report(problem, { bytes, row, line, ...cellInRow(bytes, row, column) });
    };
    for (const [column, reader] of this.#readers.entries()) {
      if (reader !== undefined) block.read(column, reader, { bytes, firstRow: this.rows, report });
    }
    this.rows += block.rows;
    block.rows = 0;
  }
}

const AFTER_QUOTE: CellProblem = {
  code: "open-quote",
  message: "a quoted cell goes on after its closing quote",
  hint: 'within quotes write a quote twice: "say ""yes"""',
};

function cellCount(met: number, expected: number): CellProblem {
  return {
    code: "cell-count",
    message: `the line has ${counted(met)}, but the header has ${expected}`,
    hint:
      met > expected
        ? 'put a cell that contains a comma in quotes: "a, b"'
        : "an empty cell needs its comma too",
  };
}

function counted(cells: number): string {
  return cells === 1 ? "1 cell" : `${cells} cells`;
}
