import type { EntityIndex } from "./entity-index.ts";
import type { Report } from "./report.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What a claim is checked against. */
export interface ClaimContext {
  readonly vocabulary: Vocabulary;
  readonly index: EntityIndex;
  /** Id of the claim's article. */
  readonly articleId: string;
  /** Length of the article's text in code points, if known. */
  readonly length: number | undefined;
  readonly report: Report;
}
