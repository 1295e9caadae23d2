import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sha256Hex } from "../../src/annotations/sha256-hex.ts";
import type { Claim } from "../../src/claims/claim.ts";
import { ArticleTexts, articleTexts } from "../../src/cli/article-texts.ts";
import { Engine } from "../../src/engine.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";

const TEXT = "First line 🌍.\nNorland arms the south.\n";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-texts-"));
  writeFileSync(join(folder, "a1.txt"), TEXT);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function found(file: string, words: string, hashed = words): Promise<unknown> {
  const graph = new MultiDirectedGraph();
  graph.addNode("a", { labels: ["Article"], file });
  const start = [...TEXT.slice(0, TEXT.indexOf(words))].length;
  graph.addEdgeWithKey("c", "a", "a", {
    type: "T",
    article: "a",
    start,
    end: start + [...words].length,
    sha256: await sha256Hex(hashed),
  });
  const claims: Claim[] = new Engine(graph).claims().groups(["c"])[0]?.claims.slice() ?? [];
  return (await new ArticleTexts(folder).passages(claims)).get("c");
}

test("the words of a passage are found by code points, with their line", async () => {
  expect(await found("a1.txt", "Norland arms")).toEqual({ kind: "words", words: "Norland arms", line: 2 });
  expect(await found("a1.txt", "line 🌍")).toMatchObject({ words: "line 🌍", line: 1 });
});

test("words that differ from the annotated ones are not shown", async () => {
  expect(await found("a1.txt", "Norland arms", "Norland harms")).toEqual({
    kind: "missing",
    reason: "its text differs from the text that was annotated",
  });
});

test("a missing text is reported, and no text outside the folder is read", async () => {
  expect(await found("gone.txt", "Norland")).toMatchObject({
    reason: expect.stringContaining("no text gone.txt"),
  });
  expect(await found("../a1.txt", "Norland")).toMatchObject({ reason: expect.stringContaining("outside") });
});

test("the folder may come from the environment", () => {
  expect(articleTexts(undefined, {})).toBeUndefined();
  expect(articleTexts(undefined, { HEARSAY_ARTICLES: "x" })).toBeInstanceOf(ArticleTexts);
  expect(articleTexts("y", {})).toBeInstanceOf(ArticleTexts);
});
