import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { runCommandLine } from "../../src/cli/command-line.ts";
import { printEvidence } from "../../src/cli/print-evidence.ts";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { loadAnnotations } from "../../src/files/load-annotations.ts";
import { formatRows } from "../../src/output/rows/formats.ts";
import { parseAll } from "../../src/syntax/parse.ts";
import { hearsayProcess } from "../cli/built-program.ts";

const root = resolve(import.meta.dirname, "../..");
const readme = readFileSync(resolve(root, "README.md"), "utf8");
const { graph } = await loadAnnotations(resolve(root, "seeds"));

/** `$ hearsay query -c 'QUERY'` and the output below it, up to the end of the block. */
const sessions = [...readme.matchAll(/^\$ hearsay query -c '(.+)'( --evidence)?\n([\s\S]*?)^```/gm)].map(
  ([, query = "", evidence, output = ""]) => ({ query, evidence: evidence !== undefined, output }),
);

interface Command {
  readonly words: readonly string[];
  readonly output: string;
}

/** The commands of a session, each with its output. */
function commandsOf(block: string): readonly Command[] {
  return [...block.matchAll(/^\$ (.+)\n((?:(?!\$ ).*\n)*)/gm)].map(([, command = "", output = ""]) => ({
    words: [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? ""),
    output,
  }));
}

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
  const commands = commandsOf(block);
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

describe("the example of a custom article", () => {
  const [section = ""] = /^## Annotate an article of your own\n[\s\S]*?(?=^## )/m.exec(readme) ?? [];
  const blocks = [...section.matchAll(/^```(console|yaml)\n([\s\S]*?)^```/gm)].map(
    ([, language = "", text = ""]) => ({ language, text }),
  );
  const folder = mkdtempSync(join(tmpdir(), "hearsay-readme-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const annotation = join(folder, "my-articles", "harbour.yaml");

  /** Writes the YAML of the README to its file, with the hashes in full. */
  function writeYaml(yaml: string): void {
    const text = readFileSync(join(folder, "texts", "harbour.txt"), "utf8");
    const hash = (words: string) => createHash("sha256").update(words).digest("hex");
    const inFull = yaml
      .replace(
        /(start: (\d+), end: (\d+), sha256: )(\w+)…/g,
        (_, head: string, start, end, shown: string) => {
          const full = hash(text.slice(Number(start), Number(end)));
          expect(full.slice(0, 4)).toBe(shown);
          return head + full;
        },
      )
      .replace(/sha256: (\w+)…/, () => `sha256: ${hash(text)}`);
    if (yaml.startsWith("article:")) writeFileSync(annotation, inFull);
    else if (yaml.startsWith("types:")) writeFileSync(join(folder, "my-articles", "types.yaml"), inFull);
    else writeFileSync(annotation, readFileSync(annotation, "utf8") + inFull);
  }

  test("is annotated, checked and queried as the README shows", async () => {
    mkdirSync(join(folder, "texts"));
    mkdirSync(join(folder, "my-articles"));
    for (const { language, text } of blocks) {
      if (language === "yaml") writeYaml(text);
      else for (const command of commandsOf(text)) await expectOutput(command);
    }
    const checked = await hearsayProcess(
      ["check", "my-articles", "--articles", "texts", "--coverage", "--strict"],
      "",
      folder,
    );
    expect(checked.stdout).toMatch(/^0 faults$/m);
  });

  async function expectOutput({ words: [program, ...args], output }: Command): Promise<void> {
    if (program === "cat") {
      writeFileSync(join(folder, args[0] ?? ""), output);
      return;
    }
    expect((await hearsayProcess(args, "", folder)).stdout).toBe(output);
  }
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
