import { randomUUID } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import type { GraphColumns } from "../graph/graph-columns.ts";
import { graphFromArrow } from "../ingest/read-arrow.ts";
import { graphToArrow } from "../output/write-arrow.ts";
import { writeFileSafely } from "./write-file-safely.ts";

/** The files of a saved graph. */
const NODES = "nodes.arrow";
const RELATIONSHIPS = "relationships.arrow";

/**
 * Saves a graph in a folder, which is made where there is none, as two files in Arrow's IPC format. A graph that was
 * saved there before is replaced. Both files are whole or not there; where only one could be written, opening tells.
 *
 * @throws the file system's errors
 */
export async function saveGraph(columns: GraphColumns, folder: string): Promise<void> {
  const { nodes, relationships } = graphToArrow(columns, randomUUID());
  await mkdir(folder, { recursive: true });
  await writeFileSafely(join(folder, NODES), nodes);
  await writeFileSafely(join(folder, RELATIONSHIPS), relationships);
}

/**
 * The graph that was saved in a folder.
 *
 * @throws ImportError where the files there are no saved graph; the file system's errors
 */
export async function openGraph(folder: string): Promise<GraphColumns> {
  const [nodes, relationships] = await Promise.all([
    readWhole(join(folder, NODES)),
    readWhole(join(folder, RELATIONSHIPS)),
  ]);
  return graphFromArrow(nodes, relationships);
}

/** Bytes that are read at once; Node reads no file of 2 GiB in one go. */
const MOST_AT_ONCE = 1 << 30;

async function readWhole(path: string): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new Uint8Array(size);
    let end = 0;
    while (end < size) {
      const { bytesRead } = await file.read(bytes, end, Math.min(size - end, MOST_AT_ONCE), end);
      if (bytesRead === 0) break;
      end += bytesRead;
    }
    return { name: path, bytes: bytes.subarray(0, end) };
  } finally {
    await file.close();
  }
}
