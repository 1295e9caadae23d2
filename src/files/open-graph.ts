import { join } from "node:path";
import { type ArrowFile, graphFromArrow } from "../arrow/read-arrow.ts";
import { checkString } from "../diagnostics/check-argument.ts";
import { invariant } from "../diagnostics/invariant.ts";
import { printableLine } from "../diagnostics/printable-text.ts";
import type { GraphColumns } from "../graph/graph-columns.ts";
import { followLinks } from "./find-target.ts";
import { namesOf } from "./graph-entries.ts";
import {
  type GraphFileName,
  type GraphManifest,
  graphFault,
  MANIFEST,
  readManifest,
} from "./graph-manifest.ts";
import { readSealed } from "./read-sealed.ts";

/**
 * Opens the graph that was saved in a folder.
 *
 * @throws ImportError if its files are missing or have changed since
 * @throws the file system's errors
 */
export async function openGraph(folder: string): Promise<GraphColumns> {
  checkString("openGraph", "the folder", folder);
  let manifest = await readManifest(folder);
  for (;;) {
    try {
      const [nodes, relationships] = await Promise.all([
        readSaved(folder, "nodes.arrow", manifest),
        readSaved(folder, "relationships.arrow", manifest),
      ]);
      return graphFromArrow(nodes, relationships);
    } catch (error) {
      const { saved } = manifest;
      manifest = await readManifest(folder);
      // Otherwise another process has saved in the meantime, and this one tries again.
      if (manifest.saved === saved) throw error;
    }
  }
}

/**
 * Reads a file that matches the manifest.
 *
 * @throws ImportError if there is none
 */
async function readSaved(folder: string, name: GraphFileName, manifest: GraphManifest): Promise<ArrowFile> {
  const path = join(folder, name);
  const place = await followLinks(path);
  const seal = manifest.files.get(name);
  invariant(seal !== undefined, "a manifest describes every file");
  const { staged, ready } = namesOf(place, manifest.saved);
  for (const candidate of [staged, ready, place]) {
    const read = await readSealed(candidate, seal);
    if (read === undefined) continue;
    const { bytes, found } = read;
    if (found.bytes !== seal.bytes) {
      const lengths = `it has ${found.bytes} bytes, but ${MANIFEST} says ${seal.bytes}`;
      throw graphFault(path, "changed-file", `this file was changed after it was saved: ${lengths}`);
    }
    if (found.crc32 !== seal.crc32) {
      const checksums = `its checksum is ${found.crc32}, but ${MANIFEST} says ${printableLine(seal.crc32)}`;
      throw graphFault(path, "changed-file", `this file was changed after it was saved: ${checksums}`);
    }
    return { name: path, bytes };
  }
  throw graphFault(path, "changed-file", `this file is missing, but ${MANIFEST} says that it was saved`);
}
