import { open, stat } from "node:fs/promises";
import type { GraphColumns } from "../graph/graph-columns.ts";
import { checkImport, type ImportProgress, importGraphText } from "../import/import-graph.ts";
import type { TextSource } from "../import/text-source.ts";
import { pathList } from "./path-list.ts";

/** Paths of CSV files, or of JSON lines where they end in `.jsonl`, `.ndjson` or `.json`. */
export interface GraphFiles {
  readonly nodes?: string | readonly string[];
  readonly relationships?: string | readonly string[];
}

export interface ImportFilesOptions {
  /** Whether a node that only relationships name is made, without labels; otherwise it is a fault. */
  readonly createMissingNodes?: boolean;
  /** Told of what is read, about once a megabyte. */
  readonly progress?: (progress: FileProgress) => void;
}

export interface FileProgress extends ImportProgress {
  /** Bytes of all files together. */
  readonly totalBytes: number;
}

/** Bytes that are read from a file at once. */
const CHUNK = 1 << 20;

/**
 * Files of nodes and relationships → a graph as columns; see `importGraphText`.
 *
 * @throws ImportError with every fault of the files; the file system's errors; TypeError for wrong arguments
 */
export async function importGraph(
  files: GraphFiles,
  options: ImportFilesOptions = {},
): Promise<GraphColumns> {
  checkImport("importGraph", files, options);
  const { createMissingNodes = false, progress } = options;
  const nodes = pathList("importGraph", files.nodes);
  const relationships = pathList("importGraph", files.relationships);
  // Before anything is read: a path with a slip is told at once.
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

/** The file is opened when the import comes to it. */
function openSource(path: string): TextSource {
  return { name: path, chunks: { [Symbol.asyncIterator]: () => readChunks(path) } };
}

/** Each chunk stands in the place of the one before it: reading needs no more memory for a long file. */
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
