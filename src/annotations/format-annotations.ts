/**
 * Annotation text → canonical form: order of keys, quotation marks, indentation, blank lines. The content and all
 * comments are kept. This is checked on the result instead of relying on the YAML library: if either would change, the
 * file is refused, as is a file that formatting again would change again.
 */
import {
  type CollectionTag,
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  type Pair,
  parseDocument,
  Scalar,
  type ScalarTag,
  type Tags,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Fault } from "../diagnostics/fault.ts";
import { FILE_LAYOUT, type Layout } from "./canonical-layout.ts";
import type { Located } from "./located.ts";
import { openDocument } from "./open-document.ts";
import { readDocument } from "./read-document.ts";
import { reportInto, type SourceFile } from "./report.ts";

export type Formatting =
  | { readonly kind: "formatted"; readonly text: string }
  /** The file is not YAML or not a file of annotations, or formatting would change its content. */
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

/** Faults after which the file's content is still clear. */
const HARMLESS = new Set(["unknown-key", "missing-key", "wrong-kind"]);
/** Comments that move may need another round to settle. */
const MOST_ROUNDS = 4;

/** `file` in canonical form. */
export function formatAnnotations(file: SourceFile): Formatting {
  const faults: Fault[] = [];
  const document = openDocument(file, faults);
  const grave = faults.filter(({ code }) => !HARMLESS.has(code));
  if (document === undefined || grave.length > 0) return { kind: "refused", faults: grave };
  // Otherwise Windows line breaks would remain inside comments, and only there.
  let text = file.text.replaceAll("\r\n", "\n");
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = text;
    const printed = print(before);
    if (printed === undefined) break;
    text = printed;
    if (text !== before) continue;
    if (saysTheSame(file.text, text)) return { kind: "formatted", text };
    break;
  }
  const report = reportInto(faults, file);
  const hint = "replace unusual YAML, such as a tag (!!str), with plain YAML";
  report(
    "unformattable",
    { start: 0, end: 0 },
    "the file cannot be formatted without changing what it says",
    hint,
  );
  return { kind: "refused", faults: faults.slice(-1) };
}

/** Undefined if `text` is not YAML: the library's own output may not be, for example after a comment with U+2028. */
function print(text: string): string | undefined {
  const document = parseDocument(text, { version: "1.2", uniqueKeys: false, customTags: printedTags });
  if (document.errors.length > 0) return undefined;
  const [first] = isMap(document.contents) ? document.contents.items : [];
  arrange(document.contents, FILE_LAYOUT);
  keepHead(document, first);
  const options = { lineWidth: 0, nullStr: "", flowCollectionPadding: true } as const;
  return ensureNewline(document.toString(options));
}

/** Keeps a comment at the head of the file there, even if the key below it moves. */
function keepHead(document: Document.Parsed, first: Pair | undefined): void {
  const head = first?.key;
  if (!isMap(document.contents) || document.contents.items[0] === first || !isScalar(head)) return;
  const comments = [document.commentBefore, head.commentBefore].filter((comment) => comment);
  if (head.commentBefore) document.commentBefore = comments.join("\n\n");
  delete head.commentBefore;
}

/** Tags that print numbers and booleans as written (`012` stays), `[a, b]` without padding and `{ a: b }` with it. */
function printedTags(tags: Tags): Tags {
  return tags.map((tag) => {
    if (typeof tag === "string") return tag;
    if ("nodeClass" in tag && tag.nodeClass !== undefined) return printedCollection(tag as CollectionTag);
    const scalar = tag as ScalarTag;
    if (scalar.tag === "tag:yaml.org,2002:str") return tag;
    const stringify: ScalarTag["stringify"] = (item, ...rest) =>
      item.source ?? scalar.stringify?.(item, ...rest) ?? String(item.value ?? "");
    return { ...scalar, stringify };
  });
}

function printedCollection(tag: CollectionTag): CollectionTag {
  const padding = tag.collection === "seq" ? "" : " ";
  const stringify: ScalarTag["stringify"] = (item, context, ...rest) =>
    (item as unknown as YAMLSeq).toString({ ...context, flowCollectionPadding: padding }, ...rest);
  return { ...tag, stringify } as CollectionTag;
}

function arrange(node: unknown, layout: Layout | undefined): void {
  if (isScalar(node)) arrangeScalar(node);
  if (!isCollection(node)) return;
  // A blank line after the last comment would be printed in addition to the next item's.
  if (node.comment) node.comment = node.comment.replace(/\n+$/, "");
  if (layout === undefined) return;
  node.flow = isOnOneLine(node, layout);
  if (isMap(node)) arrangeMap(node, layout);
  if (isSeq(node)) {
    for (const item of node.items) arrange(item, layout.items ?? inner(layout));
    setApart(node.items, node, layout);
  }
}

/** The contents of a value in brackets are in brackets too, at every depth. */
function inner(layout: Layout): Layout | undefined {
  return layout.style === "flow" ? { style: "flow" } : undefined;
}

function arrangeMap(map: YAMLMap, layout: Layout): void {
  if (layout.keys !== undefined) {
    const { keys } = layout;
    const rank = ({ key }: Pair) => {
      const at = isScalar(key) ? keys.indexOf(String(key.value)) : -1;
      return at === -1 ? keys.length : at;
    };
    map.items = map.items
      .map((pair, at) => ({ pair, at }))
      .sort((a, b) => rank(a.pair) - rank(b.pair) || a.at - b.at)
      .map(({ pair }) => pair);
  }
  for (const pair of map.items) {
    if (isScalar(pair.key)) arrangeScalar(pair.key);
    const key = isScalar(pair.key) ? String(pair.key.value) : "";
    arrange(pair.value, fieldLayout(layout, key) ?? layout.items ?? inner(layout));
  }
  setApart(map.items, map, layout);
}

/** The layout of a field. Own properties only: a file may have a key such as `constructor`. */
function fieldLayout({ fields = {} }: Layout, key: string): Layout | undefined {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

/** Texts that YAML 1.1 readers take for a boolean or a base-60 number. */
const AMBIGUOUS_IN_YAML_1_1 = /^(?:y|n|yes|no|on|off|[\d:.]+)$/i;

/** Quotes ambiguous texts; for all others the printer chooses the quotation marks they need. */
function arrangeScalar(scalar: Scalar): void {
  if (typeof scalar.value !== "string") return;
  if (AMBIGUOUS_IN_YAML_1_1.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
  else delete scalar.type;
}

function setApart(items: readonly unknown[], parent: YAMLMap | YAMLSeq, { apart }: Layout): void {
  if (apart === undefined || parent.flow === true) return;
  items.forEach((item, at) => {
    const head = isPair(item) ? item.key : item;
    if (!isScalar(head) && !isCollection(head)) return;
    const before = items[at - 1];
    if (at > 0) {
      const parted = !isOneLine(item) || !isOneLine(before) || Boolean(head.commentBefore);
      head.spaceBefore = apart && parted;
    } else if (!parent.commentBefore) {
      head.spaceBefore = false;
    }
  });
}

function isOneLine(item: unknown): boolean {
  return isCollection(item) && item.flow === true;
}

/** An empty collection is always on one line; one with comments never is, since there is no place for them. */
function isOnOneLine(node: YAMLMap | YAMLSeq, { style }: Layout): boolean {
  if (node.items.length === 0) return true;
  const flow = style === "flow" || (style === "either" && node.flow === true);
  return flow && !holdsComments(node);
}

function holdsComments(node: unknown): boolean {
  let found = false;
  visit(node as Document["contents"], (_key, inner) => {
    if (inner === node || !(isScalar(inner) || isCollection(inner))) return undefined;
    found ||= Boolean(inner.comment ?? inner.commentBefore);
    return found ? visit.BREAK : undefined;
  });
  return found;
}

function saysTheSame(before: string, after: string): boolean {
  const [first, second] = [before, after].map((text) => {
    const faults: Fault[] = [];
    const located = readDocument({ path: "", text }, reportInto(faults, { path: "", text }));
    return JSON.stringify([located === undefined ? null : content(located), commentsOf(text)]);
  });
  return first === second;
}

/** A value without its place in the file, with the keys of records sorted. */
function content(value: Located): unknown {
  switch (value.kind) {
    case "scalar":
      return [value.text, value.value];
    case "list":
      return value.items.map(content);
    case "record":
      return {
        record: [...value.entries]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, entry]) => [key, content(entry.value)]),
      };
  }
}

function commentsOf(text: string): readonly string[] {
  return [...new Lexer().lex(text)]
    .filter((token) => token.startsWith("#"))
    .map((token) => token.trim())
    .sort();
}

function ensureNewline(text: string): string {
  return text.endsWith("\n") ? text : `${text}\n`;
}
