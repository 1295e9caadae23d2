import {
  ERROR_CODES,
  type ErrorCode,
  type ErrorKind,
  type ErrorMeaning,
  type ErrorPhase,
} from "./error-codes.ts";
import { sourceExcerpt } from "./source-excerpt.ts";
import { locate, type Span } from "./span.ts";

/** What {@link CypherError} adds to its code and message. */
export interface CypherErrorParts {
  /** Where in the query's text; absent where no single place is to blame. */
  readonly span?: Span | undefined;
  /** A way out, in one line. */
  readonly hint?: string | undefined;
}

/** The one error that a query ends in: found before it runs, or while it runs. */
export class CypherError extends Error {
  override readonly name = "CypherError";
  /** The kit's class of error, such as `SyntaxError`. */
  readonly kind: ErrorKind;
  readonly phase: ErrorPhase;
  /** The kit's detail, such as `UndefinedVariable`. */
  readonly detail: string;
  /** Which entry of the table of errors this is: the detail, or a finer word for it. */
  readonly code: ErrorCode;
  readonly span: Span | undefined;
  readonly hint: string | undefined;
  /** Further errors of the same query that the analysis found after this one. */
  others: readonly CypherError[] = [];
  /** The query's text, once known. */
  query: string | undefined;

  constructor(code: ErrorCode, message: string, parts: CypherErrorParts = {}) {
    super(message);
    const { kind, phase, detail = code }: ErrorMeaning = ERROR_CODES[code];
    this.kind = kind;
    this.phase = phase;
    this.detail = detail;
    this.code = code;
    this.span = parts.span;
    this.hint = parts.hint;
  }

  /** The error as people read it: message, place, source line with caret, way out; then the others. */
  render(): string {
    const lines = [`${this.kind}: ${this.message} (${this.detail})`];
    if (this.span !== undefined && this.query !== undefined) {
      const { line, column } = locate(this.query, this.span.start);
      lines[0] += ` at line ${line}, column ${column}`;
      lines.push(sourceExcerpt(this.query, this.span));
    }
    if (this.hint !== undefined) lines.push(this.hint);
    return [lines.join("\n"), ...this.others.map((other) => other.render())].join("\n");
  }
}
