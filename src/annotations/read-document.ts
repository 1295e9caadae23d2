import { type Document, isAlias, isMap, isScalar, isSeq, parseDocument, Scalar, visit } from "yaml";
import { type Span, startOfLine } from "../diagnostics/span.ts";
import { explainYamlError } from "./explain-yaml-error.ts";
import type { Located, LocatedEntry, LocatedRecord, LocatedScalar } from "./located.ts";
import type { Report, SourceFile } from "./report.ts";

/** Maximum number of characters of a file. A thousand claims take about a third of a million. */
export const LONGEST_FILE = 4_000_000;
/** Maximum number of characters of a line: the YAML parser's time is quadratic in the length of a line. */
const LONGEST_LINE = 10_000;
/** Maximum number of nesting levels; the format has six. */
const DEEPEST = 20;
/** Maximum number of YAML errors reported for one file: after a few, the rest follow from them. */
const MOST_ERRORS = 20;

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose.
const NOT_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/**
 * Reads the top-level record of a YAML file, every value with its place; `undefined` if there is no record. The parser
 * recovers from syntax errors, so everything it could read is returned, and the errors are reported. YAML aliases are
 * refused, not followed: annotations do not need them, and a few lines of them can expand to gigabytes.
 */
export function readDocument(file: SourceFile, report: Report): LocatedRecord | undefined {
  if (!isReadable(file.text, report)) return undefined;
  const document = parse(file.text, report);
  if (document === undefined) return undefined;
  const root = document.contents;
  const start = { start: 0, end: 0 };
  if (root === null || (isScalar(root) && root.value === null && document.errors.length === 0)) {
    if (document.errors.length === 0) {
      report("empty-file", start, "the file is empty", "write an article, entities or types into it");
    }
    return undefined;
  }
  const located = locate(root, { text: file.text, report, depth: 0 });
  if (located.kind === "record") return located;
  if (document.errors.length === 0) {
    const hint = "a file of annotations begins with article:, entities: or types:";
    report("unknown-file", start, `the file is a YAML ${located.kind}, not a record of keys`, hint);
  }
  return undefined;
}

function isReadable(text: string, report: Report): boolean {
  if (text.length > LONGEST_FILE) {
    const met = `the file has ${text.length} characters; at most ${LONGEST_FILE} are read`;
    report("file-too-large", { start: 0, end: 0 }, met, "split it into several files");
    return false;
  }
  const junk = NOT_TEXT.exec(text);
  if (junk !== null) {
    const span = { start: junk.index, end: junk.index + 1 };
    report("not-text", span, `a control character (${junk[0]}): this is not a text file`);
    return false;
  }
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const end = newline === -1 ? text.length : newline;
    if (end - start > LONGEST_LINE) {
      const met = `the line has ${end - start} characters; at most ${LONGEST_LINE} are read`;
      report("line-too-long", { start, end: start + 1 }, met, "break it into several lines");
      return false;
    }
    start = end + 1;
  }
  return true;
}

function parse(text: string, report: Report): Document.Parsed | undefined {
  let document: Document.Parsed;
  try {
    // No `uniqueKeys`, whose time is quadratic in the number of keys: `locate` reports duplicates.
    const options = { prettyErrors: false, uniqueKeys: false, logLevel: "error", version: "1.2" } as const;
    document = parseDocument(text, options);
  } catch (error) {
    // The parser is recursive; junk such as a thousand brackets in a row exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    reportTooDeep(report, deepestBracket(text));
    return undefined;
  }
  const errors = firstOfEachLine([...document.errors, ...document.warnings], text);
  for (const error of errors.slice(0, MOST_ERRORS)) {
    const { span, message, hint } = explainYamlError(error, document, text);
    if (/call stack/.test(message)) {
      reportTooDeep(report, deepestBracket(text));
      return undefined;
    }
    report("yaml-syntax", span, message, hint);
  }
  const rest = errors[MOST_ERRORS];
  if (rest !== undefined) {
    const [start] = rest.pos;
    report("yaml-syntax", { start, end: start }, `and ${errors.length - MOST_ERRORS} more YAML errors`);
  }
  refuseAnchors(document, text, report);
  return document;
}

/** The first error of each line: later errors of the same line follow from it. */
function firstOfEachLine<E extends { readonly pos: readonly [number, number] }>(
  errors: readonly E[],
  text: string,
): readonly E[] {
  const lines = new Map<number, E>();
  for (const error of errors) {
    const line = startOfLine(text, error.pos[0]);
    if (!lines.has(line)) lines.set(line, error);
  }
  return [...lines.values()];
}

function reportTooDeep(report: Report, span: Span): void {
  report("too-deep", span, `values are nested more than ${DEEPEST} levels deep`);
}

/**
 * The first bracket that opens one level too many. The place where the parser's stack overflowed would differ from run
 * to run. Brackets in quotes count too: this only says where to look.
 */
function deepestBracket(text: string): Span {
  let depth = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > DEEPEST) return { start: index, end: index + 1 };
  }
  return { start: 0, end: 0 };
}

function refuseAnchors(document: Document.Parsed, text: string, report: Report): void {
  const hint = "if the & or * belongs to the text, put the text in quotes";
  visit(document, {
    Alias(_key, node) {
      const [start = 0, end = start] = node.range ?? [];
      report("yaml-anchor", { start, end }, `annotations do not use YAML aliases (*${node.source})`, hint);
    },
    Node(_key, node) {
      if (isAlias(node) || !("anchor" in node) || node.anchor === undefined) return;
      const written = `&${node.anchor}`;
      const start = Math.max(0, text.lastIndexOf(written, node.range?.[0]));
      const span = { start, end: start + written.length };
      report("yaml-anchor", span, `annotations do not use YAML anchors (${written})`, hint);
    },
  });
}

interface Reading {
  readonly text: string;
  readonly report: Report;
  readonly depth: number;
}

function locate(node: unknown, reading: Reading): Located {
  const { report } = reading;
  const span = spanOf(node);
  if (reading.depth > DEEPEST) {
    reportTooDeep(report, span);
    return { kind: "scalar", span, text: "", value: null };
  }
  const inner = { ...reading, depth: reading.depth + 1 };
  if (isSeq(node)) return { kind: "list", span, items: node.items.map((item) => locate(item, inner)) };
  if (!isMap(node)) return locateScalar(node, reading.text);

  const entries = new Map<string, LocatedEntry>();
  for (const pair of node.items) {
    if (!isScalar(pair.key)) {
      report("wrong-kind", spanOf(pair.key), "a key is a single word, not a list or record");
      continue;
    }
    const key = locateScalar(pair.key, reading.text);
    const value = pair.value === null ? emptyAt(key.span.end) : locate(pair.value, inner);
    if (entries.has(key.text)) {
      report("duplicate-key", key.span, `the key ${key.text} is used twice`, "keep one of the two");
    } else {
      entries.set(key.text, { key, value });
    }
  }
  return { kind: "record", span, entries };
}

function locateScalar(node: unknown, source: string): LocatedScalar {
  const span = spanOf(node);
  // A refused alias keeps its text, so that it is not also reported as empty.
  if (isAlias(node)) return { kind: "scalar", span, text: `*${node.source}`, value: node.source };
  if (!isScalar(node)) return emptyAt(span.start);
  const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  const text = node.source ?? String(node.value ?? "");
  const textStart = span.start + (quoted ? 1 : 0);
  const asWritten = source.startsWith(text, textStart);
  const scalar = { kind: "scalar", span, text, value: scalarValue(node, quoted, text) } as const;
  return asWritten ? { ...scalar, textStart } : scalar;
}

function scalarValue(node: Scalar, quoted: boolean, text: string): LocatedScalar["value"] {
  const { value } = node;
  if (quoted) return text;
  if (typeof value === "number" && !Number.isFinite(value)) return text;
  if (typeof value === "number" || typeof value === "boolean" || value === null) return value;
  return text;
}

function emptyAt(offset: number): LocatedScalar {
  return { kind: "scalar", span: { start: offset, end: offset }, text: "", value: null };
}

function spanOf(node: unknown): LocatedScalar["span"] {
  const range = (node as { range?: [number, number, number] | null } | null)?.range;
  return range ? { start: range[0], end: range[1] } : { start: 0, end: 0 };
}
