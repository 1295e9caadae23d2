import stringWidth from "string-width";
import { printableText } from "./printable-text.ts";
import { locate, type Span, startOfLine } from "./span.ts";

/** Maximum length of the source shown, in UTF-16 units. A longer line is cut around the span. */
const MAX_WIDTH = 100;

/**
 * The source line that holds the start of `span`, with its number and a caret line below:
 *
 * ```text
 * 1 | MATCH (a RETURN a
 *   |          ^^^^^^
 * ```
 *
 * A span over several lines is marked to the end of its first line. Unprintable characters are escaped. `firstLine` is
 * the line number (1-based) of the first line of `text` if `text` is a part of a file.
 */
export function sourceExcerpt(text: string, span: Span, firstLine = 1): string {
  const lineStart = startOfLine(text, span.start);
  const newline = text.indexOf("\n", span.start);
  const lineEnd = newline === -1 ? text.length : newline;
  const windowStart = Math.max(lineStart, wholeCharacter(text, span.start - MAX_WIDTH / 2));
  const windowEnd = Math.min(lineEnd, wholeCharacter(text, windowStart + MAX_WIDTH));

  const before = shown(text.slice(windowStart, span.start));
  const marked = shown(text.slice(span.start, Math.max(span.start, Math.min(span.end, windowEnd))));
  const after = shown(text.slice(Math.max(span.start, Math.min(span.end, windowEnd)), windowEnd));
  const prefix = windowStart > lineStart ? "…" : "";
  const suffix = windowEnd < lineEnd ? "…" : "";

  const number = String(locate(text, span.start).line + firstLine - 1);
  const gutter = " ".repeat(number.length);
  const indent = " ".repeat(stringWidth(prefix + before));
  const carets = "^".repeat(Math.max(1, stringWidth(marked)));
  return `${number} | ${prefix}${before}${marked}${after}${suffix}\n${gutter} | ${indent}${carets}`;
}

/** `offset`, or the offset before it if `offset` would split a surrogate pair. */
function wholeCharacter(text: string, offset: number): number {
  return (text.codePointAt(offset - 1) ?? 0) > 0xffff ? offset - 1 : offset;
}

function shown(text: string): string {
  return printableText(text.replace(/\r$/, "")).replaceAll("\t", " ");
}
