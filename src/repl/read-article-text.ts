import { CommandFailure } from "./command-failure.ts";
import { readTextFile } from "./read-text-file.ts";

/** The text of an article, unchanged. Throws {@link CommandFailure} where `path` is no readable UTF-8 text. */
export async function readArticleText(path: string): Promise<string> {
  const read = await readTextFile(path);
  if (read.kind === "fault") throw new CommandFailure(`${path}: ${read.reason}`);
  return read.text;
}
