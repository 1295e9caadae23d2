import { constants, open } from "node:fs/promises";
import { crc32 } from "node:zlib";
import { FileError } from "./file-error.ts";
import { type FileSeal, hexadecimal } from "./graph-manifest.ts";

/** Bytes that are read at once; the checksum of some is computed while the next are read. */
const CHUNK = 1 << 25;

/**
 * A whole file and its checksum; `undefined` if no file has this name. Of a file whose length differs from that of `seal`
 * only the length is found out.
 *
 * @throws FileError if it is not a regular file; the file system's errors
 */
export async function readSealed(
  path: string,
  seal: FileSeal,
): Promise<{ readonly bytes: Uint8Array; readonly found: FileSeal } | undefined> {
  // Without O_NONBLOCK a named pipe is waited for; Windows has neither.
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
      // It has been cut off while it was read.
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
