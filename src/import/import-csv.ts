import { textProblem } from "./cell-readers.ts";
import {
  type CellRange,
  type HeaderRow,
  headerRow,
  NEWLINE,
  openQuote,
  RETURN,
  skipEmptyLines,
} from "./csv-cells.ts";
import { type HeaderColumn, type RowKind, readHeader } from "./csv-header.ts";
import { BINARY } from "./foreign-file.ts";
import type { ImportContext } from "./import-context.ts";
import type { CellProblem, Place } from "./import-faults.ts";
import { type RowReaders, rowReaders } from "./row-readers.ts";
import { type CellPlace, CsvScanner } from "./scan-csv.ts";
import { forEachPiece, type TextSource } from "./text-source.ts";

/** Bytes of a row at most: a quoted cell without an end must not take all memory. */
const LONGEST_ROW = 16 * 1024 * 1024;

/** Adds a CSV file of nodes or relationships to the graph. */
export async function importCsv(source: TextSource, kind: RowKind, context: ImportContext): Promise<void> {
  const complain = (complaint: CellProblem, place: CellPlace) =>
    context.faults.add(complaint, placeInFile(source.name, place));
  let readers: RowReaders | undefined;
  let scanner: CsvScanner | undefined;
  await forEachPiece(
    source,
    ({ bytes, limit, isLast }) => {
      let at = 0;
      if (scanner === undefined) {
        const header = headerRow(bytes, limit);
        if (header === undefined) {
          if (isLast || bytes.length > LONGEST_ROW) complain(...endlessHeader(bytes, limit, isLast));
          context.faults.end();
          return 0;
        }
        const { row, line } = header;
        if (bytes.subarray(row, header.end).includes(0)) context.faults.refuse(source.name, BINARY);
        const inHeader = (complaint: CellProblem, range: CellRange) =>
          complain(complaint, { bytes, row, line, ...range });
        const columns = headerColumns(header, bytes, kind, inHeader);
        context.faults.end();
        if (
          kind === "relationship" &&
          !context.builder.takesKeys(columns.some(({ role }) => role === "KEY"))
        ) {
          inHeader(SOME_KEYS, header.ranges[0] ?? NOWHERE);
          context.faults.end();
        }
        readers = rowReaders(columns, kind, context);
        scanner = new CsvScanner(readers.cells, complain);
        scanner.line = line + header.lines;
        at = header.end;
      }
      const done = scanner.scan(bytes, at, limit);
      if (isLast ? done < limit : bytes.length - done > LONGEST_ROW) {
        complain(...endlessRow(bytes, { row: done, line: scanner.line, isLast }, limit));
        context.faults.end();
      }
      context.progress(source.name, done, scanner.rows);
      return done;
    },
    (foreign) => context.faults.refuse(source.name, foreign),
  );
  if (context.faults.count === 0) readers?.add(scanner?.rows ?? 0);
}

/** The columns that a header names. Ends the import if the header is wrong: then nothing can be said of the rows. */
function headerColumns(
  { cells, ranges, misquoted }: HeaderRow,
  bytes: Uint8Array,
  kind: RowKind,
  complain: (complaint: CellProblem, range: CellRange) => void,
): readonly HeaderColumn[] {
  for (const range of ranges) {
    const complaint = textProblem(bytes, range.start, range.end);
    if (complaint === undefined) continue;
    complain(complaint, range);
    return [];
  }
  if (misquoted !== undefined) {
    complain(MISQUOTED, misquoted);
    return [];
  }
  const { columns, complaints } = readHeader(cells, kind);
  for (const { column, complaint } of complaints) complain(complaint, ranges[column] ?? { start: 0, end: 0 });
  return columns;
}

/** Why a file has no whole header, and where. */
function endlessHeader(bytes: Uint8Array, limit: number, isLast: boolean): [CellProblem, CellPlace] {
  const { row, line } = skipEmptyLines(bytes, limit);
  if (row === bytes.length) return [NO_HEADER, { bytes, row: 0, line: 1, start: 0, end: 0 }];
  return endlessRow(bytes, { row, line, isLast }, limit);
}

/** Why a row has no end, and where. */
function endlessRow(
  bytes: Uint8Array,
  { row, line, isLast }: { readonly row: number; readonly line: number; readonly isLast: boolean },
  limit: number,
): [CellProblem, CellPlace] {
  if (row === limit) return [LONG_LINE, { bytes, row, line, start: row, end: row + 1 }];
  const start = openQuote(bytes, row, limit);
  return [isLast ? OPEN_QUOTE : LONG_QUOTE, { bytes, row, line, start, end: start + 1 }];
}

/** The lines of a file that hold a row up to the end of the cell, and the cell in them. */
function placeInFile(file: string, { bytes, row, line, start, end }: CellPlace): Place {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const longest = bytes.subarray(row, end + LONGEST_SHOWN);
  const after = longest.subarray(end - row).findIndex((byte) => byte === NEWLINE || byte === RETURN);
  // Line breaks of one character each, so that they are counted as the scanner counts them.
  const shown = decoder.decode(after === -1 ? longest : longest.subarray(0, end - row + after));
  const text = shown.replace(/\r(?!\n)/g, "\n");
  const before = decoder.decode(bytes.subarray(row, start)).length;
  const length = decoder.decode(bytes.subarray(start, end)).length;
  return { file, text, start: before, end: before + length, firstLine: line };
}

/** Bytes behind a cell that may be shown of its line. */
const LONGEST_SHOWN = 10_000;

const NOWHERE: CellRange = { start: 0, end: 0 };

const NO_HEADER: CellProblem = {
  code: "no-header",
  message: "the file has no header",
  hint: "its first line names the columns, such as id:ID,:LABEL,name or :START_ID,:TYPE,:END_ID",
};

const SOME_KEYS: CellProblem = {
  code: "missing-column",
  message: "some files of relationships have a column :KEY, and others have none",
  hint: "either all relationships have keys of their own or none has",
};

const OPEN_QUOTE: CellProblem = {
  code: "open-quote",
  message: "a quoted cell begins here and has no end",
  hint: 'within quotes write a quote twice: "say ""yes"""',
};

const MISQUOTED: CellProblem = {
  code: "open-quote",
  message: "the quotes are not around the whole name of the column",
  hint: 'write "name" without blanks between the commas and the quotes',
};

const LONG_QUOTE: CellProblem = {
  ...OPEN_QUOTE,
  message: "a quoted cell begins here and has no end within 16 MiB",
};

const LONG_LINE: CellProblem = {
  code: "long-line",
  message: "a line is longer than 16 MiB",
  hint: "is this a CSV file? each row ends in a line break",
};
