import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { hearsayProcess, type Outcome } from "../cli/built-program.ts";
import { hearsay } from "../cli/run-command-line.ts";
import { type ShownCommand, shownExamples } from "./console-blocks.ts";
import { DOCUMENTS, ROOT, readDocument, section } from "./documents.ts";

/** The section whose YAML blocks a reader writes into files. Other YAML blocks only show a format. */
const WORKED_EXAMPLE = "A worked example";

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** A folder that has what the commands of a document read, and is empty otherwise. */
function workingFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-manual-"));
  folders.push(folder);
  symlinkSync(join(ROOT, "examples"), join(folder, "examples"), "junction");
  mkdirSync(join(folder, "texts"));
  mkdirSync(join(folder, "my-articles"));
  return folder;
}

/** Runs `hearsay` in the folder. The viewer's page is a file of the built program, so `view` runs as a process. */
async function run(args: readonly string[], folder: string): Promise<Outcome> {
  if (args[0] === "view") return hearsayProcess(args, "", folder);
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await hearsay(args);
  } finally {
    process.chdir(before);
  }
}

/** The output of a command, as a terminal shows it, without what differs from run to run. */
async function outputOf(
  { words: [program, ...args], output }: ShownCommand,
  folder: string,
): Promise<string> {
  if (program === "cat") {
    const file = join(folder, args[0] ?? "");
    // A file that no command made is one that the reader has.
    if (!existsSync(file)) writeFileSync(file, output);
    return readFileSync(file, "utf8");
  }
  expect(program).toBe("hearsay");
  const { stdout, stderr } = await run(args, folder);
  return stdout + stderr.replace(/^[\d,]+ rows? · [\d,.]+ m?s\n/gm, "").replace(/[\d.]+ s$/gm, "0.0 s");
}

const shown = DOCUMENTS.map((file) => ({ file, examples: shownExamples(readDocument(file)) })).filter(
  ({ examples }) => examples.some(({ kind }) => kind === "command"),
);

test("the documents show commands", () => {
  expect(shown.map(({ file }) => file)).toEqual(
    expect.arrayContaining(["README.md", "examples/README.md", "grammar/README.md", "seeds/README.md"]),
  );
});

/** UPDATE_DOCS=1 writes the outputs into the documents instead: read the changes before you commit them. */
describe.each(shown)("$file", ({ file, examples }) => {
  test("shows what its commands print", async () => {
    const text = readDocument(file);
    const worked = section(text, WORKED_EXAMPLE) ?? "";
    const folder = workingFolder();
    let updated = text;
    for (const example of examples) {
      if (example.kind === "yaml") {
        if (worked.includes(example.text)) writeYaml(example.text, folder);
        continue;
      }
      const printed = await outputOf(example, folder);
      if (process.env["UPDATE_DOCS"] !== "1") expect(printed, example.words.join(" ")).toBe(example.output);
      const at = example.at + updated.length - text.length;
      updated = updated.slice(0, at) + printed + updated.slice(at + example.output.length);
    }
    if (updated !== text) writeFileSync(join(ROOT, file), updated);
    if (worked !== "") await expectNoFault(folder);
  }, 180_000);
});

/** After the worked example there is nothing left to report. */
async function expectNoFault(folder: string): Promise<void> {
  const options = ["--articles", "texts", "--coverage", "--strict"];
  expect((await run(["check", "my-articles", ...options], folder)).stdout).toMatch(/^0 faults$/m);
}

/** Writes YAML as a reader would, with the shortened hashes in full: it begins a file, or continues the annotation. */
function writeYaml(yaml: string, folder: string): void {
  const annotation = join(folder, "my-articles", "harbour.yaml");
  const text = readFileSync(join(folder, "texts", "harbour.txt"), "utf8");
  const hash = (words: string) => createHash("sha256").update(words).digest("hex");
  const inFull = yaml
    .replace(/(start: (\d+), end: (\d+), sha256: )(\w+)…/g, (_, head: string, start, end, short: string) => {
      const full = hash(text.slice(Number(start), Number(end)));
      expect(full.slice(0, 4)).toBe(short);
      return head + full;
    })
    .replace(/sha256: (\w+)…/, () => `sha256: ${hash(text)}`);
  if (yaml.startsWith("article:")) writeFileSync(annotation, inFull);
  else if (yaml.startsWith("types:")) writeFileSync(join(dirname(annotation), "types.yaml"), inFull);
  else writeFileSync(annotation, readFileSync(annotation, "utf8") + inFull);
}
