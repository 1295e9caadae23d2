import { write } from "node:fs";
import type { Writable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const writeSome = promisify(write);

/** Milliseconds to wait for a pipe that is full. */
const PAUSE = 10;

/**
 * Writes to what this process has open already, from where it stands: to open `/dev/stdout` again would begin at the
 * start of a file that the shell appends to, and a socket cannot be opened at all.
 */
export async function writeToDescriptor(descriptor: number, content: string | Uint8Array): Promise<void> {
  // Whatever the program has printed before comes first.
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
