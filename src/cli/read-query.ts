import type { Readable } from "node:stream";
import { readTextFile, withLineFeeds } from "../files/read-text-file.ts";
import { foreignFile, foreignFileText } from "../import/foreign-file.ts";
import { CommandFailure } from "./command-failure.ts";

/** More than any file of queries that a person wrote. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The text of a file of queries. Throws {@link CommandFailure}. */
export async function readQueryFile(path: string): Promise<string> {
  const read = await readTextFile(path, MOST_BYTES);
  if (read.kind === "fault") throw new CommandFailure(`${path}: ${read.reason}`);
  return withoutMark(read.text);
}

/** All that `stream` has to say. Throws {@link CommandFailure}. */
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

/** Editors of some systems begin a file with a byte order mark, which is no part of its text. */
function withoutMark(text: string): string {
  return withLineFeeds(text.replace(/^\ufeff/, ""));
}
