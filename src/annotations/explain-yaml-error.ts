import { type Document, isScalar, Scalar, visit, type YAMLError } from "yaml";
import type { Span } from "../diagnostics/span.ts";

interface Explanation {
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
}

const WHOLE_IN_QUOTES = `put the whole text in single quotes, as in triple: '"Some Name" MEETS Other'`;

/** Explains a YAML error to people who write annotations; an unknown error keeps the parser's message. */
export function explainYamlError(error: YAMLError, document: Document.Parsed, text: string): Explanation {
  const [start, end] = error.pos;
  const span = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
  const said = `${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`;
  switch (error.code) {
    case "BLOCK_AS_IMPLICIT_KEY":
      return {
        span: colonAfter(text, span),
        message: "a second `: ` on this line",
        hint: "put a text that contains `: ` in quotes",
      };
    case "TAB_AS_INDENT":
      return { span, message: "a tab as indentation", hint: "YAML is indented with spaces" };
    case "MULTIPLE_DOCS":
      return { span, message: "a second YAML document", hint: "put each article in a separate file" };
    case "TAG_RESOLVE_FAILED":
      return { span, message: said, hint: "if the ! belongs to the text, put the text in quotes" };
    case "BAD_SCALAR_START":
      return { span, message: said, hint: "put the text in quotes" };
    case "MISSING_CHAR": {
      const opening = error.message.includes("quote") ? unclosedQuote(document, start) : undefined;
      if (opening === undefined) return { span, message: said };
      return { span: opening, message: "a quotation mark that is never closed" };
    }
    case "UNEXPECTED_TOKEN":
      if (error.message.startsWith("Block scalar header")) {
        const hint = "put a text that begins with > or | in quotes";
        return { span, message: "a > or | that does not begin a block of text", hint };
      }
      if (error.message.endsWith("at node end")) {
        return { span, message: "text after the closing quotation mark", hint: WHOLE_IN_QUOTES };
      }
      return { span, message: said };
    default:
      return { span, message: said };
  }
}

/** Place of the colon itself: the parser points at the word before it. */
function colonAfter(text: string, span: Span): Span {
  const colon = text.slice(span.start).search(/:(?=\s|$)/);
  return colon === -1 ? span : { start: span.start + colon, end: span.start + colon + 1 };
}

/** Place of the quotation mark that opens the unclosed scalar reaching `end`. */
function unclosedQuote(document: Document.Parsed, end: number): Span | undefined {
  let opening: Span | undefined;
  visit(document, {
    Scalar(_key, node) {
      const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
      if (!isScalar(node) || !quoted || !node.range) return undefined;
      if (node.range[1] < end) return undefined;
      opening = { start: node.range[0], end: node.range[0] + 1 };
      return visit.BREAK;
    },
  });
  return opening;
}
