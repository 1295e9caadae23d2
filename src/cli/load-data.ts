import { gatheredFaults } from "../annotations/gather-faults.ts";
import { printableText } from "../diagnostics/printable-text.ts";
import { type LoadedAnnotations, loadAnnotations } from "../files/load-annotations.ts";
import { CommandFailure } from "./command-failure.ts";
import type { Terminal } from "./terminal.ts";

/**
 * The annotations in the folders and files `data`, or the shipped seeds if `data` is empty. Prints warnings and
 * errors on stderr.
 *
 * @throws {@link CommandFailure} if there are errors: an answer from half of the data would look complete
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
