import { mkdir } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { FileError, writingError } from "./file-error.ts";
import { followLinks } from "./find-target.ts";
import { syncFolder } from "./stage-file.ts";

/**
 * Creates a folder and its parents; returns `true` if it is new. If the path is a link to a folder that does not exist
 * yet, that folder is created.
 *
 * @throws FileError if it cannot be created, or is a file
 */
export async function makeFolder(folder: string): Promise<boolean> {
  try {
    const place = await followLinks(folder);
    const first = await mkdir(place, { recursive: true });
    if (first === undefined) return false;
    for (let made = resolve(place); made.length >= resolve(first).length; made = dirname(made)) {
      await syncFolder(dirname(made));
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST")
      throw writingError(error, folder, dirname(folder));
    throw new FileError(folder, "EEXIST", "this is not a folder; name a folder");
  }
}
