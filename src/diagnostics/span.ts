/** A range of source text: UTF-16 offsets, 0-based, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A position as people count it: both 1-based, the column in Unicode code points. */
export interface Location {
  readonly line: number;
  readonly column: number;
}

/** The smallest span that contains both. */
export function joinSpans(first: Span, last: Span): Span {
  return { start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** Line and column of `offset` (UTF-16, 0-based) in `text`. An offset past the end counts as the end. */
export function locate(text: string, offset: number): Location {
  const lineStart = startOfLine(text, offset);
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < lineStart; at = text.indexOf("\n", at + 1)) line++;
  return { line, column: codePointLength(text.slice(lineStart, offset)) + 1 };
}

/** Offset of the first character of the line that contains `offset`. */
export function startOfLine(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf("\n", Math.min(offset, text.length) - 1) + 1;
}

function codePointLength(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}
