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
  /** Folder of the articles' texts; where it is given, every passage is compared with them. */
  readonly articles?: string | undefined;
}

/** A graph of claims, and what is wrong with the files that it was made of. */
export interface LoadedAnnotations {
  /** Made of all that is sound, whatever the faults. */
  readonly graph: MultiDirectedGraph;
  readonly faults: readonly Fault[];
  readonly counts: LoadedCounts;
  /** What the types, stances and so on mean. */
  readonly vocabulary: Vocabulary;
}

export interface LoadedCounts extends IngestCounts {
  /** Passages whose hash is that of the article's text; `undefined` where no texts were given. */
  readonly verified: number | undefined;
}

/**
 * Loads annotation files and folders (default: the shipped seeds) as one graph. Whatever is wrong with them,
 * paths that do not exist included, is a fault of the result; nothing is thrown.
 *
 * @throws TypeError only, if an argument is of another type, or an option is not known
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
