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

/** Where a cell or a row stands: offsets of the piece of the file that is being read. */
export interface CellPlace {
  readonly bytes: Uint8Array;
  /** Where the row begins, and the number (1-based) of the line that it begins in. */
  readonly row: number;
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads CSV (RFC 4180) from UTF-8 bytes into one reader a column. No row and no cell becomes an object: a reader gets
 * the stretch of bytes. Lines end in LF, CR LF or CR; empty lines are passed over; a quote within a cell that does not
 * begin with one is a quote.
 *
 * Why this is not left to a library is told in src/README.md.
 */
export class CsvScanner {
  /** Rows that were read. */
  rows = 0;
  /** The number (1-based) of the line where the next row begins. */
  line = 1;
  readonly #readers: readonly (CellReader | undefined)[];
  readonly #complain: (complaint: CellProblem, place: CellPlace) => void;
  readonly #block: CellBlock;

  /** @param readers by column; undefined: the column is passed over */
  constructor(
    readers: readonly (CellReader | undefined)[],
    complain: (complaint: CellProblem, place: CellPlace) => void,
  ) {
    this.#readers = readers;
    this.#complain = complain;
    this.#block = new CellBlock(readers.length);
  }

  /**
   * Reads the whole rows from `start` to `limit`, after a line break, and gives the place of the first row that is
   * not whole: its quoted cell goes on behind `limit`.
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

  /** Notes the cells of a row, and gives the place of the next one; -1 where the row has no end before `limit`. */
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
    // Cells beyond the last column fall out of the arrays.
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
          this.#complain(AFTER_QUOTE, { bytes, row, line, start: cell, end: at });
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
        this.#complain(cellCount(column + 1, columns), { bytes, row, line, start: row, end: at });
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
    const complain = (complaint: CellProblem, at: number, column: number) => {
      const row = block.rowStarts[at] as number;
      const line = block.lines[at] as number;
      this.#complain(complaint, { bytes, row, line, ...cellInRow(bytes, row, column) });
    };
    for (const [column, reader] of this.#readers.entries()) {
      if (reader !== undefined) block.read(column, reader, { bytes, firstRow: this.rows, complain });
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
