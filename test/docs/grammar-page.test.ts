import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAll } from "../../src/syntax/parse.ts";
import { ROOT, readDocument, section, tableRows } from "../readme/documents.ts";

const text = readDocument("grammar/README.md");

test("every file of the grammar is listed, and no other", () => {
  const rows = tableRows(section(text, "The files of the grammar") ?? "");
  const listed = rows.map(([first = ""]) => /^`(.+\.ne)`$/.exec(first)?.[1]).filter(Boolean);
  const files = readdirSync(join(ROOT, "grammar")).filter((file) => file.endsWith(".ne"));
  expect(listed.sort()).toEqual(files.sort());
});

test("every extension has one parse", () => {
  const rows = tableRows(section(text, "Extensions") ?? "");
  const queries = rows.flatMap(([, example = ""]) =>
    [...example.matchAll(/`([^`]*\([^`]+)`/g)].map(([, query = ""]) => query),
  );
  expect(queries.length).toBeGreaterThanOrEqual(4);
  for (const query of queries) expect(parseAll(query), query).toHaveLength(1);
});
