import { constants, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { FileError } from "./file-error.ts";
import { type FileSeal, hexadecimal } from "./graph-manifest.ts";

/** Number of bytes read at once; the checksum of one chunk is computed while the next is read. */
const CHUNK = 1 << 25;

/**
 * Reads a whole file and computes its checksum; `undefined` if the file does not exist. If its length differs from that
 * of `seal`, its content is not read.
 *
 * @throws FileError if it is not a regular file
 * @throws the file system's errors
 */
export async function readSealed(
  path: string,
  seal: FileSeal,
): Promise<{ readonly bytes: Uint8Array; readonly found: FileSeal } | undefined> {
  // Without O_NONBLOCK, opening a named pipe waits for a writer; Windows has neither.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw error;
    },
  );
  if (file === undefined) return undefined;
  try {
    const entry = await file.stat();
    if (!entry.isFile()) throw new FileError(path, "EISDIR", "this is not a file");
    const { size } = entry;
    const bytes = new Uint8Array(size === seal.bytes ? size : 0);
    let checksum = 0;
    let end = 0;
    let next = file.read(bytes, 0, Math.min(bytes.length, CHUNK), 0);
    while (end < bytes.length) {
      const { bytesRead } = await next;
      // The file was truncated while it was read.
      if (bytesRead === 0) break;
      const start = end;
      end += bytesRead;
      if (end < bytes.length) next = file.read(bytes, end, Math.min(bytes.length - end, CHUNK), end);
      checksum = crc32(bytes.subarray(start, end), checksum);
    }
    const found = { bytes: bytes.length === size ? end : size, crc32: hexadecimal(checksum) };
    return { bytes, found };
  } finally {
    await file.close();
  }
}
