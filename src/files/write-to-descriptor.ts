import { write } from "node:fs";
import type { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const writeSome = promisify(write);

/** Milliseconds to wait if a pipe is full. */
const PAUSE = 10;

/**
 * Writes to a descriptor that this process already has open, at its current position. Opening `/dev/stdout` again would
 * start at the beginning of a file that the shell appends to, and a socket cannot be opened at all.
 */
export async function writeToDescriptor(descriptor: number, content: string | Uint8Array): Promise<void> {
  // Through the stream, so that earlier output of the program comes first.
  if (descriptor === 1) return writeToStream(process.stdout, content);
  if (descriptor === 2) return writeToStream(process.stderr, content);
  const bytes = Buffer.from(content);
  for (let start = 0; start < bytes.length; ) {
    try {
      start += (await writeSome(descriptor, bytes, start)).bytesWritten;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") throw error;
      await pause(PAUSE);
    }
  }
}

function writeToStream(stream: Writable, content: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(content, (error) => (error ? reject(error) : resolve()));
  });
}
