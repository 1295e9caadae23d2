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
  /** Folder of the articles' texts. If set, every passage is verified against them. */
  readonly articles?: string | undefined;
  /** With `articles`: whether each sentence of the texts must have a claim or a stated omission. */
  readonly coverage?: boolean | undefined;
  /** Whether warnings count as faults. */
  readonly strict?: boolean | undefined;
}

/** The result of checking annotations, and their passages if the texts are available. */
export interface CheckedAnnotations {
  /** Mistakes, and with `strict` also possible mistakes, in file order. */
  readonly faults: readonly Fault[];
  /** Possible mistakes that cannot always be avoided, such as an entity that the text calls by another name. */
  readonly advice: readonly Fault[];
  readonly counts: LoadedCounts;
  /** Coverage per article: which sentences have claims. Empty unless requested. */
  readonly coverage: readonly ArticleCoverage[];
  /** Sorts faults and advice together, in file order. */
  inOrder(faults: readonly Fault[]): readonly Fault[];
}

/** Checks annotation files and folders (default: the shipped seeds). Never throws. */
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

/** Possible mistakes found from the annotations alone. */
function adviceOn({ declarations, vocabulary, readings }: Ingested): readonly Fault[] {
  return [
    ...nearDuplicateFaults(declarations),
    ...aliasClashFaults(declarations, vocabulary),
    ...readings.flatMap(sameClaimFaults),
  ];
}
