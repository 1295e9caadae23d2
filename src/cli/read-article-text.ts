import { readTextFile } from "../files/read-text-file.ts";
import { CommandFailure } from "./command-failure.ts";

/** The text of an article, unchanged. Throws {@link CommandFailure} where `path` is no readable UTF-8 text with words in it. */
export async function readArticleText(path: string): Promise<string> {
  const read = await readTextFile(path);
  if (read.kind === "fault") throw new CommandFailure(`${path}: ${read.reason}`);
  if (!/[\p{L}\p{N}]/u.test(read.text)) throw new CommandFailure(`${path}: there are no words in the file`);
  return read.text;
}
