/**
 * Saving graphs. A saved graph is two Arrow files and a manifest with their checksums. If saving is interrupted at any
 * point, the folder contains either the complete old graph or the complete new graph:
 *
 * 1. The new files are written as `nodes.arrow.TOKEN.staged` and flushed to disk.
 * 2. The new manifest, which contains the TOKEN, replaces the old one. From now on the new graph is the saved one.
 * 3. The files are renamed to `nodes.arrow.TOKEN.new`, then to `nodes.arrow`.
 *
 * A reader tries the three names of a file in this order, the order of the renames, and takes the one that the manifest
 * describes. If there is none, another process has saved in the meantime, and the reader starts again.
 *
 * There is no lock. If two processes save at the same time, the one whose manifest comes last wins. It removes the
 * other process's `.new` files before it renames its own. The other process, even if it continues late, then finds
 * nothing to rename, because a process first renames its files to `.new` and only then checks whether the manifest is
 * still its own.
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

/** The manifest's temporary path and its final path. */
interface StagedManifest {
  readonly temporary: string;
  readonly place: string;
}

/**
 * Saves a graph in a folder, which is created if it does not exist. A graph saved there before stays until the new one
 * is complete, and is then replaced.
 *
 * @throws FileError if it cannot be written
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
    // `rmdir` removes it only if it is empty.
    if (made) await rmdir(await followLinks(folder)).catch(() => {});
    throw writingError(error, folder, folder);
  }
}

/** Step 1: stages the files, and the manifest under a temporary name. */
async function stageAll(folder: string, files: readonly SavedFile[], saved: string): Promise<StagedManifest> {
  const path = join(folder, MANIFEST);
  const { path: place, existing } = await fileTarget(path);
  await removeStale(dirname(place));
  const temporary = join(dirname(place), temporaryName(MANIFEST));
  const seals = new Map(files.map(({ name, content }) => [name, sealOf(content)]));
  try {
    for (const { name, staged, content, target } of files) {
      await namingPath(join(folder, name), () => stageFile(staged, content, target));
    }
    await syncFolders(files);
    await namingPath(path, () => stageFile(temporary, manifestText({ saved, files: seals }), { existing }));
    return { temporary, place };
  } catch (error) {
    for (const { staged } of files) discard(staged);
    throw error;
  }
}

/** Step 2: puts the manifest in place. */
async function commit({ temporary, place }: StagedManifest, files: readonly SavedFile[]): Promise<void> {
  try {
    commitStaged(temporary, place);
  } catch (error) {
    for (const { staged } of files) discard(staged);
    throw error;
  }
  // They are the saved graph now and must not be removed.
  for (const { staged } of files) release(staged);
  await syncFolder(dirname(place));
}

/** Step 3: renames the files. */
async function moveIntoPlace(folder: string, files: readonly SavedFile[], saved: string): Promise<void> {
  for (const { staged, ready } of files) renameSync(staged, ready);
  // Listed before the manifest is read, so that `.new` files of a later save are not removed.
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
    // Another process has saved in the meantime and removed it.
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

/** @throws FileError if something other than a file is there */
async function fileTarget(path: string): Promise<FileTarget> {
  const target = await findTarget(path);
  if (target.kind === "file") return target;
  throw new FileError(
    path,
    "EEXIST",
    "this is not a file, but a saved graph consists of files; name another folder",
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

/** Runs `work` and throws its errors with this path. */
async function namingPath(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw writingError(error, path, dirname(path));
  }
}
