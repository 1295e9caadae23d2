import type { Fault } from "../diagnostics/fault.ts";
import { shortened } from "../diagnostics/printable-text.ts";
import { locate } from "../diagnostics/span.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { addsToShipped } from "./adds-to-shipped.ts";
import { buildGraph } from "./build-graph.ts";
import { checkReferences } from "./check-references.ts";
import type { Article, Claim } from "./claim.ts";
import { type Entity, indexEntities } from "./entity-index.ts";
import { hintAtShipped } from "./hint-at-shipped.ts";
import { openDocument, type SourceDocument } from "./open-document.ts";
import { type ArticleReading, readArticle } from "./read-article.ts";
import { type DeclaredEntity, readEntities } from "./read-entities.ts";
import { readVocabulary } from "./read-vocabulary.ts";
import type { SourceFile } from "./report.ts";
import { sortFaults } from "./sort-faults.ts";
import { suppressCascadingErrors } from "./suppress-cascading-errors.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface IngestOptions {
  /** The vocabulary to use, or to extend, if the files do not declare a complete one. */
  readonly defaultVocabulary?: SourceFile;
}

/** The content of annotation files, and their faults. */
export interface Ingested {
  /** Built from everything without errors, even if other parts have faults. */
  readonly graph: MultiDirectedGraph;
  /** All faults, in the order of the files, and within a file in the order of its text. */
  readonly faults: readonly Fault[];
  readonly counts: IngestCounts;
  readonly vocabulary: Vocabulary;
  readonly entities: readonly Entity[];
  /** The place where each of `entities` is declared. */
  readonly declarations: readonly DeclaredEntity[];
  readonly articles: readonly Article[];
  readonly claims: readonly Claim[];
  /** Articles and claims with errors too: the input of `verifyArticle`. */
  readonly readings: readonly ArticleReading[];
}

/** Counts of what is in the graph; `types` counts the relationship types that claims use. */
export interface IngestCounts {
  readonly articles: number;
  readonly claims: number;
  readonly entities: number;
  readonly types: number;
}

/**
 * Reads annotation files into a graph. Every file is read once for its vocabulary, then for its entities, then for its
 * article, because a claim may name what another file declares. Does not throw on invalid input.
 */
export function ingest(files: readonly SourceFile[], options: IngestOptions = {}): Ingested {
  const faults: Fault[] = [];
  const documents = files.flatMap((file) => openDocument(file, faults) ?? []);

  const having = (...keys: string[]) => documents.filter(({ fields }) => keys.some((key) => fields.has(key)));
  const declared = having("types", "entityTypes", "stances", "modalities", "assessments");
  const shipped = options.defaultVocabulary;
  const isAdded = addsToShipped(declared);
  const vocabulary = readVocabulary(declared, isAdded && shipped ? openDocument(shipped, faults) : undefined);

  const declarations = readEntities(having("entities"), vocabulary, articleIds(having("article")));
  const entities = declarations.map(({ entity }) => entity);
  const index = indexEntities(entities);

  const readings = having("article", "claims", "omissions").map((document) =>
    readArticle(document, vocabulary, index),
  );
  checkReferences(readings, (path) =>
    faults.some(({ file, code }) => file === path && code === "yaml-syntax"),
  );

  const { articles, claims } = soundParts(readings, declarations);
  const primary = suppressCascadingErrors(faults);
  return {
    graph: buildGraph({ vocabulary, entities, articles, claims }),
    faults: sortFaults(shipped === undefined || isAdded ? primary : hintAtShipped(primary, shipped), files),
    counts: {
      articles: articles.length,
      claims: claims.length,
      entities: entities.length,
      types: new Set(claims.map((claim) => claim.type)).size,
    },
    vocabulary,
    entities,
    declarations,
    articles,
    claims,
    readings,
  };
}

/** Ids of all articles. These are chosen by people, while most entity ids are derived from names. */
function articleIds(documents: readonly SourceDocument[]): ReadonlySet<string> {
  return new Set(
    documents.flatMap(({ fields }) => {
      const article = fields.get("article");
      const id = article?.kind === "record" ? article.entries.get("id")?.value : undefined;
      return id?.kind === "scalar" ? [id.text] : [];
    }),
  );
}

/** Articles and claims without errors: the first article with each id, and the first claim with each id in it. */
function soundParts(
  readings: readonly ArticleReading[],
  declarations: readonly DeclaredEntity[],
): { articles: readonly Article[]; claims: readonly Claim[] } {
  const articles = new Map<string, Article>();
  const claims = new Map<string, Claim>();
  const declared = new Map(declarations.map((declaration) => [declaration.entity.id, declaration]));
  for (const { article, id, report, claims: read } of readings) {
    if (article === undefined || articles.has(article.id)) continue;
    const other = declared.get(article.id);
    if (id !== undefined && other !== undefined) {
      const { entity, source, span } = other;
      const place = `${source.path}:${locate(source.text, span.start).line}`;
      const met = `the entity ${shortened(entity.name)} (${place}) has the id ${article.id} already`;
      report("duplicate-id", id.span, met, "remove the entity's id:, or give the article another id");
      continue;
    }
    articles.set(article.id, article);
    for (const { claim } of read) {
      if (claim !== undefined && !claims.has(claim.id)) claims.set(claim.id, claim);
    }
  }
  return { articles: [...articles.values()], claims: [...claims.values()] };
}
