import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hearsay } from "./built-program.ts";

/** Invented. */
const TEXT = "Lind to meet Castell\n\n“Nine 🐟 ships,” said Ana Lind\u001b[2J. Castell left; Lind stayed.\n";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-annotating-"));
  writeFileSync(join(folder, "005_harbour.txt"), TEXT);
});
afterAll(() => rmSync(folder, { recursive: true }));

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const textFile = () => join(folder, "005_harbour.txt");

/** The entry that points at `words`, which stand once in the text. */
function entryOf(words: string): string {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return `passage: { start: ${start}, end: ${start + [...words].length}, sha256: ${hashOf(words)} }\n`;
}

async function cite(...args: readonly string[]) {
  const { code, stdout, stderr } = await hearsay(["cite", textFile(), ...args]);
  return { code, stdout, stderr: stderr.replaceAll(`${folder}/`, "") };
}

describe("hearsay cite", () => {
  test("prints the entry of words that stand once", async () => {
    expect(await cite("said Ana Lind")).toEqual({ code: 0, stdout: entryOf("said Ana Lind"), stderr: "" });
  });

  test("numbers the places where there are several", async () => {
    expect(await cite("Castell")).toEqual({
      code: 1,
      stdout: "",
      stderr: `the words have 2 places in 005_harbour.txt; choose one with --match N:
1: line 1, column 14
1 | Lind to meet Castell
  |              ^^^^^^^
2: line 3, column 36
3 | “Nine 🐟 ships,” said Ana Lind\\u001b[2J. Castell left; Lind stayed.
  |                                          ^^^^^^^
`,
    });
    expect(await cite("Castell", "--match", "2")).toMatchObject({
      code: 0,
      stdout: `passage: { start: 57, end: 64, sha256: ${hashOf("Castell")} }\n`,
    });
    expect(await cite("Castell", "--match", "3")).toEqual({
      code: 2,
      stdout: "",
      stderr: "error: --match 3: the words have 2 places in 005_harbour.txt\n",
    });
  });

  test("tells what stands there nearly, and takes it with --near", async () => {
    expect(await cite('"nine 🐟 ships,"')).toEqual({
      code: 1,
      stdout: "",
      stderr: `the words do not stand in 005_harbour.txt to the letter, but do with other blanks, quotation marks, dashes, accents or case; --near takes them:
1: line 3, column 1
3 | “Nine 🐟 ships,” said Ana Lind\\u001b[2J. Castell left; Lind stayed.
  | ^^^^^^^^^^^^^^^^
`,
    });
    expect(await cite('"nine 🐟 ships,"', "--near")).toMatchObject({
      code: 0,
      stdout: entryOf("“Nine 🐟 ships,”"),
    });
  });

  test("takes the first and the last words of a passage", async () => {
    expect(await cite("“Nine", "--to", "left")).toMatchObject({
      code: 0,
      stdout: entryOf(TEXT.slice(TEXT.indexOf("“Nine"), TEXT.indexOf("; Lind"))),
    });
    expect((await cite("said", "--to", "Nine")).stderr).toBe(
      "after the first words, the words of --to do not stand in 005_harbour.txt; copy them from the text\n",
    );
  });

  test("tells how far the words are right, or that they are not", async () => {
    const begun = await cite("Castell left for good");
    expect(begun.stderr).toMatch(
      /^the words do not stand in 005_harbour.txt; only their beginning does:\n1: line 3/,
    );
    expect(await cite("Ida")).toEqual({
      code: 1,
      stdout: "",
      stderr: "the words do not stand in 005_harbour.txt; copy them from the text\n",
    });
  });

  test.each([
    [["cite", "/nowhere/x.txt", "Ida"], 1, "/nowhere/x.txt: there is no such file or folder"],
    [["cite", tmpdir(), "Ida"], 1, "this is no file"],
    [["cite", "x.txt"], 2, "missing required argument 'words'"],
    [["cite", "x.txt", " "], 2, "there are no words to cite"],
    [["cite", "x.txt", "Ida", "--match", "0"], 2, "It is a number from 1."],
    [["check", "--coverage"], 2, "--coverage compares with the texts; give --articles FOLDER too"],
  ])("%j is answered in a line", async (args, code, message) => {
    const outcome = await hearsay(args);
    expect(outcome).toMatchObject({ code, stdout: "" });
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).not.toMatch(/^ +at /m);
  });
});
