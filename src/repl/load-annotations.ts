import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Fault } from "../diagnostics/fault.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import type { FaultCode } from "../ingest/fault-codes.ts";
import { type IngestCounts, ingest } from "../ingest/ingest.ts";
import { reportInto, type SourceFile } from "../ingest/report.ts";
import { sortFaults } from "../ingest/sort-faults.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { type ArticleCoverage, compareWithTexts } from "./compare-with-texts.ts";
import { findAnnotationFiles } from "./find-annotation-files.ts";
import { readTextFile } from "./read-text-file.ts";

export interface LoadOptions {
  /** Folder of the articles' texts; where it is given, every passage is compared with them. */
  readonly articles?: string | undefined;
  /** With `articles`: whether each sentence of the texts must have a claim or a stated omission. */
  readonly coverage?: boolean | undefined;
}

/** A graph of claims, and what is wrong with the files that it was made of. */
export interface LoadedAnnotations {
  /** Made of all that is sound, whatever the faults. */
  readonly graph: MultiDirectedGraph;
  readonly faults: readonly Fault[];
  readonly counts: LoadedCounts;
  /** What the types, stances and so on mean. */
  readonly vocabulary: Vocabulary;
  /** Which sentences the annotations speak of, an article each; empty where it was not asked for. */
  readonly coverage: readonly ArticleCoverage[];
}

export interface LoadedCounts extends IngestCounts {
  /** Passages whose hash is that of the article's text; `undefined` where no texts were given. */
  readonly verified: number | undefined;
}

/** The annotations that come with Hearsay. This file lies two folders below the package's root, built or not. */
export const SHIPPED_SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/**
 * Loads annotation files and folders (default: the shipped seeds) as one graph. Whatever is wrong with them,
 * paths that do not exist included, is a fault of the result; nothing is thrown.
 */
export async function loadAnnotations(
  paths: string | readonly string[] = [],
  options: LoadOptions = {},
): Promise<LoadedAnnotations> {
  const faults: Fault[] = [];
  const files: SourceFile[] = [];
  const given = typeof paths === "string" ? [paths] : paths;
  const found = await findAnnotationFiles(given.length === 0 ? [SHIPPED_SEEDS] : given);
  for (const file of found) {
    if (file.kind === "fault") tellPath(faults, file);
    else files.push(...(await readSource(file.path, faults)));
  }

  const shippedFaults: Fault[] = [];
  const [defaultVocabulary] = await readSource(join(SHIPPED_SEEDS, "vocabulary.yaml"), shippedFaults);
  const ingested = ingest(files, defaultVocabulary === undefined ? {} : { defaultVocabulary });
  // Files with types of their own do without the shipped vocabulary, even where it is lost.
  if (ingested.vocabulary.relationshipTypes.size === 0) faults.push(...shippedFaults);

  const { articles } = options;
  const comparison =
    articles === undefined
      ? undefined
      : await compareWithTexts(ingested.readings, { articles, coverage: options.coverage });
  const coverage = comparison?.coverage ?? [];
  faults.push(...ingested.faults, ...(comparison?.faults ?? []));
  return {
    graph: ingested.graph,
    faults: sortFaults(faults, [...found, ...coverage]),
    counts: { ...ingested.counts, verified: comparison?.verified },
    vocabulary: ingested.vocabulary,
    coverage,
  };
}

async function readSource(path: string, faults: Fault[]): Promise<readonly SourceFile[]> {
  const read = await readTextFile(path);
  if (read.kind === "text") return [{ path, text: read.text }];
  tellPath(faults, { path, code: read.code, reason: read.reason });
  return [];
}

function tellPath(
  faults: Fault[],
  { path, code, reason }: { path: string; code: FaultCode; reason: string },
): void {
  reportInto(faults, { path, text: "" })(code, { start: 0, end: 0 }, reason);
}
