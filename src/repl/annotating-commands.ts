/** The commands for people who annotate: check, cite, annotate, fmt. Each is loaded when it is run. */
import { type Command, InvalidArgumentError } from "commander";
import { CommandFailure, type ExitCode } from "./command-failure.ts";
import type { Terminal } from "./terminal.ts";

export interface CommandHost {
  readonly terminal: Terminal;
  /** Takes the exit code of the command that was run. */
  readonly done: (exitCode: ExitCode) => void;
  /** What the argument for annotations is called in help. */
  readonly data: string;
}

export function addAnnotatingCommands(program: Command, { terminal, done, data }: CommandHost): void {
  program
    .command("check")
    .description("report every fault in annotations; with --articles, verify each passage against the texts")
    .argument("[data...]", data)
    .option("--articles <folder>", "the folder that holds the articles' texts")
    .option("--coverage", "with --articles: tell each sentence that has no claim and no stated omission")
    .option("--verbose", "list the warnings of what may be wrong, too")
    .option("--strict", "take warnings for faults")
    .action(async (paths: string[], options) => {
      const { runCheck } = await import("./commands/check.ts");
      if (options.coverage && options.articles === undefined) {
        throw new CommandFailure("error: --coverage compares with the texts; give --articles FOLDER too", 2);
      }
      const { stdout, stderr } = terminal;
      const output = { out: (text: string) => stdout.write(text), err: (text: string) => stderr.write(text) };
      done(await runCheck(paths, options, output));
    });

  program
    .command("cite")
    .description("print the passage entry of words in an article's text, to paste into its annotation")
    .argument("<article.txt>", "the article's text")
    .argument("<words>", "the exact words of the passage, or its first words where --to gives its last")
    .option("--to <words>", "the last words of a long passage")
    .option("--match <n>", "which place, where the words stand several times", countingNumber)
    .option("--near", "let blanks, quotation marks, dashes, accents and case differ")
    .addHelpText("after", CITE_EXAMPLES)
    .action(async (path: string, words: string, options) => {
      const { runCite } = await import("./commands/cite.ts");
      done(await runCite(path, words, { options, terminal }));
    });

  program
    .command("fmt")
    .description("bring annotation files into canonical form: order of keys, quotation marks, blank lines")
    .argument("<files...>", "annotation folders or files")
    .option("--check", "change nothing: list the files that would change, and fail if there are any")
    .action(async (paths: string[], options) => {
      const { runFmt } = await import("./commands/fmt.ts");
      done(await runFmt(paths, options, terminal));
    });
}

const CITE_EXAMPLES = `
Examples:
  $ hearsay cite texts/harbour.txt "accuses A of arming B"
  $ hearsay cite texts/harbour.txt "Roe said" --to "for years." --match 2
`;

function countingNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("It is a number from 1.");
  return Number(text);
}
