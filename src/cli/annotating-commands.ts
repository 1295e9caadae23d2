/** The commands for people who annotate: check, cite, annotate, fmt. Each is loaded when it is run. */
import { type Command, InvalidArgumentError } from "commander";
import { printableText } from "../diagnostics/printable-text.ts";
import { CommandFailure } from "./command-failure.ts";
import type { CommandHost } from "./command-host.ts";
import { requireTexts } from "./require-texts.ts";
import { DATA } from "./shared-options.ts";

export function addAnnotatingCommands(program: Command, { terminal, done }: CommandHost): void {
  program
    .command("check")
    .description("report every fault in annotations; with --articles, verify each passage against the texts")
    .argument("[data...]", DATA)
    .option("--articles <folder>", "the folder that holds the articles' texts")
    .option("--coverage", "with --articles: tell each sentence that has no claim and no stated omission")
    .option("--verbose", "list the warnings of what may be wrong, too")
    .option("--strict", "take warnings for faults")
    .option("--watch", "check again whenever a file changes, until Ctrl-C")
    .action(async (paths: string[], options) => {
      const { runCheck } = await import("./commands/check.ts");
      if (options.coverage && options.articles === undefined) {
        throw new CommandFailure("error: --coverage compares with the texts; give --articles FOLDER too", 2);
      }
      await requireTexts(options.articles);
      const { stdout, stderr } = terminal;
      const output = {
        out: (text: string) => stdout.write(printableText(text)),
        err: (text: string) => stderr.write(printableText(text)),
      };
      if (!options.watch) {
        done(await runCheck(paths, options, output));
        return;
      }
      const { watchCheck } = await import("./commands/watch-check.ts");
      const interrupt = new AbortController();
      process.once("SIGINT", () => interrupt.abort());
      done(await watchCheck(paths, options, { io: output, signal: interrupt.signal }));
    });

  program
    .command("cite")
    .description("print the passage entry of words in an article's text, to paste into its annotation")
    .argument("<article.txt>", "the article's text")
    .argument("<words...>", "the exact words of the passage, or its first words where --to gives its last")
    .option("--to <words>", "the last words of a long passage")
    .option("--match <n>", "which place, where the words stand several times", countingNumber)
    .option("--near", "let blanks, quotation marks, dashes, accents and case differ")
    .addHelpText("after", CITE_EXAMPLES)
    .action(async (path: string, words: string[], options) => {
      const { runCite } = await import("./commands/cite.ts");
      done(await runCite(path, words.join(" "), { options, terminal }));
    });

  program
    .command("annotate")
    .description(
      "start an annotation file for an article's text; what is not given is asked for at a terminal",
    )
    .argument("<article.txt>", "the article's text")
    .option("--title <title>", "the headline as printed, [in brackets] if the text has none")
    .option("--outlet <name>", "who published it")
    .option("--date <date>", "when it appeared, as EDTF: 2025-06-02")
    .option("--author <name>", "who wrote it; may be repeated", collect)
    .option("--url <url>", "where it can be read")
    .option("--id <id>", "the article's id (default: from the text's file name)")
    .option("--language <tag>", "language of the text, as in HTML: en, de, uk")
    .option("--origin <word>", "the same for articles that share their text")
    .option("-o, --output <file.yaml>", "the file to write (default: named after id and title)")
    .option(
      "--data <path>",
      "annotations whose entities it may name (default: the new file's folder)",
      collect,
    )
    .action(async (path: string, options) => {
      const { runAnnotate } = await import("./commands/annotate.ts");
      done(await runAnnotate(path, options, terminal));
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

function collect(given: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, given];
}

function countingNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("It is a number from 1.");
  return Number(text);
}
