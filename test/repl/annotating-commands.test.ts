import { createHash } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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
});

describe("hearsay fmt", () => {
  const UNTIDY = "entities:\n- {type: Person, name: 'Ida'} # new\n";
  const TIDY = "entities:\n  - { name: Ida, type: Person } # new\n";

  async function fmt(...args: readonly string[]) {
    const { code, stdout, stderr } = await hearsay(["fmt", ...args]);
    return { code, stdout: stdout.replaceAll(`${folder}/`, ""), stderr: stderr.replaceAll(`${folder}/`, "") };
  }

  test("changes what is not in canonical form, and nothing twice", async () => {
    const data = join(folder, "data");
    mkdirSync(data);
    writeFileSync(join(data, "a.yaml"), UNTIDY, { mode: 0o640 });
    writeFileSync(join(data, "b.yaml"), TIDY);
    expect(await fmt("--check", data)).toEqual({
      code: 1,
      stdout: "data/a.yaml\n",
      stderr: "2 files: 1 would change\n",
    });
    expect(readFileSync(join(data, "a.yaml"), "utf8")).toBe(UNTIDY);
    expect(await fmt(data)).toEqual({ code: 0, stdout: "data/a.yaml\n", stderr: "2 files: 1 changed\n" });
    expect(readFileSync(join(data, "a.yaml"), "utf8")).toBe(TIDY);
    expect(statSync(join(data, "a.yaml")).mode & 0o777).toBe(0o640);
    expect(await fmt(data)).toEqual({ code: 0, stdout: "", stderr: "2 files: 0 changed\n" });
    expect(await fmt("--check", data)).toMatchObject({ code: 0 });
    expect(readdirSync(data)).toEqual(["a.yaml", "b.yaml"]);
  });

  test("writes through a link", async () => {
    const target = join(folder, "target.txt");
    writeFileSync(target, UNTIDY);
    symlinkSync(target, join(folder, "link.yaml"));
    expect(await fmt(join(folder, "link.yaml"))).toMatchObject({ code: 0 });
    expect(readFileSync(target, "utf8")).toBe(TIDY);
    expect(lstatSync(join(folder, "link.yaml")).isSymbolicLink()).toBe(true);
  });

  test("leaves what is no annotation as it is, and formats the rest", async () => {
    const data = join(folder, "mixed");
    mkdirSync(data);
    writeFileSync(join(data, "a.yaml"), "services: {b: 1}\n");
    writeFileSync(join(data, "b.yaml"), UNTIDY);
    writeFileSync(join(data, "c.yaml"), "entities: [\n");
    const { code, stdout, stderr } = await fmt(data);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "mixed/b.yaml\n" });
    expect(stderr).toMatch(/^mixed\/a.yaml:1:1: error: the file is no article.*\[unknown-file\]$/m);
    expect(stderr).toMatch(/^mixed\/c.yaml:.*\[yaml-syntax\]$/m);
    expect(stderr).toMatch(/\n3 files: 1 changed, 2 could not be formatted\n$/);
    expect(readFileSync(join(data, "a.yaml"), "utf8")).toBe("services: {b: 1}\n");
  });
});

describe("wrong usage", () => {
  test.each([
    [["cite", "/nowhere/x.txt", "Ida"], 1, "/nowhere/x.txt: there is no such file or folder"],
    [["cite", tmpdir(), "Ida"], 1, "this is no file"],
    [["cite", "x.txt"], 2, "missing required argument 'words'"],
    [["cite", "x.txt", " "], 2, "there are no words to cite"],
    [["cite", "x.txt", "Ida", "--match", "0"], 2, "It is a number from 1."],
    [["fmt"], 2, "missing required argument 'files'"],
    [["fmt", "/nowhere"], 1, "/nowhere: there is no such file or folder"],
    [["check", "--coverage"], 2, "--coverage compares with the texts; give --articles FOLDER too"],
  ])("%j is answered in a line", async (args, code, message) => {
    const outcome = await hearsay(args);
    expect(outcome).toMatchObject({ code, stdout: "" });
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).not.toMatch(/^ +at /m);
  });
});
