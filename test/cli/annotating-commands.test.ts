import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hearsayProcess, startHearsay } from "./built-program.ts";
import { hearsay } from "./run-command-line.ts";

/** Invented. */
const TEXT = "Lind to meet Castell\n\n“Nine 🐟 ships,” said Ana Lind\u001b[2J. Castell left; Lind stayed.\n";

const folder = mkdtempSync(join(tmpdir(), "hearsay-annotating-"));
beforeAll(() => {
  writeFileSync(join(folder, "005_harbour.txt"), TEXT);
});
afterAll(() => rmSync(folder, { recursive: true }));

const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");
const textFile = () => join(folder, "005_harbour.txt");

/** Writes `text` to a file in the folder and returns its path. */
function textPath(name: string, text: string): string {
  writeFileSync(join(folder, `${name}.txt`), text);
  return join(folder, `${name}.txt`);
}

/** The entry that points at `words`, which occur once in the text. */
function entryOf(words: string): string {
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  return `passage: { start: ${start}, end: ${start + [...words].length}, sha256: ${hashOf(words)} }\n`;
}

async function cite(...args: readonly string[]) {
  const { code, stdout, stderr } = await hearsay(["cite", textFile(), ...args]);
  return { code, stdout, stderr: stderr.replaceAll(`${folder}/`, "") };
}

describe("hearsay cite", () => {
  test("prints the entry of words that occur once", async () => {
    expect(await cite("said Ana Lind")).toEqual({ code: 0, stdout: entryOf("said Ana Lind"), stderr: "" });
  });

  test("numbers the places of words that occur several times", async () => {
    expect(await cite("Castell")).toEqual({
      code: 1,
      stdout: "",
      stderr: `the words occur in 2 places in 005_harbour.txt; choose one with --match N:
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
      stderr: "error: --match 3: the words occur in 2 places in 005_harbour.txt\n",
    });
  });

  test("shows similar words, and accepts them with --near", async () => {
    expect(await cite('"nine 🐟 ships,"')).toEqual({
      code: 1,
      stdout: "",
      stderr: `the exact words are not in 005_harbour.txt, but similar words are, with other spaces, quotation marks, dashes, accents or case; --near accepts them:
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
      "the words of --to do not follow the first words in 005_harbour.txt; copy them from the text\n",
    );
  });

  test("accepts words that the shell has split", async () => {
    expect(await cite("said", "Ana", "Lind")).toMatchObject({ code: 0, stdout: entryOf("said Ana Lind") });
  });

  test("reports that only the beginning of the words is in the text, or nothing", async () => {
    const begun = await cite("Castell left for good");
    expect(begun.stderr).toMatch(
      /^the words are not in 005_harbour.txt, only their beginning is:\n1: line 3/,
    );
    expect(await cite("Ida")).toEqual({
      code: 1,
      stdout: "",
      stderr: "the words are not in 005_harbour.txt; copy them from the text\n",
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

  test("changes files that are not in canonical form, and none of them twice", async () => {
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

  test("formats a file whose name has the maximum length", async () => {
    const data = join(folder, "long");
    mkdirSync(data);
    const name = `${"a".repeat(250)}.yaml`;
    writeFileSync(join(data, name), UNTIDY);
    expect(await fmt(data)).toMatchObject({ code: 0, stdout: `long/${name}\n` });
    expect(readdirSync(data)).toEqual([name]);
  });

  test("leaves files that are not annotations unchanged, and formats the rest", async () => {
    const data = join(folder, "mixed");
    mkdirSync(data);
    writeFileSync(join(data, "a.yaml"), "services: {b: 1}\n");
    writeFileSync(join(data, "b.yaml"), UNTIDY);
    writeFileSync(join(data, "c.yaml"), "entities: [\n");
    const { code, stdout, stderr } = await fmt(data);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "mixed/b.yaml\n" });
    expect(stderr).toMatch(/^mixed\/a.yaml:1:1: error: the file is not an article.*\[unknown-file\]$/m);
    expect(stderr).toMatch(/^mixed\/c.yaml:.*\[yaml-syntax\]$/m);
    expect(stderr).toMatch(/\n3 files: 1 changed, 2 could not be formatted\n$/);
    expect(readFileSync(join(data, "a.yaml"), "utf8")).toBe("services: {b: 1}\n");
  });
});

describe("hearsay annotate", () => {
  const METADATA = [
    ...["--title", "Lind: to meet Castell", "--outlet", "Harbour Post", "--date", "2025-06-02"],
    ...["--author", "Ida Roe", "--author", "Bo 'X'", "--url", "https://example.org/a#b", "--language", "en"],
  ];

  /** Runs it with an output in a new folder that contains `files`. */
  async function annotate(
    name: string,
    args: readonly string[],
    files: Readonly<Record<string, string>> = {},
  ) {
    const data = join(folder, name);
    mkdirSync(data);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(data, file), text);
    const output = join(data, "new.yaml");
    const outcome = await hearsay(["annotate", textFile(), "-o", output, ...args]);
    const shown = outcome.stderr.replaceAll(`${folder}/`, "");
    return { ...outcome, stderr: shown, output, left: readdirSync(data).sort() };
  }

  test("starts a file that is valid and in canonical form", async () => {
    const { code, stdout, output } = await annotate("new", METADATA);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${output}\n` });
    expect(readFileSync(output, "utf8")).toBe(`article:
  id: "005"
  title: "Lind: to meet Castell"
  publisher: Harbour Post
  authors: [Ida Roe, Bo 'X']
  published: 2025-06-02
  url: https://example.org/a#b
  file: 005_harbour.txt
  sha256: ${hashOf(TEXT)}
  length: ${[...TEXT].length}
  language: en

claims: []

entities:
  - { name: Harbour Post, type: Publisher }
  - { name: Ida Roe, type: Journalist }
  - { name: Bo 'X', type: Journalist }
`);
    const checked = await hearsay(["check", output, "--articles", folder]);
    expect(checked).toMatchObject({ code: 0, stderr: "" });
    expect((await hearsay(["fmt", "--check", output])).code).toBe(0);
  });

  test("declares no entity that annotations in the same folder declare", async () => {
    const known = "entities: [{ name: The Harbour Post, type: Publisher, aliases: [harbour post] }]\n";
    const { output } = await annotate("known", METADATA, { "entities.yaml": known });
    expect(readFileSync(output, "utf8")).not.toContain("name: Harbour Post");
    expect((await hearsay(["check", join(folder, "known")])).code).toBe(0);
  });

  test("reports that the file exists before asking any question", async () => {
    const { stderr } = await annotate("unasked", [], { "new.yaml": "mine" });
    expect(stderr).toContain("unasked/new.yaml: it exists already");
  });

  test("creates the folder of the file", async () => {
    const output = join(folder, "fresh", "deep", "new.yaml");
    const { code, stderr } = await hearsay(["annotate", textFile(), "-o", output, ...METADATA]);
    expect(code, stderr).toBe(0);
    expect(readFileSync(output, "utf8")).toContain("claims: []");
  });

  test("prints commands that can be pasted, with quoted paths", async () => {
    const texts = join(folder, "Ida's texts");
    mkdirSync(texts);
    writeFileSync(join(texts, "a b.txt"), TEXT);
    const { stderr } = await hearsay([
      "annotate",
      join(texts, "a b.txt"),
      "--title",
      "x",
      "-o",
      join(texts, "x.yaml"),
    ]);
    const quoted = `'${folder}/Ida'\\''s texts`;
    expect(stderr).toContain(`hearsay cite ${quoted}/a b.txt' "exact words"`);
    expect(stderr).toContain(`hearsay check ${quoted}' --articles ${quoted}' --coverage --watch`);
  });

  test("overwrites nothing", async () => {
    const { code, stdout, stderr, output, left } = await annotate("taken", METADATA, { "new.yaml": "mine" });
    expect({ code, stdout, left }).toEqual({ code: 1, stdout: "", left: ["new.yaml"] });
    expect(stderr).toBe(
      "taken/new.yaml: it exists already and was not changed; name another file with -o FILE\n",
    );
    expect(readFileSync(output, "utf8")).toBe("mine");
  });

  test("refuses a text or an id that is already annotated", async () => {
    const { output } = await annotate("first", METADATA);
    const first = readFileSync(output, "utf8");
    const twice = await annotate("twice", METADATA, { "a.yaml": first });
    expect(twice).toMatchObject({ code: 1, left: ["a.yaml"] });
    expect(twice.stderr).toBe("this text is already annotated in twice/a.yaml; nothing was written\n");
    const other = first.replace(/sha256: \w+/, `sha256: ${hashOf("")}`);
    const sameId = await annotate("id", METADATA, { "a.yaml": other });
    expect(sameId.stderr).toBe("id/a.yaml already has the id 005; give another with --id\n");
    expect((await annotate("other-id", [...METADATA, "--id", "x7"], { "a.yaml": other })).code).toBe(0);
  });

  test("names the file after id and title", async () => {
    const data = join(folder, "named");
    mkdirSync(data);
    const { stdout } = await hearsayProcess(
      ["annotate", textFile(), "--title", "Ärger im\nHafen!\u001b[2J"],
      "",
      data,
    );
    expect(stdout).toBe("005-arger-im-hafen-2j.yaml\n");
    expect(readFileSync(join(data, "005-arger-im-hafen-2j.yaml"), "utf8")).toContain(
      "  title: Ärger im Hafen! [2J\n",
    );
  });

  test.each([
    [[], "missing title; give it with --title"],
    [["--title", " "], "--title : it is empty"],
    [["--title", "x", "--date", "2025-13-01"], "2025-13-01 is not a date; dates are EDTF"],
    [["--title", "x", "--url", "javascript:alert(1)"], "this is not a full http or https address"],
    [["--title", "x", "--id", "a/b"], "an id may contain only letters, digits"],
  ])("%j is wrong usage", async (args, message) => {
    const outcome = await hearsay(["annotate", textFile(), ...args]);
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(outcome.stderr).toContain(message);
  });
});

describe("an annotation whose text is available", () => {
  const QUERY = '("Ana Lind")-[r]->(x) RETURN x.name';
  let data: string;
  beforeAll(() => {
    data = join(folder, "asked");
    mkdirSync(data);
    const article = `article: { id: a, title: T, file: 005_harbour.txt, sha256: ${hashOf(TEXT)}, length: ${[...TEXT].length} }\n`;
    const claim = `claims:\n  - id: 1\n    triple: Ana Lind DESCRIBED_AS "captain"\n    gist: She is one.\n    ${entryOf("said Ana Lind")}`;
    writeFileSync(join(data, "a.yaml"), `${article}${claim}entities: [{ name: Ana Lind, type: Person }]\n`);
  });

  test("has its words in JSON too", async () => {
    const args = ["query", data, "-c", QUERY, "--evidence", "--format", "json"];
    const claimOf = ({ stdout }: { stdout: string }) => JSON.parse(stdout).evidence[0].groups[0].claims[0];
    const text = { kind: "words", words: "said Ana Lind", line: 3 };
    expect(claimOf(await hearsay([...args, "--articles", folder]))).toMatchObject({ id: "a#1", text });
    expect(claimOf(await hearsay(args))).not.toHaveProperty("text");
  });

  test("has its words in a page only if --articles is given", async () => {
    const html = join(folder, "page.html");
    await hearsay(["view", data, "--html", html]);
    expect(readFileSync(html, "utf8")).not.toContain("said Ana Lind");
    await hearsay(["view", data, "--html", html, "--articles", folder]);
    expect(readFileSync(html, "utf8")).toContain("said Ana Lind");
  });

  test.each([
    [["query", "-c", QUERY, "--evidence"]],
    [["repl"]],
    [["view", "--html", "x.html"]],
    [["check"]],
  ])("%j reports a missing folder of texts", async (args) => {
    expect(await hearsay([...args, data, "--articles", "/nowhere"])).toEqual({
      ...{ code: 1, stdout: "" },
      stderr: "--articles /nowhere: there is no such file or folder\n",
    });
    const file = await hearsay([...args, data, "--articles", textFile()]);
    expect(file.stderr).toMatch(/this is not a folder; give the folder of the articles' texts\n$/);
  });
});

describe("hearsay check --watch", () => {
  test("checks again when a file changes, a file is added or a text changes, until Ctrl-C", async () => {
    const data = join(folder, "watched");
    mkdirSync(join(data, "texts"), { recursive: true });
    const file = join(data, "a.yaml");
    writeFileSync(file, "entities: [{ name: Ida, type: Person }]\n");
    const program = startHearsay(["check", data, "--articles", join(data, "texts"), "--watch"]);
    try {
      await program.until(/0 faults\n[\s\S]*watching 2 folders; Ctrl-C stops/);
      writeFileSync(`${file}.new`, "entities: [{ name: Ida, type: Persn }]\n");
      renameSync(`${file}.new`, file);
      await program.until(
        /watched\/a.yaml changed[\s\S]*\[unknown-entity-type\][\s\S]*1 fault\n[\s\S]*watching/,
      );
      // Some editors and sed replace a file this way.
      writeFileSync(join(data, "sedAbC"), "entities: [{ name: Ida, type: Person }]\n");
      renameSync(join(data, "sedAbC"), file);
      await program.until(/watched\/a.yaml changed[\s\S]*0 faults\n[\s\S]*watching/);
      writeFileSync(file, "entities: [{ name: Ida, type: Persn }]\n");
      await program.until(/watched\/a.yaml changed[\s\S]*1 fault\n[\s\S]*watching/);
      mkdirSync(join(data, "more"));
      await program.until(/watching 3 folders/);
      writeFileSync(join(data, "more", "b.yaml"), "nothing: 1\n");
      await program.until(/more\/b.yaml changed[\s\S]*\[unknown-file\][\s\S]*2 faults\n[\s\S]*watching/);
      writeFileSync(join(data, "texts", "x.txt"), "x");
      await program.until(/x.txt changed[\s\S]*2 faults\n[\s\S]*watching/);
    } finally {
      expect(await program.interrupt()).toBe(1);
    }
    expect(program.errors()).toBe("");
  });
});

test.skipIf(process.platform === "win32")("a named pipe is rejected without waiting for it", async () => {
  const pipe = join(folder, "pipe.yaml");
  execFileSync("mkfifo", [pipe]);
  expect((await hearsay(["cite", pipe, "Ida"])).stderr).toContain("pipe.yaml: this is not a file");
  expect((await hearsay(["check", folder])).stdout).toContain("pipe.yaml:1:1: error: this is not a file");
  rmSync(pipe);
});

describe("wrong usage", () => {
  test.each([
    [["cite", "/nowhere/x.txt", "Ida"], 1, "/nowhere/x.txt: there is no such file or folder"],
    [["cite", tmpdir(), "Ida"], 1, "this is a folder, not a file"],
    [["cite", "/dev/null", "Ida"], 1, "this is not a file"],
    [["cite", textPath("empty", " \n"), "Ida"], 1, "the file contains no words"],
    [["annotate", textPath("empty", " \n"), "--title", "x"], 1, "the file contains no words"],
    [["cite", "x.txt", "Ida", "--to", " "], 2, "missing words after --to"],
    [["cite", "x.txt"], 2, "missing required argument 'words'"],
    [["cite", "x.txt", " "], 2, "missing words to cite"],
    [["cite", "x.txt", "Ida", "--match", "0"], 2, "It must be a whole number from 1."],
    [["fmt"], 2, "missing required argument 'files'"],
    [["fmt", "/nowhere"], 1, "/nowhere: there is no such file or folder"],
    [["check", "--coverage"], 2, "--coverage needs the texts; add --articles FOLDER"],
  ])("%j is reported without a stack trace", async (args, code, message) => {
    const outcome = await hearsay(args);
    expect(outcome).toMatchObject({ code, stdout: "" });
    expect(outcome.stderr).toContain(message);
    expect(outcome.stderr).not.toMatch(/^ +at /m);
  });
});
