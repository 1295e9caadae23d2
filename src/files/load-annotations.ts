import type { IngestCounts } from "../annotations/ingest.ts";
import { sortFaults } from "../annotations/sort-faults.ts";
import type { Vocabulary } from "../annotations/vocabulary.ts";
import { checkMembers, checkOption } from "../diagnostics/check-argument.ts";
import type { Fault } from "../diagnostics/fault.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import { compareWithTexts } from "./compare-with-texts.ts";
import { pathList } from "./path-list.ts";
import { readAnnotations } from "./read-annotations.ts";

export interface LoadOptions {
  /** Folder of the articles' texts; if given, every passage is compared with them. */
  readonly articles?: string | undefined;
}

/** A graph of claims, and the faults of the files it was loaded from. */
export interface LoadedAnnotations {
  /** Built from everything without errors, even if other parts have faults. */
  readonly graph: MultiDirectedGraph;
  readonly faults: readonly Fault[];
  readonly counts: LoadedCounts;
  /** Types, stances and other terms, with their meanings. */
  readonly vocabulary: Vocabulary;
}

export interface LoadedCounts extends IngestCounts {
  /** Number of passages whose hash matches the article's text; `undefined` if no texts were given. */
  readonly verified: number | undefined;
}

/**
 * Loads annotation files and folders (default: the shipped seeds) as one graph. Problems with the files, including
 * paths that do not exist, are faults of the result, not exceptions.
 *
 * @throws TypeError if an argument has the wrong type, or an option is unknown
 */
export async function loadAnnotations(
  paths: string | readonly string[] = [],
  options: LoadOptions = {},
): Promise<LoadedAnnotations> {
  checkMembers("loadAnnotations", "its options", options, ["articles"]);
  const { articles } = options;
  checkOption("loadAnnotations", "articles", articles, "string");
  const { files, ingested, faults } = await readAnnotations(pathList("loadAnnotations", paths));
  const comparison =
    articles === undefined ? undefined : await compareWithTexts(ingested.readings, { articles });
  return {
    graph: ingested.graph,
    faults: sortFaults([...faults, ...(comparison?.faults ?? [])], files),
    counts: { ...ingested.counts, verified: comparison?.verified },
    vocabulary: ingested.vocabulary,
  };
}
