import type { CellReader } from "./cell-readers.ts";
import { QUOTE } from "./csv-cells.ts";
import type { CellProblem } from "./import-faults.ts";

/** Maximum number of rows in a block. */
export const BLOCK_ROWS = 2048;

/** Positions of the cells of some rows, found before any of them is read. */
export class CellBlock {
  rows = 0;
  /** By row: its offset, and the number (1-based) of its first line. */
  readonly rowStarts = new Uint32Array(BLOCK_ROWS);
  readonly lines = new Uint32Array(BLOCK_ROWS);
  /** By column, then row, `BLOCK_ROWS` entries for each column: a cell's offsets, without its quotes. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The content of a quoted cell, with doubled quotes replaced by one. */
  #unquoted = new Uint8Array(1024);

  constructor(columns: number) {
    this.starts = new Uint32Array(columns * BLOCK_ROWS);
    this.ends = new Uint32Array(columns * BLOCK_ROWS);
  }

  /**
   * Reads one column of all rows, the first of which is row `firstRow` of its file. Blocks are read column by column,
   * because each column has its own dictionary: if most values are new, that takes a seventh less time than row by row.
   */
  read(column: number, reader: CellReader, { bytes, firstRow, report }: BlockReading): void {
    const first = column * BLOCK_ROWS;
    const starts = this.starts.subarray(first, first + this.rows);
    const ends = this.ends.subarray(first, first + this.rows);
    for (let row = 0; row < starts.length; row++) {
      const start = starts[row] as number;
      const end = ends[row] as number;
      const quoted = start > 0 && bytes[start - 1] === QUOTE;
      const problem =
        quoted && hasQuote(bytes, start, end)
          ? this.#readUnquoted(reader, firstRow + row, bytes.subarray(start, end))
          : reader.read(firstRow + row, bytes, start, end, quoted);
      if (problem !== undefined) report(problem, row, column);
    }
  }

  #readUnquoted(reader: CellReader, row: number, cell: Uint8Array): CellProblem | undefined {
    if (this.#unquoted.length < cell.length) this.#unquoted = new Uint8Array(2 * cell.length);
    let length = 0;
    for (let at = 0; at < cell.length; at++) {
      this.#unquoted[length++] = cell[at] as number;
      if (cell[at] === QUOTE) at++;
    }
    return reader.read(row, this.#unquoted, 0, length, true);
  }
}

export interface BlockReading {
  readonly bytes: Uint8Array;
  readonly firstRow: number;
  /** Receives the problem of a cell in a row of the block. */
  readonly report: (problem: CellProblem, row: number, column: number) => void;
}

function hasQuote(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at] === QUOTE) return true;
  return false;
}
