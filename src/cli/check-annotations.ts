import { aliasClashFaults } from "../annotations/find-alias-clashes.ts";
import { hiddenCharacterFaults } from "../annotations/find-hidden-characters.ts";
import { nearDuplicateFaults } from "../annotations/find-near-duplicates.ts";
import { sameClaimFaults } from "../annotations/find-same-claims.ts";
import type { Ingested } from "../annotations/ingest.ts";
import { sortFaults } from "../annotations/sort-faults.ts";
import type { Fault } from "../diagnostics/fault.ts";
import { type ArticleCoverage, compareWithTexts } from "../files/compare-with-texts.ts";
import type { LoadedCounts } from "../files/load-annotations.ts";
import { readAnnotations } from "../files/read-annotations.ts";

export interface CheckOptions {
  /** Folder of the articles' texts; where it is given, every passage is compared with them. */
  readonly articles?: string | undefined;
  /** With `articles`: whether each sentence of the texts must have a claim or a stated omission. */
  readonly coverage?: boolean | undefined;
  /** Whether warnings are faults. */
  readonly strict?: boolean | undefined;
}

/** All that can be said of annotations by looking at them, and at the texts. */
export interface CheckedAnnotations {
  /** What is wrong, or with `strict` may be wrong, in the order of the files. */
  readonly faults: readonly Fault[];
  /** What may be wrong, as far as people cannot help it: an entity that a text calls otherwise, say. */
  readonly advice: readonly Fault[];
  readonly counts: LoadedCounts;
  /** Which sentences the annotations speak of, an article each; empty where it was not asked for. */
  readonly coverage: readonly ArticleCoverage[];
  /** Sorts faults and advice as one. */
  inOrder(faults: readonly Fault[]): readonly Fault[];
}

/** Checks annotation files and folders (default: the shipped seeds). Nothing is thrown. */
export async function checkAnnotations(
  paths: readonly string[],
  { articles, coverage, strict }: CheckOptions,
): Promise<CheckedAnnotations> {
  const { files, ingested, faults } = await readAnnotations(paths);
  const comparison =
    articles === undefined
      ? undefined
      : await compareWithTexts(ingested.readings, { articles, coverage, advice: true });
  const measured = comparison?.coverage ?? [];
  const inOrder = (some: readonly Fault[]) => sortFaults(some, [...files, ...measured]);
  const hidden = hiddenCharacterFaults(ingested.declarations);
  const wrong = [...faults, ...hidden, ...(comparison?.faults ?? [])];
  const doubtful = [...adviceOn(ingested), ...(comparison?.advice ?? [])];
  const asErrors = (some: readonly Fault[]) =>
    some.map((fault) => ({ ...fault, severity: "error" as const }));
  return {
    faults: inOrder(strict ? asErrors([...wrong, ...doubtful]) : wrong),
    advice: strict ? [] : doubtful,
    counts: { ...ingested.counts, verified: comparison?.verified },
    coverage: measured,
    inOrder,
  };
}

/** What may be wrong by the annotations themselves. */
function adviceOn({ declarations, vocabulary, readings }: Ingested): readonly Fault[] {
  return [
    ...nearDuplicateFaults(declarations),
    ...aliasClashFaults(declarations, vocabulary),
    ...readings.flatMap(sameClaimFaults),
  ];
}
