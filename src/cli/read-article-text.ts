import { readTextFile } from "../files/read-text-file.ts";
import { CommandFailure } from "./command-failure.ts";

/**
 * The text of an article, unchanged.
 *
 * @throws {@link CommandFailure} if `path` is not a readable UTF-8 text that contains words
 */
export async function readArticleText(path: string): Promise<string> {
  const read = await readTextFile(path);
  if (read.kind === "fault") throw new CommandFailure(`${path}: ${read.reason}`);
  if (!/[\p{L}\p{N}]/u.test(read.text)) throw new CommandFailure(`${path}: the file contains no words`);
  return read.text;
}
