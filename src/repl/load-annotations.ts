import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Fault } from "../diagnostics/fault.ts";
import type { MultiDirectedGraph } from "../graph/graphology.ts";
import type { FaultCode } from "../ingest/fault-codes.ts";
import { type IngestCounts, ingest } from "../ingest/ingest.ts";
import type { ArticleReading } from "../ingest/read-article.ts";
import { LONGEST_FILE } from "../ingest/read-document.ts";
import { reportInto, type SourceFile } from "../ingest/report.ts";
import { sortFaults } from "../ingest/sort-faults.ts";
import { verifyArticle } from "../ingest/verify-passages.ts";
import type { Vocabulary } from "../ingest/vocabulary.ts";
import { findAnnotationFiles } from "./find-annotation-files.ts";
import { readTextFile } from "./read-text-file.ts";

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

/** The annotations that come with Hearsay. This file lies two folders below the package's root, built or not. */
export const SHIPPED_SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** UTF-8 takes up to four bytes a character. */
const MOST_BYTES = 4 * LONGEST_FILE;

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
  const verification = articles === undefined ? undefined : await verifyAll(ingested.readings, articles);
  faults.push(...ingested.faults, ...(verification?.faults ?? []));
  return {
    graph: ingested.graph,
    faults: sortFaults(faults, found),
    counts: { ...ingested.counts, verified: verification?.verified },
    vocabulary: ingested.vocabulary,
  };
}

async function readSource(path: string, faults: Fault[]): Promise<readonly SourceFile[]> {
  const read = await readTextFile(path, MOST_BYTES);
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

async function verifyAll(
  readings: readonly ArticleReading[],
  folder: string,
): Promise<{ verified: number; faults: readonly Fault[] }> {
  const faults: Fault[] = [];
  let verified = 0;
  for (const reading of readings) {
    const { file } = reading.text;
    if (file === undefined) continue;
    const read = await readTextFile(join(folder, file.text), MOST_BYTES);
    if (read.kind === "fault") {
      const report = reportInto(faults, reading.source);
      report("missing-text", file.span, `no text ${file.text} in ${folder}: ${read.reason}`);
      continue;
    }
    const verification = await verifyArticle(reading, read.text);
    verified += verification.verified;
    faults.push(...verification.faults);
  }
  return { verified, faults };
}
