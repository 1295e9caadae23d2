import { gatheredFaults } from "../../annotations/gather-faults.ts";
import type { Fault } from "../../diagnostics/fault.ts";
import { printableLine, printableText } from "../../diagnostics/printable-text.ts";
import { counted } from "../../output/counted.ts";
import { type CheckOptions, checkAnnotations } from "../check-annotations.ts";
import { CommandFailure, type ExitCode } from "../command-failure.ts";
import type { CommandSetup } from "../command-host.ts";
import { coverageText } from "../coverage-text.ts";
import { requireTexts } from "../require-texts.ts";
import { DATA } from "../shared-options.ts";
import { watchCheck } from "./watch-check.ts";

export const setUpCheck: CommandSetup = (command, { terminal, done }) => {
  command
    .argument("[data...]", DATA)
    .option("--articles <folder>", "the folder that holds the articles' texts")
    .option(
      "--coverage",
      "with --articles: list each sentence that has neither a claim nor a stated omission",
    )
    .option("--verbose", "also list warnings about possible mistakes")
    .option("--strict", "treat warnings as faults")
    .option("--watch", "check again whenever a file changes, until Ctrl-C")
    .action(async (paths: string[], options) => {
      if (options.coverage && options.articles === undefined) {
        throw new CommandFailure("error: --coverage needs the texts; add --articles FOLDER", 2);
      }
      await requireTexts(options.articles);
      const { stdout, stderr } = terminal;
      const output = {
        out: (text: string) => stdout.write(printableText(text)),
        err: (text: string) => stderr.write(printableText(text)),
      };
      const check = () => runCheck(paths, options, output);
      if (!options.watch) {
        done(await check());
        return;
      }
      const interrupt = new AbortController();
      process.once("SIGINT", () => interrupt.abort());
      const watched = { annotations: paths, articles: options.articles };
      done(await watchCheck(watched, check, { print: output.out, signal: interrupt.signal }));
    });
};

/** Output of a command; each text ends with a newline. */
interface CommandOutput {
  out(text: string): void;
  err(text: string): void;
}

interface CheckRequest extends CheckOptions {
  /** Whether to list warnings, instead of only counting them. */
  readonly verbose?: boolean | undefined;
}

/**
 * `hearsay check`: prints every fault of the annotations at `paths` (default: the shipped seeds), then counts. Both
 * go to `out`, since faults are the result of this command. Returns the exit code: 1 if there is an error, else 0.
 */
export async function runCheck(
  paths: readonly string[],
  request: CheckRequest,
  io: CommandOutput,
): Promise<ExitCode> {
  if (paths.length === 0) {
    io.err("checking the annotations that come with Hearsay; name a folder to check your own\n");
  }
  const { faults, advice, counts, coverage, inOrder } = await checkAnnotations(paths, request);
  const listed = request.verbose ? inOrder([...faults, ...advice]) : faults;
  for (const text of gatheredFaults(listed)) io.out(`${printableText(text)}\n`);
  if (listed.length > 0) io.out("\n");
  io.out(`${counted(counts.articles, "article")}, ${counted(counts.claims, "claim")}, `);
  io.out(`${counted(counts.entities, "entity", "entities")}, `);
  io.out(`${counted(counts.types, "relationship type")} used\n`);
  io.out(
    counts.verified === undefined
      ? "passages not verified: add --articles FOLDER\n"
      : `${counted(counts.verified, "passage")} verified\n`,
  );
  for (const article of coverage) io.out(`${printableLine(coverageText(article))}\n`);
  io.out(`${faultCount([...faults, ...advice], { unlisted: request.verbose ? 0 : advice.length })}\n`);
  return faults.some((fault) => fault.severity === "error") ? 1 : 0;
}

function faultCount(faults: readonly Fault[], { unlisted }: { unlisted: number }): string {
  const warnings = faults.filter((fault) => fault.severity === "warning").length;
  const errors = counted(faults.length - warnings, "fault");
  if (warnings === 0) return errors;
  const rest =
    unlisted === 0 ? "" : ` (--verbose lists ${unlisted === warnings ? "them" : `${unlisted} more`})`;
  return `${errors}, ${counted(warnings, "warning")}${rest}`;
}
