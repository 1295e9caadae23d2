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

/** Maximum number of bytes of a row: a quoted cell that is never closed must not use all memory. */
const LONGEST_ROW = 16 * 1024 * 1024;

/** Adds a CSV file of nodes or relationships to the graph. */
export async function importCsv(source: TextSource, kind: RowKind, context: ImportContext): Promise<void> {
  const report = (problem: CellProblem, place: CellPlace) =>
    context.faults.add(problem, placeInFile(source.name, place));
  let readers: RowReaders | undefined;
  let scanner: CsvScanner | undefined;
  await forEachPiece(
    source,
    ({ bytes, limit, isLast }) => {
      let at = 0;
      if (scanner === undefined) {
        const header = headerRow(bytes, limit);
        if (header === undefined) {
          if (isLast || bytes.length > LONGEST_ROW) report(...endlessHeader(bytes, limit, isLast));
          context.faults.end();
          return 0;
        }
        const { row, line } = header;
        if (bytes.subarray(row, header.end).includes(0)) context.faults.refuse(source.name, BINARY);
        const inHeader = (problem: CellProblem, range: CellRange) =>
          report(problem, { bytes, row, line, ...range });
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
        scanner = new CsvScanner(readers.cells, report);
        scanner.line = line + header.lines;
        at = header.end;
      }
      const done = scanner.scan(bytes, at, limit);
      if (isLast ? done < limit : bytes.length - done > LONGEST_ROW) {
        report(...endlessRow(bytes, { row: done, line: scanner.line, isLast }, limit));
        context.faults.end();
      }
      context.progress(source.name, done, scanner.rows);
      return done;
    },
    (foreign) => context.faults.refuse(source.name, foreign),
  );
  if (context.faults.count === 0) readers?.add(scanner?.rows ?? 0);
}

/** Reads the columns of a header and reports its problems. With a wrong header, the rows cannot be checked. */
function headerColumns(
  { cells, ranges, misquoted }: HeaderRow,
  bytes: Uint8Array,
  kind: RowKind,
  report: (problem: CellProblem, range: CellRange) => void,
): readonly HeaderColumn[] {
  for (const range of ranges) {
    const problem = textProblem(bytes, range.start, range.end);
    if (problem === undefined) continue;
    report(problem, range);
    return [];
  }
  if (misquoted !== undefined) {
    report(MISQUOTED, misquoted);
    return [];
  }
  const { columns, problems } = readHeader(cells, kind);
  for (const { column, problem } of problems) report(problem, ranges[column] ?? { start: 0, end: 0 });
  return columns;
}

/** The problem of a file without a complete header, and its place. */
function endlessHeader(bytes: Uint8Array, limit: number, isLast: boolean): [CellProblem, CellPlace] {
  const { row, line } = skipEmptyLines(bytes, limit);
  if (row === bytes.length) return [NO_HEADER, { bytes, row: 0, line: 1, start: 0, end: 0 }];
  return endlessRow(bytes, { row, line, isLast }, limit);
}

/** The problem of a row that does not end, and its place. */
function endlessRow(
  bytes: Uint8Array,
  { row, line, isLast }: { readonly row: number; readonly line: number; readonly isLast: boolean },
  limit: number,
): [CellProblem, CellPlace] {
  if (row === limit) return [LONG_LINE, { bytes, row, line, start: row, end: row + 1 }];
  const start = openQuote(bytes, row, limit);
  return [isLast ? OPEN_QUOTE : LONG_QUOTE, { bytes, row, line, start, end: start + 1 }];
}

/** Place of a cell: the lines from the start of its row to its end, and the cell in them. */
function placeInFile(file: string, { bytes, row, line, start, end }: CellPlace): Place {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const longest = bytes.subarray(row, end + LONGEST_SHOWN);
  const after = longest.subarray(end - row).findIndex((byte) => byte === NEWLINE || byte === RETURN);
  // A lone CR becomes LF, so that lines are counted as the scanner counts them.
  const shown = decoder.decode(after === -1 ? longest : longest.subarray(0, end - row + after));
  const text = shown.replace(/\r(?!\n)/g, "\n");
  const before = decoder.decode(bytes.subarray(row, start)).length;
  const length = decoder.decode(bytes.subarray(start, end)).length;
  return { file, text, start: before, end: before + length, firstLine: line };
}

/** Maximum number of bytes shown of the line after a cell. */
const LONGEST_SHOWN = 10_000;

const NOWHERE: CellRange = { start: 0, end: 0 };

const NO_HEADER: CellProblem = {
  code: "no-header",
  message: "the file has no header",
  hint: "its first line names the columns, such as id:ID,:LABEL,name or :START_ID,:TYPE,:END_ID",
};

const SOME_KEYS: CellProblem = {
  code: "missing-column",
  message: "some files of relationships have a column :KEY, others do not",
  hint: "give keys to all relationships or to none",
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
