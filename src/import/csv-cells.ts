/** CSV (RFC 4180) in UTF-8 bytes: where its cells begin and end. */
export const NEWLINE = 10;
export const RETURN = 13;
export const QUOTE = 34;
export const COMMA = 44;

/** A cell with its quotes: offsets of the bytes. */
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
  /** Where the row begins, and the number (1-based) of the line that it begins in. */
  readonly row: number;
  readonly line: number;
  /** Where the next row begins, and how many lines this one takes. */
  readonly end: number;
  readonly lines: number;
}

/** Undefined if the row has no end before `limit`. Blanks around a name are not part of it. */
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
    const text = decoder.decode(bytes.subarray(start, at)).trimEnd();
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

/** A cell that is quoted from its beginning to its end. With `[^"]+` a long name would be tried in every division. */
const QUOTED = /^"(?:[^"]|"")*"$/;

/** The first line that is not empty: where it begins, and its number (1-based). */
export function skipEmptyLines(
  bytes: Uint8Array,
  limit: number,
): { readonly row: number; readonly line: number } {
  let row = 0;
  let line = 1;
  for (; row < limit && (bytes[row] === NEWLINE || bytes[row] === RETURN); line++) row = nextRow(bytes, row);
  return { row, line };
}

/** The cell of that number in the whole row at `row`. */
export function cellInRow(bytes: Uint8Array, row: number, column: number): CellRange {
  let start = row;
  for (let before = 0; before < column; before++) start = cellEnd(bytes, start, bytes.length) + 1;
  return { start, end: cellEnd(bytes, start, bytes.length) };
}

/** Where the quoted cell begins that has no end before `limit`, in the row at `row`. */
export function openQuote(bytes: Uint8Array, row: number, limit: number): number {
  let start = row;
  for (let end = cellEnd(bytes, start, limit); end !== -1; end = cellEnd(bytes, start, limit))
    start = end + 1;
  return start;
}

/** The comma or line break after the cell at `start`; -1 if none comes before `limit`. */
export function cellEnd(bytes: Uint8Array, start: number, limit: number): number {
  let at = start;
  if (bytes[at] === QUOTE) {
    at = closingQuote(bytes, at, limit);
    if (at === -1) return -1;
  }
  while (at < limit && bytes[at] !== COMMA && bytes[at] !== NEWLINE && bytes[at] !== RETURN) at++;
  return at < limit ? at : -1;
}

/** The quote that ends the cell whose first one is at `open`; -1 where none does before `limit`. */
export function closingQuote(bytes: Uint8Array, open: number, limit: number): number {
  for (let at = open + 1; at < limit; at++) {
    if (bytes[at] !== QUOTE) continue;
    if (bytes[at + 1] !== QUOTE) return at;
    at++;
  }
  return -1;
}

/** The row after the line break at `at`: LF, CR LF, or CR alone as old Macs and Excel's "CSV (Macintosh)" write it. */
export function nextRow(bytes: Uint8Array, at: number): number {
  return bytes[at] === RETURN && bytes[at + 1] === NEWLINE ? at + 2 : at + 1;
}

/** The number of line breaks, with CR LF as one. */
export function lineBreaks(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte === NEWLINE || (byte === RETURN && bytes[at + 1] !== NEWLINE)) count++;
  }
  return count;
}
