import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { anchorOf, anchors, DOCUMENTS, links, ROOT, readDocument, sections } from "./documents.ts";

const { files } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { files: string[] };

/** npm packs the README, whether it is listed or not. */
function isPacked(file: string): boolean {
  return file === "README.md" || files.some((packed) => file === packed || file.startsWith(`${packed}/`));
}

test("the manual is found", () => {
  expect(DOCUMENTS).toEqual(
    expect.arrayContaining(
      ["", "examples/", "grammar/", "seeds/", "src/", "test/"].map((folder) => `${folder}README.md`),
    ),
  );
});

describe.each(DOCUMENTS)("%s", (file) => {
  test("links to files and headings that exist", () => {
    const broken = links(file).filter(({ file: target, anchor }) => {
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchors(readDocument(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  test("is in the package, and so is what it links to", () => {
    const linked = links(file).map(({ file: target }) => target);
    expect([file, ...linked].filter((path) => !isPacked(path))).toEqual([]);
  });

  test.skipIf(file === "README.md" || file.startsWith(".github/"))("has a table of contents", () => {
    const text = readDocument(file);
    const beforeFirst = text.slice(0, text.indexOf("\n## "));
    const listed = [...beforeFirst.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(listed).toEqual(expect.arrayContaining(sections(text).map(anchorOf)));
  });
});

test("the README has at most 150 lines", () => {
  expect(readDocument("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(150);
});
