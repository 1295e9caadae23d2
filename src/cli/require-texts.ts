import { stat } from "node:fs/promises";
import { readingProblem } from "../files/find-annotation-files.ts";
import { CommandFailure } from "./command-failure.ts";

/** Throws {@link CommandFailure} where the user has named a folder of texts, and there is none. */
export async function requireTexts(folder: string | undefined): Promise<void> {
  if (folder === undefined) return;
  let problem = "this is no folder; name the one that holds the texts";
  try {
    if ((await stat(folder)).isDirectory()) return;
  } catch (error) {
    problem = readingProblem(error);
  }
  throw new CommandFailure(`--articles ${folder}: ${problem}`);
}
