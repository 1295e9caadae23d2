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
  /** The file to write; absent: one named after id and title, in the current folder. */
  readonly output?: string | undefined;
  /** Annotations whose entities the article may name; absent: those in the folder of the new file. */
  readonly data?: readonly string[] | undefined;
}

/** Characters of the title in the file's name at most. */
const LONGEST_SLUG = 50;

/**
 * `hearsay annotate`: starts an annotation file for the text at `path` and prints its name. Outlet and authors that
 * no annotation declares are declared in the file. Makes the folder that
 * the file is to be in; never overwrites a file.
 */
async function runAnnotate(path: string, options: AnnotateOptions, terminal: Terminal): Promise<ExitCode> {
  const given = checkedOptions(options);
  const text = await readArticleText(path);
  const id = given.id ?? idOf(path);
  const folder = dirname(options.output ?? ".");
  const known = await readKnown(options.data ?? (await annotationsIn(folder)));
  const sha256 = await sha256Hex(text);
  // A killed run may have left a temporary file beside an annotation that is whole.
  await removeStale(resolve(folder));
  // Whatever forbids the file is told before anything is asked.
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
    `Next: hearsay cite ${shown(path)} "exact words"  prints the passage of a claim to paste,\n` +
      `      hearsay check ${shown(folder)} --articles ${shown(dirname(path))} --coverage --watch  tells what is wrong, and what is left.\n`,
  );
  return 0;
}

/** A path in a command to paste. */
function shown(path: string): string {
  return printableLine(shellWord(path));
}

/** The options, each on one line. Throws {@link CommandFailure} where one cannot be what it stands for. */
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

/** Of `005_harbour.txt` 005, of `harbour talks.txt` harbour-talks. Throws {@link CommandFailure} where none can be made. */
function idOf(path: string): string {
  const stem = basename(path, extname(path));
  const id = /^(\p{N}+)(?=[_\s-]|$)/u.exec(stem)?.[1] ?? entityId(stem);
  if (id !== "" && idProblem(id) === undefined) return id;
  throw new CommandFailure(`error: no id can be made from the name ${stem}; give one with --id`, 2);
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

/** The annotation files of one folder, not of those in it: a whole disk may lie below. */
async function annotationsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => /\.ya?ml$/i.test(name)).map((name) => join(folder, name));
}

type Known = Pick<Ingested, "entities" | "readings">;

/** Without paths nothing is known, not even the shipped seeds, which are read where others are not named. */
async function readKnown(paths: readonly string[]): Promise<Known> {
  return paths.length === 0 ? { entities: [], readings: [] } : (await readAnnotations(paths)).ingested;
}

function refuseTwice(readings: Known["readings"], { id, sha256 }: { id: string; sha256: string }): void {
  for (const reading of readings) {
    const { path } = reading.source;
    if (reading.text.sha256?.hash === sha256) {
      throw new CommandFailure(`this text is annotated already, in ${path}; nothing was written`);
    }
    if (reading.id?.text === id) {
      throw new CommandFailure(`${path} has the id ${id} already; give another with --id`);
    }
  }
}

/** Outlet and authors that `known` has not. */
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
