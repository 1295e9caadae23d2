import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { formatRows } from "../../src/output/formats.ts";
import { runCommandLine } from "../../src/repl/command-line.ts";
import { loadAnnotations } from "../../src/repl/load-annotations.ts";
import { printEvidence } from "../../src/repl/print-evidence.ts";
import { parseAll } from "../../src/syntax/parse.ts";

const root = resolve(import.meta.dirname, "../..");
const readme = readFileSync(resolve(root, "README.md"), "utf8");
const { graph } = await loadAnnotations(resolve(root, "seeds"));

/** `$ hearsay query -c 'QUERY'` and the output below it, up to the end of the block. */
const sessions = [...readme.matchAll(/^\$ hearsay query -c '(.+)'( --evidence)?\n([\s\S]*?)^```/gm)].map(
  ([, query = "", evidence, output = ""]) => ({ query, evidence: evidence !== undefined, output }),
);

test("the README shows sessions", () => {
  expect(sessions.length).toBeGreaterThanOrEqual(4);
  expect(sessions.filter(({ evidence }) => evidence)).toHaveLength(1);
});

describe.each(sessions)("$query", ({ query, evidence, output }) => {
  test("prints what the README shows", async () => {
    expect(printed(query) + (evidence ? await printedEvidence(query) : "")).toBe(output);
  });
});

describe("the session on large graphs", () => {
  const [, block = ""] = /^## Large graphs\n[\s\S]*?^```console\n([\s\S]*?)^```/m.exec(readme) ?? [];
  const commands = [...block.matchAll(/^\$ (.+)\n((?:(?!\$ ).*\n)*)/gm)].map(
    ([, command = "", output = ""]) => ({
      words: [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? ""),
      output,
    }),
  );
  const folder = mkdtempSync(join(tmpdir(), "hearsay-readme-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("has a file, an import and a query", () => {
    expect(commands.map(({ words }) => words.slice(0, 2).join(" "))).toEqual([
      "cat examples/import/claims.csv",
      "hearsay import",
      "hearsay query",
    ]);
  });

  test("prints what the README shows", async () => {
    for (const { words, output } of commands) {
      const [program, ...given] = words;
      if (program === "cat") {
        expect(readFileSync(resolve(root, given[0] ?? ""), "utf8")).toBe(output);
        continue;
      }
      const args = given.map((word) =>
        word === "harbour" ? join(folder, word) : word.startsWith("examples/") ? resolve(root, word) : word,
      );
      const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
      const code = await runCommandLine(args, { stdin, stdout, stderr, environment: {} });
      const printed = String(stdout.read() ?? "") || String(stderr.read() ?? "");
      expect({ code, printed: printed.replace(folder + sep, "").replace(/[\d.]+ s$/m, "0.0 s") }).toEqual({
        code: 0,
        printed: output,
      });
    }
  });
});

test("every extension of the README has one parse", () => {
  const table = readme.slice(readme.indexOf("| extension |"), readme.indexOf("| to | write |"));
  const queries = [...table.matchAll(/`([^`]*\([^`]+)`/g)].map(([, query = ""]) => query);
  expect(queries.length).toBeGreaterThanOrEqual(4);
  for (const query of queries) expect(parseAll(query), query).toHaveLength(1);
});

async function printedEvidence(query: string): Promise<string> {
  const stdout = new PassThrough();
  const terminal = { stdin: new PassThrough(), stdout, stderr: new PassThrough(), environment: {} };
  const engine = new Engine(graph);
  await printEvidence(engine, engine.run(query, {}, { evidence: true }), { terminal, articles: undefined });
  return String(stdout.read());
}

function printed(query: string): string {
  try {
    return formatRows(new Engine(graph).run(query), "table");
  } catch (error) {
    if (error instanceof CypherError) return `${error.render()}\n`;
    throw error;
  }
}
