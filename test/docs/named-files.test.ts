import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { DOCUMENTS, ROOT, readDocument, tableRows } from "../readme/documents.ts";

/** A path of the project in a table: a file of its sources, or a folder. `*` matches any part of a file's name. */
const PATH = /^[\w.*-]+(?:\/[\w.*-]+)*(?:\.(?:ts|mjs|ne|case|yaml|md)|\/)$/;

/** Paths that are named as examples, and belong to the reader. */
const OF_READERS = ["my-articles/", "FOLDER/"];

function exists(path: string): boolean {
  if (!path.includes("*")) return existsSync(path);
  const pattern = new RegExp(`^${basename(path).replaceAll(".", "\\.").replaceAll("*", ".*")}$`);
  return existsSync(dirname(path)) && readdirSync(dirname(path)).some((file) => pattern.test(file));
}

/** Paths in the tables of a document that name nothing: not in its folder, in the root, nor in the folder of the row. */
function missingPaths(file: string): readonly string[] {
  const folder = join(ROOT, dirname(file));
  return tableRows(readDocument(file)).flatMap((cells) => {
    const inCode = cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code));
    const places = [folder, ROOT, join(folder, inCode[0] ?? "")];
    return inCode
      .filter((code) => PATH.test(code) && !OF_READERS.includes(code))
      .filter((path) => !places.some((place) => exists(join(place, path))));
  });
}

test.each(DOCUMENTS)("the files and folders that the tables of %s name are there", (file) => {
  expect(missingPaths(file)).toEqual([]);
});

test("every folder of tests is listed in test/README.md", () => {
  const listed = tableRows(readDocument("test/README.md")).flatMap(
    ([first = ""]) => first.match(/[\w-]+(?=\/`)/g) ?? [],
  );
  const folders = readdirSync(join(ROOT, "test"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "screenshots")
    .map(({ name }) => name);
  expect(folders.filter((folder) => !listed.includes(folder))).toEqual([]);
});

test("a file that is missing would be found", () => {
  const paths = DOCUMENTS.flatMap((file) =>
    tableRows(readDocument(file)).flatMap((cells) => cells.join(" ").match(/`[^`]+`/g) ?? []),
  ).filter((code) => PATH.test(code.slice(1, -1)));
  expect(paths.length).toBeGreaterThan(80);
  expect(exists(join(ROOT, "grammar/gone.ne"))).toBe(false);
  expect(exists(join(ROOT, "grammar/*.gone"))).toBe(false);
});
