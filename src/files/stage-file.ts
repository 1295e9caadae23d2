/**
 * Atomic writing of a file: its content is written under a temporary name in the same folder, flushed to disk, and
 * renamed to the file's name. The temporary file is removed if anything fails, if the process exits, and if a signal
 * ends it; after `kill -9`, the next process removes it (`remove-stale.ts`).
 */
import { renameSync, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { discard, hold, release } from "./clean-up.ts";
import type { FileTarget } from "./find-target.ts";

export interface StageOptions {
  /** Mode of a new file, before the umask. */
  readonly mode?: number | undefined;
  /** Mode to set instead of the mode of the existing file. */
  readonly fixedMode?: number | undefined;
}

/** Writes `content` to the file `temporary`, with the owner and mode of the file it will replace, and flushes it. */
export async function stageFile(
  temporary: string,
  content: string | Uint8Array,
  { existing }: Pick<FileTarget, "existing">,
  { mode = 0o666, fixedMode }: StageOptions = {},
): Promise<void> {
  hold(temporary);
  try {
    // No other user may read it before it has its final owner and mode.
    const file = await open(temporary, "wx", existing === undefined ? mode : 0o600);
    try {
      if (existing !== undefined) await takeOwnerAndMode(file, existing);
      if (fixedMode !== undefined) await file.chmod(fixedMode);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/** Renames a staged file to its final path. Synchronous, so that no signal comes between the rename and the release. */
export function commitStaged(temporary: string, path: string): void {
  try {
    renameSync(temporary, path);
    release(temporary);
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/** Flushes a folder's entries to disk. Ignored on systems that cannot do that. */
export async function syncFolder(folder: string): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(folder, "r");
    await file.sync();
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (!["EACCES", "EPERM", "EISDIR", "EINVAL", "ENOTSUP", "EBADF"].includes(code)) throw error;
  } finally {
    await file?.close();
  }
}

/** Sets owner, group and mode. Only root can change the owner; others can set the group only if they are in it. */
async function takeOwnerAndMode(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const made = await file.stat();
  let kept = mode & 0o7777;
  if (made.uid !== uid || made.gid !== gid) {
    const isOwnerKept = await allowed(file.chown(uid, gid));
    const isGroupKept = isOwnerKept || (await allowed(file.chown(made.uid, gid)));
    // A different owner or group must not get the permissions of the old one.
    if (!isOwnerKept) kept &= 0o1777;
    if (!isGroupKept) kept &= 0o1707;
  }
  await file.chmod(kept);
}

async function allowed(change: Promise<void>): Promise<boolean> {
  try {
    await change;
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EPERM") return false;
    throw error;
  }
}
