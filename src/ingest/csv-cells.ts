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
  /** Where the next row begins, and how many lines this one takes. */
  readonly end: number;
  readonly lines: number;
}

/** Undefined where the row has no end before `limit`. */
export function headerRow(bytes: Uint8Array, limit: number): HeaderRow | undefined {
  const decoder = new TextDecoder();
  const cells: string[] = [];
  const ranges: CellRange[] = [];
  for (let at = 0; ; at++) {
    const start = at;
    at = cellEnd(bytes, start, limit);
    if (at === -1) return undefined;
    const text = decoder.decode(bytes.subarray(start, at)).replace(/\r$/, "");
    cells.push(text.startsWith('"') ? text.slice(1, text.lastIndexOf('"')).replaceAll('""', '"') : text);
    ranges.push({ start, end: at });
    if (bytes[at] === NEWLINE) return { cells, ranges, end: at + 1, lines: newlines(bytes, 0, at + 1) };
  }
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

/** The comma or line break behind the cell at `start`; -1 where none comes before `limit`. */
export function cellEnd(bytes: Uint8Array, start: number, limit: number): number {
  let at = start;
  if (bytes[at] === QUOTE) {
    at = closingQuote(bytes, at, limit);
    if (at === -1) return -1;
  }
  while (at < limit && bytes[at] !== COMMA && bytes[at] !== NEWLINE) at++;
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

export function newlines(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === NEWLINE) count++;
  return count;
}
