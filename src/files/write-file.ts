import { constants, linkSync } from "node:fs";
import { lstat, open } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { discard } from "./clean-up.ts";
import { FileError, writingError } from "./file-error.ts";
import { type FileTarget, findTarget } from "./find-target.ts";
import { removeStale } from "./remove-stale.ts";
import { commitStaged, type StageOptions, stageFile, syncFolder } from "./stage-file.ts";
import { temporaryName } from "./temporary-names.ts";
import { writeToDescriptor } from "./write-to-descriptor.ts";

/** The kind of target that was written to. */
export type Written = "file" | "special" | "standard output";

/**
 * Writes `content` to `path`. A regular file is replaced atomically: it has either the old or the new content. It keeps
 * its mode, its owner and symbolic links to it; other hard links to it keep the old content, and access control lists
 * are those of a new file. Devices, pipes and sockets are written to directly. Every command writes with this function,
 * {@link writeNewFile} or `saveGraph`.
 *
 * @throws FileError if it cannot be written
 */
export async function writeFileSafely(
  path: string,
  content: string | Uint8Array,
  options: StageOptions = {},
): Promise<Written> {
  const target = await findTarget(path);
  const folder = target.kind === "file" ? dirname(target.path) : path;
  try {
    switch (target.kind) {
      case "file":
        await replaceFile(target, content, options);
        return "file";
      case "special":
        await writeThrough(target.path, content);
        return "special";
      case "descriptor":
        await writeToDescriptor(target.descriptor, content);
        return target.descriptor === 1 ? "standard output" : "special";
    }
  } catch (error) {
    throw writingError(error, path, folder);
  }
}

async function replaceFile(
  target: FileTarget,
  content: string | Uint8Array,
  options: StageOptions,
): Promise<void> {
  const folder = dirname(target.path);
  await removeStale(folder);
  const temporary = join(folder, temporaryName(basename(target.path)));
  await stageFile(temporary, content, target, options);
  commitStaged(temporary, target.path);
  await syncFolder(folder);
}

/** Writes to a device, pipe or socket. Opening a pipe waits for a reader. */
async function writeThrough(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, constants.O_WRONLY);
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}

/** Error codes of file systems without hard links. */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Writes a file that must not exist yet. If two programs write it at the same time, only one succeeds; the file is
 * complete as soon as it exists.
 *
 * @throws FileError with code `EEXIST` if something is at `path`, even a broken link; with other codes if it cannot be
 * written
 */
export async function writeNewFile(path: string, content: string): Promise<void> {
  await refuseExisting(path);
  const place = resolve(path);
  const folder = dirname(place);
  const temporary = join(folder, temporaryName(basename(place)));
  try {
    await stageFile(temporary, content, { existing: undefined });
    try {
      await putWhereNothingIs(temporary, place);
    } finally {
      discard(temporary);
    }
    await syncFolder(folder);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === "EEXIST"
      ? existing(path)
      : writingError(error, path, folder);
  }
}

/** Links instead of renaming: a rename would replace a file that another program has just put there. */
async function putWhereNothingIs(temporary: string, place: string): Promise<void> {
  try {
    linkSync(temporary, place);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    // Reserve the name with an empty file. A process that is killed between these lines leaves it there.
    await (await open(place, "wx")).close();
    commitStaged(temporary, place);
  }
}

/** @throws FileError if something is at `path`, after removing temporary files of killed processes */
export async function refuseExisting(path: string): Promise<void> {
  await removeStale(dirname(resolve(path)));
  // Other problems with the path are reported when it is written.
  if ((await lstat(path).catch(() => undefined)) !== undefined) throw existing(path);
}

function existing(path: string): FileError {
  return new FileError(
    path,
    "EEXIST",
    "it exists already and was not changed; name another file with -o FILE",
  );
}
