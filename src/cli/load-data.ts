import { gatheredFaults } from "../annotations/gather-faults.ts";
import { printableText } from "../diagnostics/printable-text.ts";
import { type LoadedAnnotations, loadAnnotations } from "../files/load-annotations.ts";
import { CommandFailure } from "./command-failure.ts";
import type { Terminal } from "./terminal.ts";

/**
 * What the folders and files `data` hold, or the shipped seeds where none is named. Warnings are told on
 * stderr; errors too, and end the command ({@link CommandFailure}), because an answer from half of the data
 * would look like an answer from all of it.
 */
export async function loadData(data: readonly string[], terminal: Terminal): Promise<LoadedAnnotations> {
  const loaded = await loadAnnotations(data);
  for (const text of gatheredFaults(loaded.faults)) terminal.stderr.write(`${printableText(text)}\n`);
  const errors = loaded.faults.filter(({ severity }) => severity === "error").length;
  if (errors > 0) {
    throw new CommandFailure(`${errors === 1 ? "1 error" : `${errors} errors`} in the data: nothing was run`);
  }
  return loaded;
}
