import { existsSync } from "node:fs";
import { UserError } from "../diagnostics/user-error.ts";

/** A file or folder cannot be read or written. The message names it, and says what to do. */
export class FileError extends UserError {
  override readonly name = "FileError";
  /** As the user named it. */
  readonly path: string;
  /** The system's name for what went wrong, such as `ENOSPC`. */
  readonly code: string;

  constructor(path: string, code: string, reason: string, options: ErrorOptions = {}) {
    super(`${path}: ${reason}`, options);
    this.path = path;
    this.code = code;
  }
}

/** What the system's errors mean, whether a file is read or written. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["EACCES", "no permission"],
  ["EPERM", "no permission"],
  ["EISDIR", "this is a folder, a file is expected"],
  ["ENOTDIR", "a part of this path is a file, not a folder"],
  ["EEXIST", "it exists already"],
  ["ELOOP", "its links lead in a circle"],
  ["ENOSPC", "no space is left on the disk"],
  ["EDQUOT", "your share of the disk is full"],
  ["EFBIG", "the disk takes no file this large"],
  ["EROFS", "the disk is read-only"],
  ["EIO", "the disk reports an error"],
  ["EBUSY", "it is in use, or mounted by itself"],
  ["ETXTBSY", "it is a program that is running"],
  ["ENAMETOOLONG", "the name is too long"],
  ["EMFILE", "too many files are open"],
  ["ENFILE", "too many files are open"],
  ["ENXIO", "nothing can be written to it in this way"],
  ["EBADF", "it is not open for writing"],
  ["EPIPE", "its reader has ended"],
]);

/** What to do if a file cannot be written. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "write somewhere else, or change who may write here"],
  ["EPERM", "write somewhere else, or change who may write here"],
  ["EISDIR", "name a file in it"],
  ["ENOTDIR", "name another place"],
  ["ELOOP", "name the file itself"],
  ["ENOSPC", "make room, or write to another disk"],
  ["EDQUOT", "remove files of yours, or write to another disk"],
  ["EFBIG", "write to another disk"],
  ["EROFS", "write to another disk"],
  ["EIO", "write to another disk"],
  ["EBUSY", "end what uses it, or name another file"],
  ["ETXTBSY", "name another file"],
  ["ENAMETOOLONG", "give a shorter one"],
  ["EMFILE", "end other programs, and try again"],
  ["ENFILE", "end other programs, and try again"],
  ["ENXIO", "name a file"],
  ["EBADF", "name a file"],
]);

/** What a system error means, without the path; the system's own words if it is not a usual one. */
export function fileErrorReason(error: NodeJS.ErrnoException): string {
  return REASONS.get(error.code ?? "") ?? error.message;
}

/**
 * A failure to write `path`, for the user. What is not an error of the file system stays as it is.
 *
 * @param folder where the file lies in the end, if `path` is a link
 */
export function writingError(error: unknown, path: string, folder: string): unknown {
  if (!(error instanceof Error) || !("syscall" in error) || error instanceof FileError) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  const options = { cause: error };
  if (code === "ENOENT") {
    const reason = existsSync(folder)
      ? `nothing can be made in the folder ${folder}; write somewhere else`
      : `the folder ${folder} does not exist; make it first`;
    return new FileError(path, code, reason, options);
  }
  const hint = HINTS.get(code);
  const known = REASONS.get(code) ?? `it cannot be written (${code})`;
  return new FileError(path, code, hint === undefined ? known : `${known}; ${hint}`, options);
}
