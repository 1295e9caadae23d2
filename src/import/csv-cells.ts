/** CSV (RFC 4180) in UTF-8 bytes: finds where cells begin and end. */
export const NEWLINE = 10;
export const RETURN = 13;
export const QUOTE = 34;
export const COMMA = 44;

/** Byte offsets of a cell, including its quotes. */
export interface CellRange {
  readonly start: number;
  readonly end: number;
}

/** The first row of a file, as texts. */
export interface HeaderRow {
  readonly cells: readonly string[];
  readonly ranges: readonly CellRange[];
  /** The first cell with a quote that does not enclose all of it. */
  readonly misquoted: CellRange | undefined;
  /** Offset of the row, and the number (1-based) of its first line. */
  readonly row: number;
  readonly line: number;
  /** Offset of the next row, and the number of lines of this row. */
  readonly end: number;
  readonly lines: number;
}

const SPACE = 0x20;
const TAB = 0x09;

/** Reads the header row; undefined if it does not end before `limit`. Blanks around a name are removed. */
export function headerRow(bytes: Uint8Array, limit: number): HeaderRow | undefined {
  const decoder = new TextDecoder();
  const cells: string[] = [];
  const ranges: CellRange[] = [];
  let misquoted: CellRange | undefined;
  const { row, line } = skipEmptyLines(bytes, limit);
  if (row >= limit) return undefined;
  for (let at = row; ; at++) {
    const start = at;
    at = cellEnd(bytes, start, limit);
    if (at === -1) return undefined;
    const text = decoder.decode(bytes.subarray(start, withoutBlanks(bytes, start, at)));
    const isQuoted = QUOTED.test(text);
    const cell = isQuoted ? text.slice(1, -1).replaceAll('""', '"') : text;
    cells.push(cell.trim());
    ranges.push({ start, end: at });
    if (!isQuoted && text.trimStart().startsWith('"')) misquoted ??= { start, end: at };
    if (bytes[at] === COMMA) continue;
    const end = nextRow(bytes, at);
    return { cells, ranges, misquoted, row, line, end, lines: lineBreaks(bytes, row, end) };
  }
}

/** The end of the cell without trailing spaces and tabs. Other white space, such as U+2028, is part of the cell. */
function withoutBlanks(bytes: Uint8Array, start: number, end: number): number {
  let last = end;
  while (last > start && (bytes[last - 1] === SPACE || bytes[last - 1] === TAB)) last--;
  return last;
}

/** A cell quoted from beginning to end. With `[^"]+`, the expression would try every division of a long name. */
const QUOTED = /^"(?:[^"]|"")*"$/;

/** Offset and number (1-based) of the first line that is not empty. */
export function skipEmptyLines(
  bytes: Uint8Array,
  limit: number,
): { readonly row: number; readonly line: number } {
  let row = 0;
  let line = 1;
  for (; row < limit && (bytes[row] === NEWLINE || bytes[row] === RETURN); line++) row = nextRow(bytes, row);
  return { row, line };
}

/** The cell of a column (0-based) in the complete row at `row`. */
export function cellInRow(bytes: Uint8Array, row: number, column: number): CellRange {
  let start = row;
  for (let before = 0; before < column; before++) start = cellEnd(bytes, start, bytes.length) + 1;
  return { start, end: cellEnd(bytes, start, bytes.length) };
}

/** Offset of the quoted cell that does not end before `limit`, in the row at `row`. */
export function openQuote(bytes: Uint8Array, row: number, limit: number): number {
  let start = row;
  for (let end = cellEnd(bytes, start, limit); end !== -1; end = cellEnd(bytes, start, limit))
    start = end + 1;
  return start;
}

/** Offset of the comma or line break after the cell at `start`; -1 if there is none before `limit`. */
export function cellEnd(bytes: Uint8Array, start: number, limit: number): number {
  let at = start;
  if (bytes[at] === QUOTE) {
    at = closingQuote(bytes, at, limit);
    if (at === -1) return -1;
  }
  while (at < limit && bytes[at] !== COMMA && bytes[at] !== NEWLINE && bytes[at] !== RETURN) at++;
  return at < limit ? at : -1;
}

/** Offset of the quote that closes the one at `open`; -1 if there is none before `limit`. */
export function closingQuote(bytes: Uint8Array, open: number, limit: number): number {
  for (let at = open + 1; at < limit; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at;
    at++;
  }
  return -1;
}

/** Offset of the row after the line break at `at`: LF, CR LF, or CR alone (old Macs, Excel's "CSV (Macintosh)"). */
export function nextRow(bytes: Uint8Array, at: number): number {
  return bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? at + 2 : at + 1;
}

/** The number of line breaks; CR LF counts as one. */
export function lineBreaks(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === NEWLINE || (byte === RETURN && bytes[at + 1] !== NEWLINE)) count++;
  }
  return count;
}
