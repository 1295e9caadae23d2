import type { EntityIndex } from "./entity-index.ts";
import type { Report } from "./report.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a claim is checked against. */
export interface ClaimContext {
  readonly vocabulary: Vocabulary;
  readonly index: EntityIndex;
  /** Id of the article that the claim is of. */
  readonly articleId: string;
  /** Code points of the article's text, if known. */
  readonly length: number | undefined;
  readonly report: Report;
}
