import { formatAnnotations } from "../../annotations/format-annotations.ts";
import { renderFault } from "../../diagnostics/fault.ts";
import { printableLine, printableText } from "../../diagnostics/printable-text.ts";
import { type FoundFile, findAnnotationFiles } from "../../files/find-annotation-files.ts";
import { readTextFile, withLineFeeds } from "../../files/read-text-file.ts";
import { writeFileSafely } from "../../files/write-file.ts";
import { counted } from "../../output/counted.ts";
import { type ExitCode, errorText } from "../command-failure.ts";
import type { CommandSetup } from "../command-host.ts";
import type { Terminal } from "../terminal.ts";

export const setUpFmt: CommandSetup = (command, { terminal, done }) => {
  command
    .argument("<files...>", "annotation folders or files")
    .option("--check", "change nothing: list the files that would change, and fail if there are any")
    .action(async (paths: string[], options) => {
      done(await runFmt(paths, options, terminal));
    });
};

export interface FmtOptions {
  /** Whether to list the files that would change, and to change nothing. */
  readonly check?: boolean | undefined;
}

/**
 * `hearsay fmt`: rewrites annotation files in canonical form and prints the names of those that changed. Faults of a
 * file are printed on stderr, and the file stays unchanged. Returns 1 if a file could not be formatted or, with
 * `check`, is not in canonical form.
 */
export async function runFmt(
  paths: readonly string[],
  { check = false }: FmtOptions,
  { stdout, stderr }: Terminal,
): Promise<ExitCode> {
  const found = await findAnnotationFiles(paths);
  let refused = 0;
  let changed = 0;
  for (const file of found) {
    const formatted = await writtenFile(file, check);
    if (formatted.kind === "refused") {
      refused++;
      stderr.write(`${printableText(formatted.reason)}\n`);
    } else if (formatted.kind === "changed") {
      changed++;
      stdout.write(`${printableLine(file.path)}\n`);
    }
  }
  const left = refused === 0 ? "" : `, ${refused} could not be formatted`;
  stderr.write(`${counted(found.length, "file")}: ${changed} ${check ? "would change" : "changed"}${left}\n`);
  return refused > 0 || (check && changed > 0) ? 1 : 0;
}

type FormattedFile =
  | { readonly kind: "unchanged" }
  | { readonly kind: "changed"; readonly text: string }
  | { readonly kind: "refused"; readonly reason: string };

/** The result of {@link formatFile}. Unless `check` is set, a changed text has been written to the file. */
async function writtenFile(file: FoundFile, check: boolean): Promise<FormattedFile> {
  const formatted = await formatFile(file);
  if (check || formatted.kind !== "changed") return formatted;
  try {
    await writeFileSafely(file.path, formatted.text);
    return formatted;
  } catch (error) {
    return { kind: "refused", reason: errorText(error) };
  }
}

async function formatFile(file: FoundFile): Promise<FormattedFile> {
  if (file.kind === "fault") return { kind: "refused", reason: `${file.path}: ${file.reason}` };
  const read = await readTextFile(file.path);
  if (read.kind === "fault") return { kind: "refused", reason: `${file.path}: ${read.reason}` };
  const { text } = read;
  const result = formatAnnotations({ path: file.path, text: withLineFeeds(text) });
  if (result.kind === "refused") {
    return { kind: "refused", reason: result.faults.map(renderFault).join("\n") };
  }
  return result.text === text ? { kind: "unchanged" } : { kind: "changed", text: result.text };
}
