import type { Span } from "../diagnostics/span.ts";
import { sha256Hex } from "./sha256-hex.ts";
import { codePointOffsets } from "./split-sentences.ts";

/** The `passage:` entry for `span` (UTF-16) of an article's text, to paste into an annotation file. */
export async function passageEntry(text: string, span: Span): Promise<string> {
  const toCodePoint = codePointOffsets(text);
  const sha256 = await sha256Hex(text.slice(span.start, span.end));
  return `passage: { start: ${toCodePoint(span.start)}, end: ${toCodePoint(span.end)}, sha256: ${sha256} }`;
}
