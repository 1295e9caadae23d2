import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FaultCode } from "../annotations/fault-codes.ts";
import { type Ingested, ingest } from "../annotations/ingest.ts";
import { reportInto, type SourceFile } from "../annotations/report.ts";
import { withoutLostNames } from "../annotations/suppress-cascading-errors.ts";
import type { Fault } from "../diagnostics/fault.ts";
import { type FoundFile, findAnnotationFiles } from "./find-annotation-files.ts";
import { readTextFile, withLineFeeds } from "./read-text-file.ts";

/** The annotations that come with Hearsay. This file lies two folders below the package's root, built or not. */
export const SHIPPED_SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** What annotation files say, and which files they are. */
export interface ReadAnnotations {
  /** In the order in which they were read. */
  readonly files: readonly FoundFile[];
  readonly ingested: Ingested;
  /** Those of `ingested`, and files that cannot be read. */
  readonly faults: readonly Fault[];
}

/** Reads annotation files and folders (default: the shipped seeds). Nothing is thrown: see `faults`. */
export async function readAnnotations(paths: readonly string[]): Promise<ReadAnnotations> {
  const faults: Fault[] = [];
  const sources: SourceFile[] = [];
  const files = await findAnnotationFiles(paths.length === 0 ? [SHIPPED_SEEDS] : paths);
  for (const file of files) {
    if (file.kind === "fault") tellPath(faults, file);
    else sources.push(...(await readSource(file.path, faults)));
  }

  const shippedFaults: Fault[] = [];
  const [defaultVocabulary] = await readSource(join(SHIPPED_SEEDS, "vocabulary.yaml"), shippedFaults);
  const ingested = ingest(sources, defaultVocabulary === undefined ? {} : { defaultVocabulary });
  // Files with types of their own do without the shipped vocabulary, even where it is lost.
  if (ingested.vocabulary.relationshipTypes.size === 0) faults.push(...shippedFaults);
  return { files, ingested, faults: withoutLostNames([...faults, ...ingested.faults]) };
}

async function readSource(path: string, faults: Fault[]): Promise<readonly SourceFile[]> {
  const read = await readTextFile(path);
  if (read.kind === "text") return [{ path, text: withLineFeeds(read.text) }];
  tellPath(faults, { path, code: read.code, reason: read.reason });
  return [];
}

function tellPath(
  faults: Fault[],
  { path, code, reason, hint }: { path: string; code: FaultCode; reason: string; hint?: string | undefined },
): void {
  reportInto(faults, { path, text: "" })(code, { start: 0, end: 0 }, reason, hint);
}
