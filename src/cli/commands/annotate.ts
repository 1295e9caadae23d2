import { readdir } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { entityId } from "../../annotations/entity-id.ts";
import { indexEntities } from "../../annotations/entity-index.ts";
import type { Ingested } from "../../annotations/ingest.ts";
import { sha256Hex } from "../../annotations/sha256-hex.ts";
import { type NewEntity, startAnnotation } from "../../annotations/start-annotation.ts";
import { printableLine } from "../../diagnostics/printable-text.ts";
import { makeFolder } from "../../files/make-folder.ts";
import { readAnnotations } from "../../files/read-annotations.ts";
import { removeStale } from "../../files/remove-stale.ts";
import { shellWord } from "../../files/shell-word.ts";
import { refuseExisting, writeNewFile } from "../../files/write-file.ts";
import { dateProblem, type GivenMetadata, idProblem, oneLine, urlProblem } from "../article-metadata.ts";
import { askMetadata } from "../ask-metadata.ts";
import { CommandFailure, type ExitCode } from "../command-failure.ts";
import type { CommandSetup } from "../command-host.ts";
import { readArticleText } from "../read-article-text.ts";
import type { Terminal } from "../terminal.ts";

export const setUpAnnotate: CommandSetup = (command, { terminal, done }) => {
  command
    .argument("<article.txt>", "the article's text")
    .option("--title <title>", "the headline as printed; if there is none, a title [in brackets]")
    .option("--outlet <name>", "who published it")
    .option("--date <date>", "when it was published, as EDTF: 2025-06-02")
    .option("--author <name>", "who wrote it; may be repeated", collect)
    .option("--url <url>", "its web address")
    .option("--id <id>", "the article's id (default: from the text's file name)")
    .option("--language <tag>", "language of the text, as in HTML: en, de, uk")
    .option("--origin <word>", "a word that is the same for all articles that share their text")
    .option("-o, --output <file.yaml>", "the file to write (default: named after id and title)")
    .option(
      "--data <path>",
      "annotations that declare entities it may name (default: the new file's folder)",
      collect,
    )
    .action(async (path: string, options) => {
      done(await runAnnotate(path, options, terminal));
    });
};

function collect(given: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, given];
}

export interface AnnotateOptions extends GivenMetadata {
  readonly id?: string | undefined;
  readonly language?: string | undefined;
  readonly origin?: string | undefined;
  /** The file to write. Omitted: a file named after id and title, in the current folder. */
  readonly output?: string | undefined;
  /** Annotations whose entities the article may name. Omitted: those in the folder of the new file. */
  readonly data?: readonly string[] | undefined;
}

/** Maximum number of characters of the title in the file's name. */
const LONGEST_SLUG = 50;

/**
 * `hearsay annotate`: starts an annotation file for the text at `path` and prints its name. The file declares outlet
 * and authors unless other annotations do. Creates the folder of the file; never overwrites a file.
 */
async function runAnnotate(path: string, options: AnnotateOptions, terminal: Terminal): Promise<ExitCode> {
  const given = checkedOptions(options);
  const text = await readArticleText(path);
  const id = given.id ?? idOf(path);
  const folder = dirname(options.output ?? ".");
  const known = await readKnown(options.data ?? (await annotationsIn(folder)));
  const sha256 = await sha256Hex(text);
  // A killed run may have left a temporary file beside a complete annotation.
  await removeStale(resolve(folder));
  // Report an existing article or file before asking any question.
  refuseTwice(known.readings, { id, sha256 });
  if (options.output !== undefined) await refuseExisting(options.output);
  const { title, outlet, date, author = [], url } = await askMetadata(given, firstLine(text), terminal);
  const output = options.output ?? fileName(id, title);
  const article = {
    ...{ id, title, publisher: outlet, authors: author, published: date, url },
    ...{ file: basename(path), sha256, length: [...text].length },
    ...{ language: given.language, origin: given.origin },
  };
  await makeFolder(dirname(output));
  await writeNewFile(output, startAnnotation(article, newEntities(outlet, author, known)));
  terminal.stdout.write(`${printableLine(output)}\n`);
  terminal.stderr.write(
    `Next: hearsay cite ${shown(path)} "exact words"  prints a claim's passage to paste,\n` +
      `      hearsay check ${shown(folder)} --articles ${shown(dirname(path))} --coverage --watch  shows what is wrong and what is missing.\n`,
  );
  return 0;
}

/** A path, quoted for a command to paste. */
function shown(path: string): string {
  return printableLine(shellWord(path));
}

/**
 * The options, each on one line.
 *
 * @throws {@link CommandFailure} if one is empty or invalid
 */
function checkedOptions(options: AnnotateOptions): AnnotateOptions {
  const problems = { date: dateProblem, url: urlProblem, id: idProblem };
  const checked = (key: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => checked(key, item));
    const line = oneLine(String(value));
    const problem = line === "" ? "it is empty" : problems[key as keyof typeof problems]?.(line);
    if (problem !== undefined) throw new CommandFailure(`error: --${key} ${line}: ${problem}`, 2);
    return line;
  };
  const { output, data, ...others } = options;
  const given = Object.entries(others).map(([key, value]) => [key, checked(key, value)]);
  return { ...Object.fromEntries(given), output, data };
}

/**
 * The id for a file name: 005 for `005_harbour.txt`, harbour-talks for `harbour talks.txt`.
 *
 * @throws {@link CommandFailure} if the name yields no id
 */
function idOf(path: string): string {
  const stem = basename(path, extname(path));
  const id = /^(\p{N}+)(?=[_\s-]|$)/u.exec(stem)?.[1] ?? entityId(stem);
  if (id !== "" && idProblem(id) === undefined) return id;
  throw new CommandFailure(`error: cannot make an id from the file name ${stem}; give one with --id`, 2);
}

function firstLine(text: string): string {
  const lines = text.split("\n").map(oneLine);
  const line = lines.find((candidate) => /[\p{L}\p{N}]/u.test(candidate)) ?? "[no title]";
  return [...line].slice(0, 200).join("");
}

function fileName(id: string, title: string): string {
  const slug = [...entityId(title)].slice(0, LONGEST_SLUG).join("").replace(/-$/, "");
  return slug === "" ? `${id}.yaml` : `${id}-${slug}.yaml`;
}

/** The annotation files directly in `folder`. Subfolders are not searched, as they may hold a whole disk. */
async function annotationsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /\.ya?ml$/i.test(name)).map((name) => join(folder, name));
}

type Known = Pick<Ingested, "entities" | "readings">;

/** The entities and articles in `paths`. Without paths there are none: the shipped seeds are not used as a default. */
async function readKnown(paths: readonly string[]): Promise<Known> {
  return paths.length === 0 ? { entities: [], readings: [] } : (await readAnnotations(paths)).ingested;
}

function refuseTwice(readings: Known["readings"], { id, sha256 }: { id: string; sha256: string }): void {
  for (const reading of readings) {
    const { path } = reading.source;
    if (reading.text.sha256?.hash === sha256) {
      throw new CommandFailure(`this text is already annotated in ${path}; nothing was written`);
    }
    if (reading.id?.text === id) {
      throw new CommandFailure(`${path} already has the id ${id}; give another with --id`);
    }
  }
}

/** Outlet and authors that are not in `known`. */
function newEntities(
  outlet: string | undefined,
  authors: readonly string[],
  known: Known,
): readonly NewEntity[] {
  const index = indexEntities(known.entities);
  const wanted = [
    ...(outlet === undefined ? [] : [{ name: outlet, type: "Publisher" }]),
    ...authors.map((name) => ({ name, type: "Journalist" })),
  ];
  return wanted.filter(({ name }) => index.find(name).length === 0);
}
