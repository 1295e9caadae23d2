import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FaultCode } from "../annotations/fault-codes.ts";
import { type Ingested, ingest } from "../annotations/ingest.ts";
import { reportInto, type SourceFile } from "../annotations/report.ts";
import { withoutLostNames } from "../annotations/suppress-cascading-errors.ts";
import type { Fault } from "../diagnostics/fault.ts";
import { type FoundFile, findAnnotationFiles } from "./find-annotation-files.ts";
import { readTextFile, withLineFeeds } from "./read-text-file.ts";

/** Path of the annotations shipped with Hearsay. This file is two folders below the package root, built or not. */
export const SHIPPED_SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** Annotation files, their content and their faults. */
export interface ReadAnnotations {
  /** In the order in which they were read. */
  readonly files: readonly FoundFile[];
  readonly ingested: Ingested;
  /** The faults of `ingested`, and of files that cannot be read. */
  readonly faults: readonly Fault[];
}

/** Reads annotation files and folders (default: the shipped seeds). Problems are returned as `faults`, not thrown. */
export async function readAnnotations(paths: readonly string[]): Promise<ReadAnnotations> {
  const faults: Fault[] = [];
  const sources: SourceFile[] = [];
  const files = await findAnnotationFiles(paths.length === 0 ? [SHIPPED_SEEDS] : paths);
  for (const file of files) {
    if (file.kind === "fault") reportPath(faults, file);
    else sources.push(...(await readSource(file.path, faults)));
  }

  const shippedFaults: Fault[] = [];
  const [defaultVocabulary] = await readSource(join(SHIPPED_SEEDS, "vocabulary.yaml"), shippedFaults);
  const ingested = ingest(sources, defaultVocabulary === undefined ? {} : { defaultVocabulary });
  // Files that declare types do not need the shipped vocabulary, even if it cannot be read.
  if (ingested.vocabulary.relationshipTypes.size === 0) faults.push(...shippedFaults);
  return { files, ingested, faults: withoutLostNames([...faults, ...ingested.faults]) };
}

async function readSource(path: string, faults: Fault[]): Promise<readonly SourceFile[]> {
  const read = await readTextFile(path);
  if (read.kind === "text") return [{ path, text: withLineFeeds(read.text) }];
  reportPath(faults, { path, code: read.code, reason: read.reason });
  return [];
}

function reportPath(
  faults: Fault[],
  { path, code, reason, hint }: { path: string; code: FaultCode; reason: string; hint?: string | undefined },
): void {
  reportInto(faults, { path, text: "" })(code, { start: 0, end: 0 }, reason, hint);
}
