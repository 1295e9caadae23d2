import { isUtf8, NOT_UTF_8 } from "./cell-readers.ts";
import { type CellRange, type HeaderRow, headerRow, openQuote } from "./csv-cells.ts";
import { checkHeader, type HeaderColumn, type RowKind, readHeaderCell } from "./csv-header.ts";
import type { ImportContext } from "./import-context.ts";
import type { Complaint, Place } from "./import-faults.ts";
import { type RowReaders, rowReaders } from "./row-readers.ts";
import { type CellPlace, CsvScanner } from "./scan-csv.ts";
import { forEachPiece, type TextSource } from "./text-source.ts";

/** Bytes of a row at most: a quoted cell without an end must not take all memory. */
const LONGEST_ROW = 16 * 1024 * 1024;

/** Adds a CSV file of nodes or relationships to the graph. */
export async function importCsv(source: TextSource, kind: RowKind, context: ImportContext): Promise<void> {
  const complain = (complaint: Complaint, place: CellPlace) =>
    context.faults.add(complaint, placeInFile(source.name, place));
  let readers: RowReaders | undefined;
  let scanner: CsvScanner | undefined;
  await forEachPiece(source, ({ bytes, limit, isLast }) => {
    let at = 0;
    if (scanner === undefined) {
      const header = limit === 0 ? undefined : headerRow(bytes, limit);
      if (header === undefined) {
        if (isLast) complain(NO_HEADER, { bytes, row: 0, line: 1, start: 0, end: 0 });
        return 0;
      }
      const inHeader = (complaint: Complaint, range: CellRange = { start: 0, end: 1 }) =>
        complain(complaint, { bytes, row: 0, line: 1, ...range });
      const unreadable = header.ranges.find(({ start, end }) => !isUtf8(bytes, start, end));
      if (unreadable !== undefined) inHeader(NOT_UTF_8, unreadable);
      const columns = readHeader(header, kind, inHeader);
      if (kind === "relationship" && !context.builder.takesKeys(columns.some(({ role }) => role === "KEY"))) {
        inHeader(SOME_KEYS, header.ranges[0]);
      }
      // With a wrong header nothing can be said of the rows.
      context.faults.end();
      readers = rowReaders(columns, kind, context);
      scanner = new CsvScanner(readers.cells, complain);
      scanner.line = header.lines + 1;
      at = header.end;
    }
    const done = scanner.scan(bytes, at, limit);
    if (done < limit && (isLast || bytes.length - done > LONGEST_ROW)) {
      const start = openQuote(bytes, done, limit);
      complain(OPEN_QUOTE, { bytes, row: done, line: scanner.line, start, end: start + 1 });
      context.faults.end();
    }
    context.progress(source.name, done, scanner.rows);
    return done;
  });
  if (context.faults.count === 0) readers?.add(scanner?.rows ?? 0);
}

function readHeader(
  { cells, ranges }: HeaderRow,
  kind: RowKind,
  complain: (complaint: Complaint, range: CellRange | undefined) => void,
): readonly HeaderColumn[] {
  const columns = cells.map((cell, column): HeaderColumn => {
    const read = readHeaderCell(cell, kind);
    if (!("code" in read)) return read;
    complain(read, ranges[column]);
    return { role: "IGNORE" };
  });
  const wrong = checkHeader(columns, kind);
  if (wrong !== undefined) {
    const { code } = wrong.complaint;
    const hint = (code === "missing-column" && separatorHint(cells)) || wrong.complaint.hint;
    complain({ ...wrong.complaint, hint }, ranges[wrong.column]);
  }
  return columns;
}

/** What to say of a header that is one cell only because something else separates its columns. */
function separatorHint(cells: readonly string[]): string | undefined {
  const [only = "", second] = cells;
  const mark =
    second !== undefined ? undefined : only.includes(";") ? '";"' : only.includes("\t") ? "tabs" : undefined;
  return mark && `write commas between the columns, not ${mark}`;
}

/** The lines of a file that hold a row up to the end of the cell, and the cell in them. */
function placeInFile(file: string, { bytes, row, line, start, end }: CellPlace): Place {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const lineEnd = bytes.indexOf(10, end);
  const text = decoder.decode(
    bytes.subarray(row, Math.min(lineEnd === -1 ? bytes.length : lineEnd, end + 10_000)),
  );
  const before = decoder.decode(bytes.subarray(row, start)).length;
  const length = decoder.decode(bytes.subarray(start, end)).replace(/\r$/, "").length;
  return { file, text, start: before, end: before + length, firstLine: line };
}

const NO_HEADER: Complaint = {
  code: "no-header",
  message: "the file has no header",
  hint: "its first line names the columns, such as id:ID,:LABEL,name or :START_ID,:TYPE,:END_ID",
};

const SOME_KEYS: Complaint = {
  code: "missing-column",
  message: "some files of relationships have a column :KEY, and others have none",
  hint: "either all relationships have keys of their own or none has",
};

const OPEN_QUOTE: Complaint = {
  code: "open-quote",
  message: "a quoted cell begins here and has no end",
  hint: 'within quotes write a quote twice: "say ""yes"""',
};
