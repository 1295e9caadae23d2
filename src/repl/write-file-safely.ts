import { randomUUID } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { CommandFailure } from "./command-failure.ts";

/**
 * Writes `text` to `path` by way of a temporary file beside it, so that nobody ever meets half a file and a
 * failure leaves the old one as it was. `mode` is that of a new file. Throws {@link CommandFailure} where
 * the folder is missing, otherwise the file system's errors.
 */
export async function writeFileSafely(path: string, text: string | Uint8Array, mode = 0o666): Promise<void> {
  const target = resolve(path);
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text, { mode, flag: "wx" });
    await rename(temporary, target);
  } catch (error) {
    // What made the writing fail is to be told, not what it does to the removing.
    await rm(temporary, { force: true }).catch(() => {});
    throw explained(error as NodeJS.ErrnoException, path, target);
  }
}

function explained(error: NodeJS.ErrnoException, path: string, target: string): Error {
  if (error.code === "ENOENT") {
    return new CommandFailure(`${path}: the folder ${dirname(target)} does not exist; make it first`);
  }
  return Object.assign(error, { path });
}
