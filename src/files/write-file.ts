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

/** What `content` went into. */
export type Written = "file" | "special" | "standard output";

/**
 * Writes `content` to `path`. A regular file has its old content until it has the new one, whatever happens meanwhile,
 * and keeps its mode, its owner and the links that lead to it; other hard links to it keep the old content, and access
 * lists are those of a new file. A device, a pipe or a socket is written to as it is. Every command writes by this
 * function, by {@link writeNewFile} or by `saveGraph`.
 *
 * @throws FileError
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

/** A pipe waits for its reader. */
async function writeThrough(path: string, content: string | Uint8Array): Promise<void> {
  const file = await open(path, constants.O_WRONLY);
  try {
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}

/** What a file system answers that has no hard links. */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Writes a file that must not exist yet: of two programs that write it at once only one succeeds, and it is whole as
 * soon as it is there.
 *
 * @throws FileError; its code is `EEXIST` if something is at `path`, be it a link to nothing
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

/** A rename would replace what another program has put there meanwhile; a link never does. */
async function putWhereNothingIs(temporary: string, place: string): Promise<void> {
  try {
    linkSync(temporary, place);
  } catch (error) {
    if (!NO_LINKS.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
    // The name is taken by an empty file. A process that is killed between these lines leaves it there.
    await (await open(place, "wx")).close();
    commitStaged(temporary, place);
  }
}

/** Throws FileError if there is something at `path`, but for what a killed process has left. */
export async function refuseExisting(path: string): Promise<void> {
  await removeStale(dirname(resolve(path)));
  // Whatever is wrong with the path is reported when it is written.
  if ((await lstat(path).catch(() => undefined)) !== undefined) throw existing(path);
}

function existing(path: string): FileError {
  return new FileError(
    path,
    "EEXIST",
    "it exists already, and is left as it is; name another file with -o FILE",
  );
}
