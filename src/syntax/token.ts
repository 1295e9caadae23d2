import type { Span } from "../diagnostics/span.ts";

/** The types of token that the grammar names with `%`; all others it names by their text. */
export type TokenType =
  /** A name, in backquotes or not. */
  | "identifier"
  | "keyword"
  | "symbol"
  | "parameterName"
  | "string"
  | "integer"
  | "float"
  /** Digits with letters behind them: nothing in the grammar takes it. */
  | "malformedNumber"
  /** A `(` that opens a pattern in an expression; see `mark-tokens.ts`. */
  | "patternStart"
  /** A `-` or `<` that goes on with a pattern. */
  | "patternDash"
  | "patternLess"
  /** A `[` that opens a list comprehension; see `mark-tokens.ts`. */
  | "comprehensionStart";

/** A token. Its span is in UTF-16 units of the query's text. */
export interface Token extends Span {
  readonly type: TokenType;
  /** What the grammar's quoted literals match: a keyword in capitals, a symbol; empty for every other type. */
  readonly text: string;
  /** The token as it was written. */
  readonly source: string;
}
