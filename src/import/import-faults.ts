import { type Fault, renderFault } from "../diagnostics/fault.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import { locate } from "../diagnostics/span.ts";
import { UserError } from "../diagnostics/user-error.ts";
import type { ForeignFile } from "./foreign-file.ts";

/** Every kind of fault that a file of nodes or relationships can have, with what it means. */
export const IMPORT_FAULT_CODES = {
  "no-header": "the file has no first line that names its columns",
  "unknown-column": "a column's header has a type or a role that there is not",
  "unknown-option": "a column's header has an option, in {}, that is not known or has no such value",
  "duplicate-column": "two columns have one name or one role",
  "wrong-separator": "something other than commas is between the columns",
  "missing-column": "a column is absent that every file of nodes or of relationships has",
  "cell-count": "a line has more or fewer cells than the header",
  "open-quote": "a quoted cell has no end, or goes on after its end",
  "long-line": "a line is longer than any row may be",
  "not-utf-8": "a text is not UTF-8",
  "not-text": "the file is packed, a database, a picture, in UTF-16 or otherwise not text",
  "bad-value": "a value is not of its column's type",
  "empty-cell": "a key or a type is empty",
  "duplicate-key": "two nodes or two relationships have one key",
  "unknown-node": "a relationship starts or ends at a node that no file holds",
  "bad-json": "a line is no JSON object with a node or a relationship",
} as const;

export type ImportFaultCode = keyof typeof IMPORT_FAULT_CODES;

/** What is wrong with a cell or a line, and a way out; where it is, its reader knows. */
export interface CellProblem {
  readonly code: ImportFaultCode;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** Some lines of a file, and a stretch of them (UTF-16 offsets). */
export interface Place {
  readonly file: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The number (1-based) of the first of the lines. */
  readonly firstLine: number;
}

/** The files hold faults, and nothing was loaded. */
export class ImportError extends UserError {
  override readonly name = "ImportError";
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(renderFault).join("\n"));
    this.faults = faults;
  }
}

/** A wrong file is wrong in many lines: more than these help nobody. */
const MOST_FAULTS = 20;

/** The faults that were met so far. */
export class ImportFaults {
  readonly #faults: Fault[] = [];

  get count(): number {
    return this.#faults.length;
  }

  /** @throws ImportError where there are so many that reading on is of no use */
  add({ code, message, hint }: CellProblem, { file, text, start, end, firstLine }: Place): void {
    const way = hint === undefined ? {} : { hint: printableLine(hint) };
    const said = { severity: "error", code, message: printableLine(message), ...way } as const;
    this.#faults.push({ ...said, file, text, firstLine, span: { start, end } });
    if (this.#faults.length === MOST_FAULTS) this.end();
  }

  /** Reports that a file cannot be read at all. */
  refuse(file: string, { what, hint }: ForeignFile): never {
    this.add({ code: "not-text", message: `this is ${what}`, hint }, { file, ...NOWHERE });
    throw new ImportError(this.#faults);
  }

  /** @throws ImportError where there are any */
  end(): void {
    if (this.#faults.length > 0) throw new ImportError(inOrder(this.#faults));
  }
}

const NOWHERE = { text: "", start: 0, end: 0, firstLine: 1 };

/** Files in the order in which they were read, and faults by their places in them: columns are read one by one. */
function inOrder(faults: readonly Fault[]): readonly Fault[] {
  const files = [...new Set(faults.map(({ file }) => file))];
  const placed = faults.map((fault) => {
    const { line, column } = locate(fault.text, fault.span.start);
    return { fault, file: files.indexOf(fault.file), line: line + (fault.firstLine ?? 1), column };
  });
  placed.sort((a, b) => a.file - b.file || a.line - b.line || a.column - b.column);
  return placed.map(({ fault }) => fault);
}
