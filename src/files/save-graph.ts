/**
 * Saved graphs. A graph is two Arrow files and a manifest with their checksums. Whatever ends the saving, the folder
 * holds the old graph whole or the new one whole:
 *
 * 1. The new files are written as `nodes.arrow.TOKEN.staged`, and brought to the disk.
 * 2. The new manifest, which has the TOKEN, takes the place of the old one. From here on the new graph is the saved one.
 * 3. The files become `nodes.arrow.TOKEN.new`, then `nodes.arrow`.
 *
 * A reader looks for a file under the three names in this order, in which it moves, and takes one that the manifest
 * describes. If it finds none, another process has saved meanwhile, and it begins again.
 *
 * There is no lock. Of two processes that save at once the one whose manifest comes last wins. It removes the other's
 * `.new` files before it moves its own to their places, so that the other, however late it goes on, finds nothing to
 * move: a process makes its files `.new` first, and only then looks whether the manifest is still its own.
 */
import { renameSync } from "node:fs";
import { rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { graphToArrow } from "../arrow/write-arrow.ts";
import { checkString } from "../diagnostics/check-argument.ts";
import { checkColumns } from "../graph/check-graph.ts";
import type { GraphColumns } from "../graph/graph-columns.ts";
import { discard, finishing, release } from "./clean-up.ts";
import { FileError, writingError } from "./file-error.ts";
import { type FileTarget, findTarget, followLinks } from "./find-target.ts";
import { type GraphFileNames, namesOf, removeAbandoned, savedEntries } from "./graph-entries.ts";
import { type GraphFileName, MANIFEST, manifestText, readManifest, sealOf } from "./graph-manifest.ts";
import { makeFolder } from "./make-folder.ts";
import { removeStale } from "./remove-stale.ts";
import { commitStaged, stageFile, syncFolder } from "./stage-file.ts";
import { newToken, temporaryName } from "./temporary-names.ts";

/** A file that is being saved. */
interface SavedFile extends GraphFileNames {
  readonly name: GraphFileName;
  readonly target: FileTarget;
  readonly content: Uint8Array;
}

/** The manifest under its temporary name, and where it belongs. */
interface StagedManifest {
  readonly temporary: string;
  readonly place: string;
}

/**
 * Saves a graph in a folder, which is made if there is none. A graph that was saved there before stays until the new
 * one is whole, and is then replaced.
 *
 * @throws FileError
 */
export async function saveGraph(columns: GraphColumns, folder: string): Promise<void> {
  checkColumns("saveGraph", columns);
  checkString("saveGraph", "the folder", folder);
  const saved = newToken();
  const contents = graphToArrow(columns, saved);
  const made = await makeFolder(folder);
  try {
    const files = [
      await savedFile(folder, "nodes.arrow", contents.nodes, saved),
      await savedFile(folder, "relationships.arrow", contents.relationships, saved),
    ];
    await removeAbandoned(folder, await savedEntries(files.map(({ target }) => target.path)));
    const manifest = await stageAll(folder, files, saved);
    await finishing(async () => {
      await commit(manifest, files);
      await moveIntoPlace(folder, files, saved);
    });
  } catch (error) {
    // Only if it is empty.
    if (made) await rmdir(await followLinks(folder)).catch(() => {});
    throw writingError(error, folder, folder);
  }
}

/** Step 1, with the manifest beside its place. */
async function stageAll(folder: string, files: readonly SavedFile[], saved: string): Promise<StagedManifest> {
  const path = join(folder, MANIFEST);
  const { path: place, existing } = await fileTarget(path);
  await removeStale(dirname(place));
  const temporary = join(dirname(place), temporaryName(MANIFEST));
  const seals = new Map(files.map(({ name, content }) => [name, sealOf(content)]));
  try {
    for (const { name, staged, content, target } of files) {
      await telling(join(folder, name), () => stageFile(staged, content, target));
    }
    await syncFolders(files);
    await telling(path, () => stageFile(temporary, manifestText({ saved, files: seals }), { existing }));
    return { temporary, place };
  } catch (error) {
    for (const { staged } of files) discard(staged);
    throw error;
  }
}

/** Step 2. */
async function commit({ temporary, place }: StagedManifest, files: readonly SavedFile[]): Promise<void> {
  try {
    commitStaged(temporary, place);
  } catch (error) {
    for (const { staged } of files) discard(staged);
    throw error;
  }
  // They are the saved graph now: nothing may remove them any more.
  for (const { staged } of files) release(staged);
  await syncFolder(dirname(place));
}

/** Step 3. */
async function moveIntoPlace(folder: string, files: readonly SavedFile[], saved: string): Promise<void> {
  for (const { staged, ready } of files) renameSync(staged, ready);
  // Listed before the manifest is read: what another process makes ready later is not removed.
  const entries = await savedEntries(files.map(({ target }) => target.path));
  const current = await readManifest(folder);
  if (current.saved !== saved) {
    for (const { ready } of files) await rm(ready, { force: true });
    return;
  }
  for (const { folder: place, name, token, stage } of entries) {
    if (stage === "new" && token !== saved) await rm(join(place, name), { force: true });
  }
  await removeAbandoned(folder, entries);
  for (const { ready, target } of files) {
    // Another process has saved since, and removed it.
    if (!renamed(ready, target.path)) return;
  }
  await syncFolders(files);
}

async function savedFile(
  folder: string,
  name: GraphFileName,
  content: Uint8Array,
  saved: string,
): Promise<SavedFile> {
  const target = await fileTarget(join(folder, name));
  return { name, target, content, ...namesOf(target.path, saved) };
}

/** Throws FileError if there is something else than a file. */
async function fileTarget(path: string): Promise<FileTarget> {
  const target = await findTarget(path);
  if (target.kind === "file") return target;
  throw new FileError(
    path,
    "EEXIST",
    "this is not a file, and a saved graph is made of files; name another folder",
  );
}

/** Renames a file; `false` if it is no longer there. */
function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}

async function syncFolders(files: readonly SavedFile[]): Promise<void> {
  for (const folder of new Set(files.map(({ target }) => dirname(target.path)))) await syncFolder(folder);
}

/** Does `work`, and reports its errors with this path. */
async function telling(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw writingError(error, path, dirname(path));
  }
}
