import type { Readable } from "node:stream";
import { readTextFile, withLineFeeds } from "../files/read-text-file.ts";
import { foreignFile, foreignFileText } from "../import/foreign-file.ts";
import { CommandFailure } from "./command-failure.ts";

/** Larger than any hand-written file of queries. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * The text of a file of queries.
 *
 * @throws {@link CommandFailure} if the file cannot be read as UTF-8 text
 */
export async function readQueryFile(path: string): Promise<string> {
  const read = await readTextFile(path, MOST_BYTES);
  if (read.kind === "fault") throw new CommandFailure(`${path}: ${read.reason}`);
  return withoutMark(read.text);
}

/**
 * The whole text of `stream`.
 *
 * @throws {@link CommandFailure} if it is not UTF-8 text
 */
export async function readQueryStream(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  const bytes = Buffer.concat(chunks);
  const foreign = foreignFile(bytes);
  if (foreign !== undefined) throw new CommandFailure(`standard input: ${foreignFileText(foreign)}`);
  try {
    return withoutMark(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new CommandFailure("standard input: this is not UTF-8 text");
  }
}

/** Some editors begin a file with a byte order mark, which is not part of its text. */
function withoutMark(text: string): string {
  return withLineFeeds(text.replace(/^\ufeff/, ""));
}
