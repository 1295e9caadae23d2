import { InvalidArgumentError } from "commander";
import { findFirstWords, findNearWords, findWords } from "../../annotations/find-words.ts";
import { passageEntry } from "../../annotations/passage-entry.ts";
import { sourceExcerpt } from "../../diagnostics/source-excerpt.ts";
import { locate, type Span } from "../../diagnostics/span.ts";
import { CommandFailure, type ExitCode } from "../command-failure.ts";
import type { CommandSetup } from "../command-host.ts";
import { readArticleText } from "../read-article-text.ts";
import type { Terminal } from "../terminal.ts";

export const setUpCite: CommandSetup = (command, { terminal, done }) => {
  command
    .argument("<article.txt>", "the article's text")
    .argument("<words...>", "the exact words of the passage; with --to, its first words")
    .option("--to <words>", "the last words of a long passage")
    .option("--match <n>", "which place, if the words occur several times (1 is the first)", countingNumber)
    .option("--near", "ignore differences in spaces, quotation marks, dashes, accents and case")
    .addHelpText("after", EXAMPLES)
    .action(async (path: string, words: string[], options) => {
      done(await runCite(path, words.join(" "), { options, terminal }));
    });
};

const EXAMPLES = `
Examples:
  $ hearsay cite texts/harbour.txt "accuses A of arming B"
  $ hearsay cite texts/harbour.txt "Roe said" --to "for years." --match 2
`;

function countingNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("It must be a whole number from 1.");
  return Number(text);
}

export interface CiteOptions {
  /** The last words of a passage; its first words are the argument. */
  readonly to?: string | undefined;
  /** Which of several places (1-based). */
  readonly match?: number | undefined;
  /** Whether to ignore differences in spaces, quotation marks, dashes, accents and case. */
  readonly near?: boolean | undefined;
}

/** Maximum number of places to list. */
const MOST_PLACES = 20;

/**
 * `hearsay cite`: prints the passage entry of `words` in the text `path`, ready to paste.
 *
 * @throws {@link CommandFailure} with a list of places if the words occur several times, or only in a similar form
 */
async function runCite(
  path: string,
  words: string,
  { options, terminal }: { options: CiteOptions; terminal: Terminal },
): Promise<ExitCode> {
  const wanted = words.trim();
  if (wanted === "" || options.to?.trim() === "") {
    throw new CommandFailure(`error: missing words ${wanted === "" ? "to cite" : "after --to"}`, 2);
  }
  const text = await readArticleText(path);
  const places = placesOf(text, wanted, options);
  const { match } = options;
  if (places.length === 0) throw new CommandFailure(notFound(text, { path, words: wanted, options }));
  if (match !== undefined && places[match - 1] === undefined) {
    const count = places.length === 1 ? "one place" : `${places.length} places`;
    throw new CommandFailure(`error: --match ${match}: the words occur in ${count} in ${path}`, 2);
  }
  const place = match === undefined ? places[0] : places[match - 1];
  if (place === undefined || (match === undefined && places.length > 1)) {
    throw new CommandFailure(
      `the words occur in ${places.length} places in ${path}; choose one with --match N:\n${list(text, places)}`,
    );
  }
  terminal.stdout.write(`${await passageEntry(text, place)}\n`);
  return 0;
}

function placesOf(text: string, words: string, { to, near }: CiteOptions): readonly Span[] {
  const find = near === true ? findNearWords : findWords;
  const first = find(text, words);
  if (to === undefined) return first;
  const last = find(text, to.trim());
  return first.flatMap(({ start, end }) => {
    const closing = last.find((place) => place.start >= end);
    return closing === undefined ? [] : [{ start, end: closing.end }];
  });
}

function notFound(
  text: string,
  { path, words, options }: { path: string; words: string; options: CiteOptions },
): string {
  const near = options.near === true ? [] : placesOf(text, words, { ...options, near: true });
  if (near.length > 0) {
    const difference = "with other spaces, quotation marks, dashes, accents or case; --near accepts them";
    return `the exact words are not in ${path}, but similar words are, ${difference}:\n${list(text, near)}`;
  }
  if (options.to !== undefined && findNearWords(text, words).length > 0) {
    return `the words of --to do not follow the first words in ${path}; copy them from the text`;
  }
  const begun = findFirstWords(text, words);
  if (begun.length > 0) {
    return `the words are not in ${path}, only their beginning is:\n${list(text, begun)}`;
  }
  return `the words are not in ${path}; copy them from the text`;
}

function list(text: string, places: readonly Span[]): string {
  const shown = places.slice(0, MOST_PLACES).map((place, at) => {
    const { line, column } = locate(text, place.start);
    return `${at + 1}: line ${line}, column ${column}\n${sourceExcerpt(text, place)}`;
  });
  const rest = places.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join("\n");
}
