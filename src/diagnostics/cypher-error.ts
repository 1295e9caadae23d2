import {
  ERROR_CODES,
  type ErrorCode,
  type ErrorKind,
  type ErrorMeaning,
  type ErrorPhase,
} from "./error-codes.ts";
import { sourceExcerpt } from "./source-excerpt.ts";
import { locate, type Span } from "./span.ts";

/** The optional parts of a {@link CypherError}. */
export interface CypherErrorParts {
  /** Where in the query text. Undefined if no single place causes the error. */
  readonly span?: Span | undefined;
  /** How to fix it, in one line. */
  readonly hint?: string | undefined;
}

/** The only class of error that a query throws, at compile time or at runtime. */
export class CypherError extends Error {
  override readonly name = "CypherError";
  /** The TCK's class of error, such as `SyntaxError`. */
  readonly kind: ErrorKind;
  readonly phase: ErrorPhase;
  /** The TCK's detail, such as `UndefinedVariable`. */
  readonly detail: string;
  /** The key in `ERROR_CODES`: the detail, or a more specific name. */
  readonly code: ErrorCode;
  readonly span: Span | undefined;
  readonly hint: string | undefined;
  /** Further errors of the same query that the analysis found after this one. */
  others: readonly CypherError[] = [];
  /** The query text, once known. */
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

  /** Formats the error for people: message, position, source line with a caret, hint; then `others`. */
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
