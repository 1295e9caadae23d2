import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";
import { loadAnnotations } from "../../src/files/load-annotations.ts";
import { formatRows } from "../../src/output/rows/formats.ts";
import { parseAll } from "../../src/syntax/parse.ts";

const FOLDER = resolve(import.meta.dirname, "../../examples");
const queries = readdirSync(FOLDER, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".cypher"))
  .sort();

const { graph, faults } = await loadAnnotations(resolve(import.meta.dirname, "../../seeds"));
const engine = new Engine(graph);

test("the seeds are sound, and there are examples", () => {
  expect(faults).toEqual([]);
  expect(queries.length).toBeGreaterThanOrEqual(10);
});

/** The table beside each query is its result. UPDATE_EXAMPLES=1 updates it: read the difference before you keep it. */
describe.each(queries)("%s", (file) => {
  const query = readFileSync(join(FOLDER, file), "utf8");
  const expectedFile = join(FOLDER, file.replace(/\.cypher$/, ".txt"));

  test("begins with its question", () => {
    expect(query).toMatch(/^\/\/ .+[?.]\n/);
  });

  test("has one parse", () => {
    expect(parseAll(query)).toHaveLength(1);
  });

  test("returns the table beside it", () => {
    const result = engine.run(query);
    expect(result.notifications).toEqual([]);
    const table = formatRows(result, "table");
    if (process.env["UPDATE_EXAMPLES"] === "1") writeFileSync(expectedFile, table);
    const expected = readFileSync(expectedFile, "utf8");
    // Without ORDER BY the order of rows says nothing.
    if (/ORDER BY/i.test(query)) expect(table).toBe(expected);
    else expect(table.split("\n").sort()).toEqual(expected.split("\n").sort());
  });
});
