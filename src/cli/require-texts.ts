import { stat } from "node:fs/promises";
import { readingProblem } from "../files/find-annotation-files.ts";
import { CommandFailure } from "./command-failure.ts";

/** @throws {@link CommandFailure} if the user has named a folder of texts that does not exist */
export async function requireTexts(folder: string | undefined): Promise<void> {
  if (folder === undefined) return;
  let problem = "this is not a folder; give the folder of the articles' texts";
  try {
    if ((await stat(folder)).isDirectory()) return;
  } catch (error) {
    problem = readingProblem(error);
  }
  throw new CommandFailure(`--articles ${folder}: ${problem}`);
}
