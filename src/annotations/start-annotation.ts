import { Document } from "yaml";
import { invariant } from "../diagnostics/invariant.ts";
import { formatAnnotations } from "./format-annotations.ts";

/** Facts about an article that are known before its first claim. */
export interface ArticleMetadata {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string | undefined;
  readonly authors: readonly string[];
  /** EDTF. */
  readonly published?: string | undefined;
  readonly url?: string | undefined;
  /** Name of the file that holds its text. */
  readonly file: string;
  /** SHA-256 of that file. */
  readonly sha256: string;
  /** Length of the text in code points. */
  readonly length: number;
  readonly language?: string | undefined;
  readonly origin?: string | undefined;
}

/** An entity to declare with the article. */
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
