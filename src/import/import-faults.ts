import { type Fault, renderFault } from "../diagnostics/fault.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import { locate } from "../diagnostics/span.ts";
import { UserError } from "../diagnostics/user-error.ts";
import type { ForeignFile } from "./foreign-file.ts";

/** Every kind of fault in a file of nodes or relationships, with its meaning. */
export const IMPORT_FAULT_CODES = {
  "no-header": "the file has no first line that names its columns",
  "unknown-column": "a column's header has an unknown type or role",
  "unknown-option": "a column's header has an option, in {}, that is unknown or has an unknown value",
  "duplicate-column": "two columns have the same name or role",
  "wrong-separator": "the columns are not separated by commas",
  "missing-column": "a column that every file of nodes or of relationships needs is missing",
  "cell-count": "a line has more or fewer cells than the header",
  "open-quote": "a quoted cell is never closed, or goes on after its closing quote",
  "long-line": "a line is longer than the maximum length of a row",
  "not-utf-8": "a text is not UTF-8",
  "not-text": "the file is not UTF-8 text: it is compressed, a database, a picture, in UTF-16 or binary",
  "bad-value": "a value is not of its column's type",
  "empty-cell": "a key or a type is empty",
  "duplicate-key": "two nodes or two relationships have the same key",
  "unknown-node": "a relationship starts or ends at a node that is not in any file",
  "bad-json": "a line is not a JSON object with a node or a relationship",
} as const;

export type ImportFaultCode = keyof typeof IMPORT_FAULT_CODES;

/** A problem of a cell or a line, without its place, which the reader adds. */
export interface CellProblem {
  readonly code: ImportFaultCode;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Some lines of a file, and a range of them (UTF-16 offsets). */
export interface Place {
  readonly file: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Number (1-based) of the first of these lines. */
  readonly firstLine: number;
}

/** The files have faults, and nothing was loaded. */
export class ImportError extends UserError {
  override readonly name = "ImportError";
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(renderFault).join("\n"));
    this.faults = faults;
  }
}

/** Maximum number of faults reported: a wrong file is often wrong in many lines, and more faults do not help. */
const MOST_FAULTS = 20;

/** The faults found so far. */
export class ImportFaults {
  readonly #faults: Fault[] = [];

  get count(): number {
    return this.#faults.length;
  }

  /** @throws ImportError when the number of faults reaches its maximum */
  add({ code, message, hint }: CellProblem, { file, text, start, end, firstLine }: Place): void {
    const hintField = hint === undefined ? {} : { hint: printableLine(hint) };
    const fault = { severity: "error", code, message: printableLine(message), ...hintField } as const;
    this.#faults.push({ ...fault, file, text, firstLine, span: { start, end } });
    if (this.#faults.length === MOST_FAULTS) this.end();
  }

  /**
   * Reports that a file cannot be read at all.
   *
   * @throws ImportError always
   */
  refuse(file: string, { what, hint }: ForeignFile): never {
    this.add({ code: "not-text", message: `this is ${what}`, hint }, { file, ...NOWHERE });
    throw new ImportError(this.#faults);
  }

  /** @throws ImportError if there are any faults */
  end(): void {
    if (this.#faults.length > 0) throw new ImportError(inOrder(this.#faults));
  }
}

const NOWHERE = { text: "", start: 0, end: 0, firstLine: 1 };

/** Sorts faults by file, in reading order, then by place: columns are read one by one, so faults are not in order. */
function inOrder(faults: readonly Fault[]): readonly Fault[] {
  const files = [...new Set(faults.map(({ file }) => file))];
  const placed = faults.map((fault) => {
    const { line, column } = locate(fault.text, fault.span.start);
    return { fault, file: files.indexOf(fault.file), line: line + (fault.firstLine ?? 1), column };
  });
  placed.sort((a, b) => a.file - b.file || a.line - b.line || a.column - b.column);
  return placed.map(({ fault }) => fault);
}
