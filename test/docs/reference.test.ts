import { readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { OPERATORS } from "../../src/functions/operators.ts";
import { FUNCTIONS } from "../../src/functions/registry.ts";
import { parseAll } from "../../src/syntax/parse.ts";
import { printStatement } from "../../src/syntax/print-tree.ts";
import { valueText } from "../../src/values/value-text.ts";
import { generateReference } from "./generate-reference.ts";

const FILE = resolve(import.meta.dirname, "../../grammar/reference.md");
const written = readFileSync(FILE, "utf8");
if (process.env["UPDATE_DOCS"] === "1") writeFileSync(FILE, generateReference(written));
const text = readFileSync(FILE, "utf8");

/** UPDATE_DOCS=1 updates the generated parts. */
test("the generated parts are up to date", () => {
  expect(text, "run: UPDATE_DOCS=1 npx vitest run test/docs").toBe(generateReference(text));
});

test("every function and operator is documented", () => {
  for (const { signature } of FUNCTIONS) expect(text).toContain(`| \`${signature.replace(/\(.*/, "")}(`);
  const operators = section("Expressions");
  for (const operator of Object.keys(OPERATORS)) expect(operators).toContain(`\`${operator}\``);
});

test("every internal link leads to a heading", () => {
  const anchors = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
  const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) expect(anchors).toContain(link);
});

/** Rows `| … expression | gives |`: the result is the text of a value, or the code of an error. */
const examples = text
  .split(/\n\n+/)
  .filter((block) => /^\|.* expression \| gives \|\n/.test(block))
  .flatMap((block) => block.split("\n").slice(2))
  .map((row) => cells(row).slice(-2))
  .map(([expression = "", gives = ""]) => ({ expression: uncoded(expression), gives: uncoded(gives) }));

test("there are many examples of expressions", () => {
  expect(examples.length).toBeGreaterThan(80);
});

test.each(examples)("$expression gives $gives", ({ expression, gives }) => {
  expect(outcome(expression)).toBe(gives);
});

/** The first block creates the graph for the others. */
const [graph = "", ...queries] = [...text.matchAll(/^```cypher\n([\s\S]*?)^```/gm)].map(
  ([, query = ""]) => query,
);

describe.each(queries)("%s", (query) => {
  test("has one parse, and returns rows or changes the graph", () => {
    expect(parseAll(query)).toHaveLength(1);
    const { rows, stats } = exampleEngine().run(query, { most: 1 });
    expect(rows.length + Object.values(stats).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });
});

test("the patterns parse", () => {
  const table = section("Patterns").match(/^\| `.*/gm) ?? [];
  const patterns = table.flatMap((row) => [...(cells(row)[0] ?? "").matchAll(/`([^`]+)`/g)]);
  expect(patterns.length).toBeGreaterThan(15);
  for (const [, pattern = ""] of patterns) {
    const whole = /^[-<]/.test(pattern) ? `()${pattern}()` : pattern;
    expect(parseAll(`MATCH ${whole} RETURN 1`), pattern).toHaveLength(1);
  }
});

test("each extension means the plain query next to it", () => {
  const table = section("Implementation extensions").match(/^\| `.*/gm) ?? [];
  expect(table.length).toBeGreaterThanOrEqual(3);
  const engine = exampleEngine();
  engine.run("CREATE (:Person {name: 'Volodymyr Zelensky', aliases: ['Zelensky']})-[:VISITS]->(:City)");
  engine.run("MATCH (a {name: 'Ann'}), (b {name: 'Bob'}) CREATE (a)-[:KNOWS {claimant: 'Bob'}]->(b)");
  for (const row of table) {
    const [plain = "", extended = ""] = cells(row).map(uncoded);
    const explained = engine.run(`EXPLAIN ${extended}`).rows.map(([line]) => line);
    const printed = printStatement(parseAll(plain)[0] ?? expect.fail(plain)).split("\n");
    expect(explained.slice(0, printed.length)).toEqual(printed);
    expect(engine.run(extended).rows).toEqual(engine.run(plain).rows);
    expect(engine.run(extended).rows).not.toEqual([]);
  }
});

function exampleEngine(): Engine {
  const engine = new Engine();
  engine.registerProcedure({
    name: "claims.about",
    parameters: [{ name: "name", type: "String" }],
    columns: [{ name: "claim", type: "String" }],
    run: ([name]) => [[`${name} is well`]],
  });
  engine.run(graph);
  return engine;
}

function outcome(expression: string): string {
  try {
    const [row = []] = new Engine().run(`RETURN ${expression}`).rows;
    return valueText(row[0] ?? null);
  } catch (error) {
    if (error instanceof CypherError) return `error ${error.code}`;
    throw error;
  }
}

function section(heading: string): string {
  const start = text.indexOf(`\n## ${heading}\n`);
  expect(start).toBeGreaterThan(0);
  const end = text.indexOf("\n## ", start + 1);
  return text.slice(start, end === -1 ? undefined : end);
}

function cells(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll("\\|", "|"));
}

/** Without the backquotes of code. */
function uncoded(cell: string): string {
  return cell.replaceAll("`", "");
}
