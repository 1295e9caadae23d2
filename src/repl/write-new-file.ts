import { lstat, open, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { CommandFailure } from "./command-failure.ts";
import { writeFileSafely } from "./write-file-safely.ts";

/**
 * Writes a file that must not exist yet. Its name is taken first, by an empty file, so that of two programs that
 * write it at once only one succeeds. Throws {@link CommandFailure} where there is such a file.
 */
export async function writeNewFile(path: string, text: string): Promise<void> {
  try {
    await (await open(path, "wx")).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") {
      throw existing(path);
    }
    if ((error as NodeJS.ErrnoException).code === "ENOENT") {
      throw new CommandFailure(`${path}: the folder ${dirname(resolve(path))} does not exist; make it first`);
    }
    throw error;
  }
  try {
    await writeFileSafely(path, text);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Throws {@link CommandFailure} where there is something at `path`, a link to nothing included. */
export async function refuseExisting(path: string): Promise<void> {
  const entry = await lstat(path).catch(() => undefined);
  if (entry !== undefined) throw existing(path);
}

function existing(path: string): CommandFailure {
  return new CommandFailure(`${path} exists already, and is left as it is; name another file with -o FILE`);
}
