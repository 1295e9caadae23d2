/**
 * Writing a file that nobody ever meets half-written: its content goes under a temporary name into the same folder, is
 * brought to the disk, and takes the file's place by a rename. The temporary file is removed if anything fails, if the
 * process exits, and if a signal ends it; after `kill -9` the next process removes it (`remove-stale.ts`).
 */
import { renameSync, type Stats } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { discard, hold, release } from "./clean-up.ts";
import type { FileTarget } from "./find-target.ts";

export interface StageOptions {
  /** Of a new file; the umask takes its part. */
  readonly mode?: number | undefined;
  /** Instead of the mode of the file that is there. */
  readonly fixedMode?: number | undefined;
}

/** Writes `content` to the file `temporary`, with the owner and mode of what it is to replace, and to the disk. */
export async function stageFile(
  temporary: string,
  content: string | Uint8Array,
  { existing }: Pick<FileTarget, "existing">,
  { mode = 0o666, fixedMode }: StageOptions = {},
): Promise<void> {
  hold(temporary);
  try {
    // Nobody else may read it before it belongs to whom it is to belong to.
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

/** Puts a staged file in its place. At once, so that no signal comes between the rename and what follows. */
export function commitStaged(temporary: string, path: string): void {
  try {
    renameSync(temporary, path);
    release(temporary);
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/** Brings the names in a folder to the disk. Where the system cannot do that, nothing more can be done. */
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

/** Only root can give a file away; others keep the group if they are in it. */
async function takeOwnerAndMode(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  const made = await file.stat();
  let kept = mode & 0o7777;
  if (made.uid !== uid || made.gid !== gid) {
    const isOwnerKept = await allowed(file.chown(uid, gid));
    const isGroupKept = isOwnerKept || (await allowed(file.chown(made.uid, gid)));
    // What the old owner or group might do, another must not.
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
