import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { formatRows } from "../../src/output/formats.ts";
import { loadAnnotations } from "../../src/repl/load-annotations.ts";
import { parseAll } from "../../src/syntax/parse.ts";

const root = resolve(import.meta.dirname, "../..");
const readme = readFileSync(resolve(root, "README.md"), "utf8");
const { graph } = await loadAnnotations(resolve(root, "seeds"));

/** `$ hearsay query -c 'QUERY'` and the output below it, up to the end of the block. */
const sessions = [...readme.matchAll(/^\$ hearsay query -c '(.+)'\n([\s\S]*?)^```/gm)].map(
  ([, query = "", output = ""]) => ({
    query,
    output,
  }),
);

test("the README shows sessions", () => {
  expect(sessions.length).toBeGreaterThanOrEqual(3);
});

describe.each(sessions)("$query", ({ query, output }) => {
  test("prints what the README shows", () => {
    expect(printed(query)).toBe(output);
  });
});

test("every extension of the README has one parse", () => {
  const table = readme.slice(readme.indexOf("| extension |"), readme.indexOf("| to | write |"));
  const queries = [...table.matchAll(/`([^`]*\([^`]+)`/g)].map(([, query = ""]) => query);
  expect(queries.length).toBeGreaterThanOrEqual(4);
  for (const query of queries) expect(parseAll(query), query).toHaveLength(1);
});

function printed(query: string): string {
  try {
    return formatRows(new Engine(graph).run(query), "table");
  } catch (error) {
    if (error instanceof CypherError) return `${error.render()}\n`;
    throw error;
  }
}
