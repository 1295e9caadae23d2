import { constants, type Stats } from "node:fs";
import { access, lstat, readlink, realpath, stat } from "node:fs/promises";
import { dirname, resolve, sep } from "node:path";
import { FileError, writingError } from "./file-error.ts";

/** A regular file to write, with all links resolved; `existing` is the file there now. */
export interface FileTarget {
  readonly kind: "file";
  readonly path: string;
  readonly existing: Stats | undefined;
}

/** Where to write the bytes for a path: a file; a device, pipe or socket; or a descriptor that is already open. */
export type Target =
  | FileTarget
  | { readonly kind: "special"; readonly path: string }
  | { readonly kind: "descriptor"; readonly descriptor: number };

/**
 * Follows symbolic links to the target to write. A link to a file that does not exist yet leads to that file.
 *
 * @throws FileError if the path is a folder, a loop of links, or a file without write permission
 */
export async function findTarget(path: string): Promise<Target> {
  if (path === "") throw new FileError("an empty name", "ENOENT", "name a file");
  try {
    for await (const { place, entry } of placesAlong(path)) {
      const descriptor = ownDescriptor(place);
      if (descriptor !== undefined) return { kind: "descriptor", descriptor };
      // `stat`, which follows links itself: a link below /proc has no path to follow.
      const found = await unlessAbsent(stat(place));
      if (found?.isDirectory() || (found === undefined && path.endsWith(sep))) throw systemError("EISDIR");
      if (found !== undefined && !found.isFile()) return { kind: "special", path: place };
      if (entry?.isSymbolicLink()) continue;
      if (entry !== undefined) await access(place, constants.W_OK);
      return { kind: "file", path: place, existing: entry };
    }
    throw systemError("ELOOP");
  } catch (error) {
    throw writingError(error, path, dirname(resolve(path)));
  }
}

/**
 * Resolves all links of a path, even if there is no file at its end.
 *
 * @throws the file system's errors
 */
export async function followLinks(path: string): Promise<string> {
  let last = path;
  for await (const { place } of placesAlong(path)) last = place;
  return last;
}

/** Maximum number of links, as on Linux, which then reports a loop. */
const MOST_LINKS = 40;

/** Yields the path itself, then the target of each symbolic link in turn. */
async function* placesAlong(path: string): AsyncGenerator<{ place: string; entry: Stats | undefined }> {
  let place = resolve(path);
  for (let links = 0; links < MOST_LINKS; links++) {
    const entry = await unlessAbsent(lstat(place));
    yield { place, entry };
    if (!entry?.isSymbolicLink()) return;
    // `..` in a link is relative to the real path of its folder.
    place = resolve(await realpath(dirname(place)), await readlink(place));
  }
  throw systemError("ELOOP");
}

/** The descriptor number of `/dev/stdout`, `/dev/fd/5` and similar paths of this process. */
function ownDescriptor(path: string): number | undefined {
  const standard = ["/dev/stdin", "/dev/stdout", "/dev/stderr"].indexOf(path);
  if (standard !== -1) return standard;
  const [, owner, number] = /^\/(?:dev|proc\/(self|\d+))\/fd\/(\d+)$/.exec(path) ?? [];
  const isOwn = owner === undefined || owner === "self" || Number(owner) === process.pid;
  return number !== undefined && isOwn ? Number(number) : undefined;
}

function systemError(code: "EISDIR" | "ELOOP"): Error {
  return Object.assign(new Error(code), { code, syscall: "open" });
}

/** The result of a lookup; `undefined` if there is nothing at its path. */
async function unlessAbsent<Found>(lookup: Promise<Found>): Promise<Found | undefined> {
  try {
    return await lookup;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
