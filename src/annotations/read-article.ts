import { shortened } from "../diagnostics/printable-text.ts";
import type { Article } from "./claim.ts";
import { ID } from "./entity-id.ts";
import type { EntityIndex } from "./entity-index.ts";
import type { Located, LocatedScalar } from "./located.ts";
import type { SourceDocument } from "./open-document.ts";
import { type ClaimReading, readClaim } from "./read-claim.ts";
import { type LocatedHash, readHash } from "./read-hash.ts";
import { readLocatedDate } from "./read-located-date.ts";
import { type OmissionReading, readOmission } from "./read-omission.ts";
import {
  type Fields,
  type LocatedCount,
  readCount,
  readFields,
  readItems,
  readText,
  readTexts,
} from "./read-record.ts";
import { RECORD_KEYS } from "./record-keys.ts";
import type { Report, SourceFile } from "./report.ts";
import { resolveName, resolveNames } from "./resolve-name.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** An annotated article as far as it could be read. */
export interface ArticleReading {
  /** The annotation file. */
  readonly source: SourceFile;
  readonly report: Report;
  readonly id?: LocatedScalar;
  /** Undefined if its id, title, file, hash or length is missing or faulty. */
  readonly article?: Article;
  /** Declared facts about the article's text, to verify it. */
  readonly text: AnnotatedText;
  readonly claims: readonly ClaimReading[];
  readonly omissions: readonly OmissionReading[];
}

export interface AnnotatedText {
  readonly file?: LocatedScalar;
  readonly sha256?: LocatedHash;
  readonly length?: LocatedCount;
}

/** Reads and checks an annotated article with its claims. */
export function readArticle(
  { source, fields, report }: SourceDocument,
  vocabulary: Vocabulary,
  index: EntityIndex,
): ArticleReading {
  const section = fields.get("article");
  const given = section && readFields(section, RECORD_KEYS.article, { what: "an article", report });
  const id = readId(given?.get("id"), report);
  const text = readAnnotatedText(given, report);
  const article = readMetadata(given, { id, text, index, report });
  const length = text.length?.count;
  const context = { vocabulary, index, articleId: id?.text ?? "", length, report };
  const claims = readItems(fields.get("claims"), "claims", report).map((item) => readClaim(item, context));
  const omissions = readItems(fields.get("omissions"), "omissions", report).map((item) =>
    readOmission(item, context),
  );
  return {
    source,
    report,
    ...(id === undefined ? {} : { id }),
    ...(article === undefined ? {} : { article }),
    text,
    claims,
    omissions,
  };
}

function readAnnotatedText(fields: Fields | undefined, report: Report): AnnotatedText {
  const file = readFileName(fields?.get("file"), report);
  const sha256 = readHash(fields?.get("sha256"), report);
  const length = readCount(fields?.get("length"), "length", report);
  return {
    ...(file === undefined ? {} : { file }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(length === undefined ? {} : { length }),
  };
}

interface MetadataContext {
  readonly id: LocatedScalar | undefined;
  readonly text: AnnotatedText;
  readonly index: EntityIndex;
  readonly report: Report;
}

function readMetadata(fields: Fields | undefined, context: MetadataContext): Article | undefined {
  const { id, text, index, report } = context;
  const read = (key: string) => readText(fields?.get(key), key, report);
  const title = read("title");
  const publisherName = read("publisher");
  const publisher = publisherName && resolveName(publisherName, index, report);
  const authors = resolveNames(readTexts(fields?.get("authors"), "authors", report), index, report);
  const published = readLocatedDate(fields?.get("published"), "published", report);
  const url = readUrl(fields?.get("url"), report);
  const language = read("language");
  const origin = read("origin");
  const { file, sha256, length } = text;
  if (!id || !title || !file || !sha256?.hash || !length) return undefined;
  return {
    id: id.text,
    title: title.text.trim(),
    file: file.text,
    sha256: sha256.hash,
    length: length.count,
    ...(publisher === undefined ? {} : { publisher }),
    authors,
    ...(published === undefined ? {} : { published }),
    ...(url === undefined ? {} : { url }),
    ...(language === undefined ? {} : { language: language.text }),
    origin: origin?.text ?? id.text,
  };
}

function readId(value: Located | undefined, report: Report): LocatedScalar | undefined {
  const id = readText(value, "id", report);
  if (id === undefined || ID.test(id.text)) return id;
  const hint = "an id may contain only letters, digits, hyphens, dots and underscores";
  report("bad-name", id.span, `${shortened(id.text)} is not a valid id`, hint);
  return undefined;
}

/** Accepts http and https only: a page that shows a link must not get another scheme (javascript:, file:). */
function readUrl(value: Located | undefined, report: Report): string | undefined {
  const written = readText(value, "url", report);
  if (written === undefined || isWebAddress(written.text)) return written?.text;
  const hint = "write the article's address in full, such as https://example.org/harbour-talks";
  report("bad-url", written.span, `${shortened(written.text)} is not an http or https address`, hint);
  return undefined;
}

export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"\\]+$/i.test(text) && URL.canParse(text);
}

/** Accepts a plain file name only: a path could lead out of the folder of texts. */
function readFileName(value: Located | undefined, report: Report): LocatedScalar | undefined {
  const file = readText(value, "file", report);
  if (file === undefined || !/[/\\]|^\.{1,2}$/.test(file.text)) return file;
  const hint = "write only the file name; --articles DIR names its folder";
  report("bad-name", file.span, `${shortened(file.text)} is not a plain file name`, hint);
  return undefined;
}
