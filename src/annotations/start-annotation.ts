import { Document } from "yaml";
import { invariant } from "../diagnostics/invariant.ts";
import { formatAnnotations } from "./format-annotations.ts";

/** What is known of an article before the first claim. */
export interface ArticleMetadata {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly authors: readonly string[];
  /** EDTF. */
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  /** Name of the file that holds its text, its SHA-256, and its length in code points. */
  readonly file: string;
  readonly sha256: string;
  readonly length: number;
  readonly language?: string | undefined;
  readonly origin?: string | undefined;
}

/** An entity that is to be declared with the article. */
export interface NewEntity {
  readonly name: string;
  readonly type: string;
}

/** The text of an annotation file without claims, in canonical form. */
export function startAnnotation(article: ArticleMetadata, entities: readonly NewEntity[]): string {
  const { authors, ...others } = article;
  const given = Object.entries({ ...others, authors: authors.length === 0 ? undefined : authors });
  const document = new Document(
    {
      article: Object.fromEntries(given.filter(([, value]) => value !== undefined)),
      claims: [],
      ...(entities.length === 0 ? {} : { entities }),
    },
    { version: "1.2" },
  );
  const list = document.get("entities", true) as { items?: { flow?: boolean }[] } | undefined;
  for (const entity of list?.items ?? []) entity.flow = true;
  const text = document.toString({ lineWidth: 0 });
  const result = formatAnnotations({ path: article.file, text });
  invariant(result.kind === "formatted", "a new annotation file can be formatted");
  return result.text;
}
