import { existsSync } from "node:fs";
import { UserError } from "../diagnostics/user-error.ts";

/** A file or folder cannot be read or written. The message names it and says what to do. */
export class FileError extends UserError {
  override readonly name = "FileError";
  /** As the user named it. */
  readonly path: string;
  /** The system's error code, such as `ENOSPC`. */
  readonly code: string;

  constructor(path: string, code: string, reason: string, options: ErrorOptions = {}) {
    super(`${path}: ${reason}`, options);
    this.path = path;
    this.code = code;
  }
}

/** Meanings of the system's error codes, for reading and writing. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ["ENOENT", "there is no such file or folder"],
  ["EACCES", "no permission"],
  ["EPERM", "no permission"],
  ["EISDIR", "this is a folder, a file is expected"],
  ["ENOTDIR", "a part of this path is a file, not a folder"],
  ["EEXIST", "it exists already"],
  ["ELOOP", "its links form a loop"],
  ["ENOSPC", "no space is left on the disk"],
  ["EDQUOT", "your disk quota is used up"],
  ["EFBIG", "the file is too large for this disk"],
  ["EROFS", "the disk is read-only"],
  ["EIO", "the disk reports an error"],
  ["EBUSY", "it is in use, or mounted by itself"],
  ["ETXTBSY", "it is a program that is running"],
  ["ENAMETOOLONG", "the name is too long"],
  ["EMFILE", "too many files are open"],
  ["ENFILE", "too many files are open"],
  ["ENXIO", "it cannot be written in this way"],
  ["EBADF", "it is not open for writing"],
  ["EPIPE", "its reader has ended"],
]);

/** Hints for files that cannot be written. */
const HINTS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "write somewhere else, or change who may write here"],
  ["EPERM", "write somewhere else, or change who may write here"],
  ["EISDIR", "name a file in it"],
  ["ENOTDIR", "name another place"],
  ["ELOOP", "name the file itself"],
  ["ENOSPC", "free some space, or write to another disk"],
  ["EDQUOT", "delete some of your files, or write to another disk"],
  ["EFBIG", "write to another disk"],
  ["EROFS", "write to another disk"],
  ["EIO", "write to another disk"],
  ["EBUSY", "close the program that uses it, or name another file"],
  ["ETXTBSY", "name another file"],
  ["ENAMETOOLONG", "use a shorter name"],
  ["EMFILE", "close other programs, and try again"],
  ["ENFILE", "close other programs, and try again"],
  ["ENXIO", "name a file"],
  ["EBADF", "name a file"],
]);

/** The meaning of a system error, without the path; the system's message if the code is unknown. */
export function fileErrorReason(error: NodeJS.ErrnoException): string {
  return REASONS.get(error.code ?? "") ?? error.message;
}

/**
 * Converts a failure to write `path` to a FileError for the user. Errors that are not from the file system are returned
 * unchanged.
 *
 * @param folder the folder of the file itself, which differs from the folder of `path` if that is a link
 */
export function writingError(error: unknown, path: string, folder: string): unknown {
  if (!(error instanceof Error) || !("syscall" in error) || error instanceof FileError) return error;
  const { code = "" } = error as NodeJS.ErrnoException;
  const options = { cause: error };
  if (code === "ENOENT") {
    const reason = existsSync(folder)
      ? `no file can be created in the folder ${folder}; write somewhere else`
      : `the folder ${folder} does not exist; create it first`;
    return new FileError(path, code, reason, options);
  }
  const hint = HINTS.get(code);
  const known = REASONS.get(code) ?? `it cannot be written (${code})`;
  return new FileError(path, code, hint === undefined ? known : `${known}; ${hint}`, options);
}
