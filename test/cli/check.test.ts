import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCheck } from "../../src/cli/commands/check.ts";
import { SHIPPED_SEEDS } from "../../src/files/read-annotations.ts";
import { articleOf, claimOf, ENTITIES, VOCABULARY } from "../annotations/sample.ts";

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "hearsay-check-"));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** The output of `hearsay check`, without the path of the test's folder, and its exit code. */
async function check(
  paths: readonly string[],
  options = {},
): Promise<{ code: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const code = await runCheck(paths, options, {
    out: (text) => {
      written.out += text.replaceAll(`${root}/`, "");
    },
    err: (text) => {
      written.err += text;
    },
  });
  return { code, ...written };
}

describe("the shipped seeds", () => {
  test("have no faults, five articles and at least 125 claims", async () => {
    const { code, out, err } = await check([]);
    expect(err).toBe("checking the annotations that come with Hearsay; name a folder to check your own\n");
    const [, claims] =
      /^5 articles, (\d+) claims, \d+ entities, \d+ relationship types used$/m.exec(out) ?? [];
    expect(Number(claims)).toBeGreaterThanOrEqual(125);
    expect(out).toMatch(/^passages not verified: add --articles FOLDER\n0 faults(, \d+ warnings?.*)?\n$/m);
    expect(code).toBe(0);
  });

  const texts = fileURLToPath(new URL("../../../shared/articles", import.meta.url));
  test("agree with the articles' texts", async ({ skip }) => {
    skip(!existsSync(texts), "the articles' texts are copyrighted and not available here");
    const { code, out } = await check([SHIPPED_SEEDS], { articles: texts });
    const [, claims] = /(\d+) claims/.exec(out) ?? [];
    const [, passages] = /^(\d+) passages verified\n0 faults\b/m.exec(out) ?? [];
    expect(Number(passages)).toBeGreaterThanOrEqual(Number(claims));
    expect(code).toBe(0);
  });
});

/** Invented, like its annotations. */
const TEXT = "Lind met Castell 🐟 on Friday.\nCastell denied it.\n";

/** An annotation of {@link TEXT}, with its claims on known lines. */
function annotation(): string {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const first = `passage: { start: 0, end: 16, sha256: ${hash("Lind met Castell")} }`;
  const second = `passage: { start: 30, end: 47, sha256: ${hash("Castell denied it")} }`;
  const claims = [
    claimOf(1, "President Lind MEETS Castell", "when: 2025-05-07").replace(/passage.*/, first),
    claimOf(2, "Castell MEETS Ana Lind", "claimant: Castell\nstance: denied\nanswers: 1").replace(
      /passage.*/,
      second,
    ),
  ];
  return articleOf(claims.join("\n"))
    .replace(/sha256: \w+/, `sha256: ${hash(TEXT)}`)
    .replace("length: 400", `length: ${[...TEXT].length}`);
}

async function writeWorld(name: string): Promise<string> {
  const folder = join(root, name);
  await mkdir(join(folder, "texts"), { recursive: true });
  await writeFile(join(folder, "vocabulary.yaml"), VOCABULARY);
  // Without the alias that two entities share, so that there are no warnings.
  await writeFile(
    join(folder, "entities.yaml"),
    ENTITIES.replace("Journalist, aliases: [Lind]", "Journalist"),
  );
  await writeFile(join(folder, "000.yaml"), annotation());
  await writeFile(join(folder, "texts", "000.txt"), TEXT);
  return folder;
}

/** Replaces `sound`, which occurs once in the file, by `spoilt`. */
async function spoil(file: string, sound: string | RegExp, spoilt: string): Promise<void> {
  const text = await readFile(file, "utf8");
  expect(text.match(sound)).not.toBeNull();
  await writeFile(file, text.replace(sound, spoilt));
}

describe("a small world", () => {
  test("has no faults", async () => {
    const folder = await writeWorld("sound");
    expect(await check([folder], { articles: join(folder, "texts") })).toEqual({
      code: 0,
      out: "1 article, 2 claims, 8 entities, 1 relationship type used\n2 passages verified\n0 faults\n",
      err: "",
    });
  });

  test("reports an undeclared name once, with all its lines", async () => {
    const folder = await writeWorld("undeclared");
    await spoil(join(folder, "entities.yaml"), /.*Bo Castell.*\n/, "");
    const { out } = await check([folder]);
    expect(out.match(/no entity is called Castell/g)).toHaveLength(1);
    expect(out).toContain("\n   also at undeclared/000.yaml:14, 15\n");
    expect(out).toMatch(/^3 faults$/m);
  });

  test("reports a spoilt alias, date, triple and character of the text, each at its line", async () => {
    const folder = await writeWorld("spoilt");
    await spoil(join(folder, "entities.yaml"), "President Lind", "Presidnt Lind");
    await spoil(join(folder, "000.yaml"), "2025-05-07", "2025-05-32");
    await spoil(join(folder, "000.yaml"), "Castell MEETS Ana Lind", "Castell METS Ana Lind");
    await spoil(join(folder, "texts", "000.txt"), "denied", "decied");
    const { code, out } = await check([folder], { articles: join(folder, "texts") });
    expect(out.replace(/[0-9a-f]{64}/g, "HASH")).toMatchInlineSnapshot(`
      "spoilt/000.yaml:5:11: error: the article's text is not the one that was annotated [article-changed]
      5 |   sha256: HASH
        |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         check the claims against it; its sha256 is HASH
      spoilt/000.yaml:9:13: error: no entity is called President Lind [unknown-entity]
      9 |     triple: President Lind MEETS Castell
        |             ^^^^^^^^^^^^^^
         did you mean Presidnt Lind?
      spoilt/000.yaml:10:20: error: when: 2025-05-32 is not a date [bad-date]
      10 |     when: 2025-05-32
         |                    ^
         dates are EDTF, such as 2025-05-07, 2025-05, 2025-05-07/2025-05-10, 2025-05-07/.. or 2025-05~
      spoilt/000.yaml:14:21: error: no relationship type METS [unknown-type]
      14 |     triple: Castell METS Ana Lind
         |                     ^^^^
         did you mean MEETS?
      spoilt/000.yaml:19:44: error: the article's text from 30 to 47 is not the passage that was annotated [passage-changed]
      19 |     passage: { start: 30, end: 47, sha256: 3c4136484ef836e84c3d543bbf0a435a189a85aed7f897b94b27b267b…
         |                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         the text there is: Castell decied it (sha256 HASH)

      1 article, 0 claims, 8 entities, 0 relationship types used
      1 passage verified
      5 faults
      "
    `);
    expect(code).toBe(1);
  });

  test("a warning does not fail", async () => {
    const folder = await writeWorld("warned");
    await spoil(join(folder, "000.yaml"), "answers: 1", "answers: 001#1");
    const { code, out } = await check([folder]);
    expect(out).toContain("000.yaml:17:14: warning: the article 001 is not loaded [absent-article]");
    expect(out).toMatch(/\n0 faults, 1 warning\n$/);
    expect(code).toBe(0);
  });
});

describe("a possible mistake", () => {
  test("is counted, is listed with --verbose, and is a fault with --strict", async () => {
    const folder = await writeWorld("doubtful");
    await spoil(join(folder, "entities.yaml"), "Bo Castell", "Northland Ana");
    await spoil(join(folder, "entities.yaml"), /$/, "  - { name: Ana Northland, type: Country }\n");
    const counted = await check([folder]);
    expect(counted.out).toMatch(/used\npassages .*\n0 faults, 1 warning \(--verbose lists them\)\n$/);
    expect(counted.code).toBe(0);
    const verbose = await check([folder], { verbose: true });
    expect(verbose.out).toContain(
      "warning: Ana Northland is almost the same name as Northland Ana (doubtful/entities.yaml:3)",
    );
    expect(verbose.out).toMatch(/\n0 faults, 1 warning\n$/);
    expect(verbose.code).toBe(0);
    const strict = await check([folder], { strict: true });
    expect(strict.out).toContain(
      "entities.yaml:10:13: error: Ana Northland is almost the same name as Northland Ana",
    );
    expect(strict.out).toMatch(/\n1 fault\n$/);
    expect(strict.code).toBe(1);
  });

  test("may be a name that is not in the passage, if the texts are given", async () => {
    const folder = await writeWorld("unnamed");
    await spoil(
      join(folder, "000.yaml"),
      "President Lind MEETS Castell",
      "Ida Lind MEETS Government of Northland",
    );
    const { out } = await check([folder], { articles: join(folder, "texts"), verbose: true });
    expect(out).toContain("claim 1: Government of Northland is not named in the passage or shortly before");
  });
});

describe("coverage", () => {
  const hash = (text: string) => createHash("sha256").update(text).digest("hex");
  const end = `  - reason: no-claim\n    passage: { start: 30, end: 48, sha256: ${hash("Castell denied it.")} }\n`;

  test("reports sentences without a claim or an omission at their position in the text, and fails", async () => {
    const folder = await writeWorld("overlooked");
    await spoil(join(folder, "texts", "000.txt"), /$/, "Who\u001b[2J knows?\n");
    const { code, out } = await check([folder], { articles: join(folder, "texts"), coverage: true });
    expect(out).toContain(
      `overlooked/texts/000.txt:3:1: error: the sentence has no claim and no omission [overlooked-sentence]
3 | Who\\u001b[2J knows?
  | ^^^^^^^^^^^^^^^^^^^
   add a claim or an omission with passage: { start: 49, end: 63, sha256: ${hash("Who\u001b[2J knows?")} }
`,
    );
    expect(out).toContain("\n000: 3 sentences: 2 claimed (75 % of their words), 0 omitted, 1 overlooked\n");
    expect(code).toBe(1);
  });

  test("is complete if an omission gives the reason", async () => {
    const folder = await writeWorld("covered");
    await spoil(join(folder, "000.yaml"), /\n {2}- id: 2[\s\S]*$/, `\nomissions:\n${end}`);
    const { code, out } = await check([folder], { articles: join(folder, "texts"), coverage: true });
    expect(out).toContain(
      "\n000: 2 sentences: 1 claimed (60 % of their words), 1 omitted (1 no-claim), 0 overlooked\n",
    );
    expect(out).toContain("\n2 passages verified\n");
    expect(code).toBe(0);
  });

  test("verifies the passages of omissions", async () => {
    const folder = await writeWorld("moved");
    await spoil(join(folder, "000.yaml"), /$/, `omissions:\n${end.replace("48", "49")}`);
    const { out } = await check([folder], { articles: join(folder, "texts") });
    expect(out).toContain(
      "the article's text from 30 to 49 is not the passage that was annotated [passage-changed]",
    );
  });
});

test("a spoilt alias, date and triple in a copy of the shipped seeds are reported at their lines", async () => {
  const folder = join(root, "seeds");
  await cp(SHIPPED_SEEDS, folder, { recursive: true });
  const article = join(folder, "articles", "000-xi-to-meet-putin.yaml");
  const lines = (await readFile(article, "utf8")).split("\n");
  const lineOf = (pattern: RegExp) => {
    const at = lines.findIndex((line) => pattern.test(line));
    expect(at).toBeGreaterThan(0);
    return at;
  };
  const triple = lineOf(/^ +(- )?triple: .* MEETS /);
  const date = lineOf(/^ +when: \d{4}-\d\d-\d\d$/);
  const claimant = lineOf(/^ +claimant: \S/);
  lines[triple] = lines[triple]?.replace(" MEETS ", " MEETZ ") ?? "";
  lines[date] = lines[date]?.replace(/-\d\d$/, "-32") ?? "";
  lines[claimant] = lines[claimant]?.replace(/: .*/, ": Qqqqqq") ?? "";
  await writeFile(article, lines.join("\n"));

  const { code, out } = await check([folder]);
  for (const [at, fault] of [
    [triple, "no relationship type MEETZ [unknown-type]"],
    [date, "is not a date [bad-date]"],
    [claimant, "no entity is called Qqqqqq [unknown-entity]"],
  ] as const) {
    const line = out.split("\n").find((candidate) => candidate.includes(fault));
    expect(line).toMatch(new RegExp(`^seeds/articles/000-xi-to-meet-putin.yaml:${at + 1}:\\d+: error: `));
  }
  expect(out).toMatch(/\n3 faults(, .*)?\n$/);
  expect(code).toBe(1);
});

test("file names and contents cannot forge terminal output", async () => {
  const folder = join(root, "evil");
  await mkdir(folder);
  await writeFile(join(folder, "\u001b[2Jx.yaml"), 'entities:\n  - { "\u009bk": 1 }\n');
  const { out, code } = await check([folder]);
  expect(out).toContain("evil/\\u001b[2Jx.yaml:2:7: error: an entity has no key \\u009bk");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters must not be there.
  expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  expect(code).toBe(1);
});
