import { checkObject } from "./check-argument.ts";
import { printableText } from "./printable-text.ts";
import { sourceExcerpt } from "./source-excerpt.ts";
import { locate, type Span } from "./span.ts";

/** A problem in a data file, such as an annotation or a vocabulary. */
export interface Fault {
  readonly severity: "error" | "warning";
  /** Stable kebab-case name of the kind of fault, such as `unknown-type`. */
  readonly code: string;
  /** What was found and what was expected, in one line. */
  readonly message: string;
  /** How to fix it, in one line. */
  readonly hint?: string;
  /** The file, as the user named it. */
  readonly file: string;
  /** The text of the file, or some lines of it, for the excerpt. Empty if the file could not be read. */
  readonly text: string;
  /** The line number (1-based) of the first line of `text` in the file. Omitted: 1. */
  readonly firstLine?: number;
  readonly span: Span;
}

/**
 * Formats a fault for people:
 *
 * ```text
 * seeds/articles/000.yaml:31:13: error: no relationship type VISIST [unknown-type]
 * 31 |   - triple: Xi Jinping VISIST Moscow
 *    |                        ^^^^^^
 *    did you mean VISITS?
 * ```
 *
 * Unprintable characters of the file are escaped.
 *
 * @throws TypeError if `fault` or its span is not an object
 */
export function renderFault(fault: Fault): string {
  checkObject("renderFault", "a fault", fault);
  checkObject("renderFault", "the span of a fault", fault.span);
  const { firstLine = 1 } = fault;
  const { line, column } = locate(fault.text, fault.span.start);
  const head = `${fault.file}:${line + firstLine - 1}:${column}: ${fault.severity}: ${fault.message} [${fault.code}]`;
  const excerpt = fault.text === "" ? "" : `\n${sourceExcerpt(fault.text, fault.span, firstLine)}`;
  return printableText(`${head}${excerpt}${fault.hint === undefined ? "" : `\n   ${fault.hint}`}`);
}
