import { open, stat } from "node:fs/promises";
import type { GraphColumns } from "../graph/graph-columns.ts";
import { checkImport, type ImportProgress, importGraphText } from "../import/import-graph.ts";
import type { TextSource } from "../import/text-source.ts";
import { pathList } from "./path-list.ts";

/** Paths of CSV files, or of JSON lines if they end in `.jsonl`, `.ndjson` or `.json`. */
export interface GraphFiles {
  readonly nodes?: string | readonly string[];
  readonly relationships?: string | readonly string[];
}

export interface ImportFilesOptions {
  /** Whether to create nodes, without labels, that only relationships name; otherwise each is a fault. */
  readonly createMissingNodes?: boolean;
  /** Called about once per megabyte read. */
  readonly progress?: (progress: FileProgress) => void;
}

export interface FileProgress extends ImportProgress {
  /** Size of all files together, in bytes. */
  readonly totalBytes: number;
}

/** Number of bytes read from a file at once. */
const CHUNK = 1 << 20;

/**
 * Reads files of nodes and relationships into a graph as columns; see `importGraphText`.
 *
 * @throws ImportError with the faults of the files, up to 20
 * @throws TypeError if an argument has the wrong type, or an option is unknown
 * @throws the file system's errors
 */
export async function importGraph(
  files: GraphFiles,
  options: ImportFilesOptions = {},
): Promise<GraphColumns> {
  checkImport("importGraph", files, options);
  const { createMissingNodes = false, progress } = options;
  const nodes = pathList("importGraph", files.nodes);
  const relationships = pathList("importGraph", files.relationships);
  // Before anything is read, so that a wrong path is reported at once.
  const sizes = await Promise.all([...nodes, ...relationships].map(async (path) => (await stat(path)).size));
  const totalBytes = sizes.reduce((sum, size) => sum + size, 0);
  return importGraphText(
    { nodes: nodes.map(openSource), relationships: relationships.map(openSource) },
    {
      createMissingNodes,
      ...(progress && { progress: (read: ImportProgress) => progress({ ...read, totalBytes }) }),
    },
  );
}

/** A source that opens its file only when the import reads it. */
function openSource(path: string): TextSource {
  return { name: path, chunks: { [Symbol.asyncIterator]: () => readChunks(path) } };
}

/** Reads a file in chunks that share one buffer, so that a long file needs no more memory. */
async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffer = new Uint8Array(CHUNK);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
