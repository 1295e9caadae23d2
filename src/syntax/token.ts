import type { Span } from "../diagnostics/span.ts";

/** The types of token. The grammar refers to these with `%`, and to keywords and symbols by their text. */
export type TokenType =
  /** A name, in backquotes or not. */
  | "identifier"
  | "keyword"
  | "symbol"
  | "parameterName"
  | "string"
  | "integer"
  | "float"
  /** Digits followed by letters: no rule of the grammar accepts it. */
  | "malformedNumber"
  /** A `(` that opens a pattern in an expression; see `mark-tokens.ts`. */
  | "patternStart"
  /** A `-` or `<` that continues a pattern. */
  | "patternDash"
  | "patternLess"
  /** A `[` that opens a list comprehension; see `mark-tokens.ts`. */
  | "comprehensionStart";

/** A token. Its span is in UTF-16 units of the query text. */
export interface Token extends Span {
  readonly type: TokenType;
  /** The text that the grammar's quoted literals match: a keyword in capitals or a symbol; empty for other types. */
  readonly text: string;
  /** The token as written. */
  readonly source: string;
}
