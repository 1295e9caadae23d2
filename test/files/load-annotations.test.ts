import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { loadAnnotations } from "../../src/files/load-annotations.ts";
import { SHIPPED_SEEDS } from "../../src/files/read-annotations.ts";
import { articleOf, claimOf, ENTITIES, VOCABULARY } from "../annotations/sample.ts";

let root: string;
let folder: string;
let runs = 0;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "hearsay-load-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));
beforeEach(async () => {
  folder = join(root, String(runs++));
  await mkdir(folder);
});

/** Writes files below the test's folder. */
async function write(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** The codes of faults with their paths, relative to the test's folder. */
async function codes(paths: readonly string[], options = {}): Promise<readonly string[]> {
  const { faults } = await loadAnnotations(paths, options);
  return faults.map(({ file, code }) => `${file.replace(`${folder}/`, "")} ${code}`);
}

const WORLD = { "vocabulary.yaml": VOCABULARY, "entities.yaml": ENTITIES };

describe("a file that cannot be read is reported, but not the names it would have declared", () => {
  const claim = articleOf(claimOf(1, "Castell MEETS Ana Lind"), "1");
  test.each<[string, string | Uint8Array, string]>([
    ["a gzip file", Uint8Array.of(0x1f, 0x8b, 8, 0, 0xff), "not-text"],
    ["UTF-16", Buffer.from(`\ufeff${ENTITIES}`, "utf16le"), "not-text"],
    ["a typo in its key", ENTITIES.replace("entities:", "entites:"), "unknown-file"],
    ["a line that is not YAML", ENTITIES.replace("- {", "- [{"), "yaml-syntax"],
  ])("%s", async (_, entities, code) => {
    await write({ "vocabulary.yaml": VOCABULARY, "entities.yaml": entities, "one.yaml": claim });
    expect(new Set(await codes([folder]))).toEqual(new Set([`entities.yaml ${code}`]));
  });

  test("but other faults are reported", async () => {
    const article = claim.replace("MEETS", "MEETZ");
    await write({
      ...WORLD,
      "one.yaml": article,
      "two.yaml": claim.replace("gist:", "gits:").replace("id: 1", "id: ["),
    });
    const reported = await codes([folder]);
    expect(reported).toContain("one.yaml unknown-type");
    expect(reported).toContain("two.yaml yaml-syntax");
  });
});

describe("loadAnnotations", () => {
  test("reads annotation files at any depth, sorted by name, and nothing else", async () => {
    await write({
      ...WORLD,
      "b/one.YML": articleOf(claimOf(1, "Castell MEETS Ana Lind"), "1"),
      "a/two.yaml": articleOf(claimOf(1, "Castell MEETS Ana Lind"), "2"),
      "README.md": "# no annotation",
      "schema/x.yaml": "no: annotation",
      "a/schema/x.yaml": "no: annotation",
      ".git/x.yaml": "no: annotation",
      ".hidden.yaml": "no: annotation",
    });
    const { graph, faults, counts } = await loadAnnotations(folder);
    expect(faults).toEqual([]);
    expect(graph.edges()).toEqual(["2#1", "1#1"]);
    expect(counts).toEqual({ articles: 2, claims: 2, entities: 8, types: 1, verified: undefined });
  });

  test("merges several paths, and reads each file only once", async () => {
    await write({ ...WORLD, "x/a.yaml": articleOf(claimOf(1, "Castell MEETS Ana Lind")) });
    await symlink(join(folder, "x", "a.yaml"), join(folder, "link.yaml"));
    await symlink(folder, join(folder, "x", "loop"));
    const paths = [join(folder, "x", "a.yaml"), folder, join(folder, "link.yaml")];
    expect(await codes(paths)).toEqual([]);
  });

  test("uses the shipped vocabulary if none is given, and the shipped seeds without paths", async () => {
    const entities = "entities:\n  - { name: Kim, type: Person }\n  - { name: Kit, type: Person }\n";
    await write({ "a.yaml": `${articleOf(claimOf(1, "Kim MEETS Kit"))}${entities}` });
    expect(await codes([folder])).toEqual([]);
    const shipped = await loadAnnotations([]);
    expect(shipped.counts.claims).toBeGreaterThan(100);
    expect(shipped.graph.order).toBe((await loadAnnotations(SHIPPED_SEEDS)).graph.order);
  });

  test("reports paths that cannot be read, in their order", async () => {
    await write({ ...WORLD, "not-utf8.yaml": new Uint8Array([0x61, 0xff, 0xfe]), "empty/x.txt": "" });
    const paths = ["gone", "empty", "vocabulary.yaml/x", "not-utf8.yaml"].map((name) => join(folder, name));
    expect(await codes([...paths, "/dev/null"])).toEqual([
      "gone unreadable-file",
      "empty no-annotations",
      "vocabulary.yaml/x unreadable-file",
      "not-utf8.yaml not-text",
      "/dev/null unreadable-file",
    ]);
  });

  test("names the right command for a file that is not an annotation", async () => {
    await write({ "people.csv": "", "claims.JSONL": "", "my text.txt": "", "graph/nodes.arrow": "" });
    const paths = ["people.csv", "claims.JSONL", "my text.txt", "graph/nodes.arrow", "graph"];
    const { faults } = await loadAnnotations(paths.map((name) => join(folder, name)));
    expect(faults.map(({ code, hint }) => [code, hint?.replaceAll(folder, "")])).toEqual([
      ["unknown-file", "import it: hearsay import --nodes FILES --relationships FILES -o FOLDER"],
      ["unknown-file", "import it: hearsay import --nodes FILES --relationships FILES -o FOLDER"],
      ["unknown-file", "begin its annotation: hearsay annotate '/my text.txt'"],
      ["unknown-file", "open its folder with --graph"],
      ["no-annotations", "open a saved graph with --graph /graph"],
    ]);
  });

  test("reports files without read permission", async ({ skip }) => {
    skip(process.getuid?.() === 0, "root may read everything");
    await write(WORLD);
    await chmod(join(folder, "entities.yaml"), 0);
    expect(await codes([folder])).toEqual(["entities.yaml unreadable-file"]);
  });

  test("refuses a file that is too large before reading it", async () => {
    await write({ "large.yaml": new Uint8Array(17_000_000) });
    expect(await codes([folder])).toEqual(["large.yaml file-too-large"]);
  });
});

describe("with a folder of texts", () => {
  test("a missing text is reported at its name in the annotation", async () => {
    await write({ ...WORLD, "a.yaml": articleOf(claimOf(1, "Castell MEETS Ana Lind")), "texts/x.txt": "" });
    const { faults, counts } = await loadAnnotations(folder, { articles: join(folder, "texts") });
    expect(
      faults.map(({ code, message, text, span }) => [code, message, text.slice(span.start, span.end)]),
    ).toEqual([
      ["missing-text", `no text 000.txt in ${folder}/texts: there is no such file or folder`, "000.txt"],
    ]);
    expect(counts.verified).toBe(0);
  });

  test("a text that is not UTF-8 is reported", async () => {
    await write({
      ...WORLD,
      "a.yaml": articleOf(claimOf(1, "Castell MEETS Ana Lind")),
      "000.txt": new Uint8Array([0xe9, 0x20]),
    });
    expect(await codes([folder], { articles: folder })).toEqual(["a.yaml missing-text"]);
  });
});
