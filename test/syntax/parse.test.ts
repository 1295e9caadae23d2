import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import nearley from "nearley";
import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import compiledGrammar from "../../src/syntax/generated/grammar.js";
import { tokenFeed } from "../../src/syntax/lexer.ts";
import { markTokens } from "../../src/syntax/mark-tokens.ts";
import { parseAll } from "../../src/syntax/parse.ts";
import { splitStatements } from "../../src/syntax/split-statements.ts";
import { tokenize } from "../../src/syntax/tokenize.ts";
import { readCases } from "../cases/read-cases.ts";

const ROOT = join(import.meta.dirname, "../..");

/** Every query in tests and examples, by file. */
const FILES: readonly [string, readonly string[]][] = [
  ...filesIn("test/cases", ".case").map((path): [string, string[]] => [
    path,
    readCases(read(path)).flatMap(({ graph, query }) => [...graph, query]),
  ]),
  ...filesIn("examples", ".cypher").map((path): [string, string[]] => [path, splitStatements(read(path))]),
];

function filesIn(folder: string, ending: string): string[] {
  const names = readdirSync(join(ROOT, folder));
  return names.filter((name) => name.endsWith(ending)).map((name) => `${folder}/${name}`);
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

test.each(FILES)("every query of %s has exactly one parse, or is an error", (_, queries) => {
  expect(queries.length).toBeGreaterThan(0);
  for (const query of queries) expect({ query, readings: readings(query) }).toEqual({ query, readings: 1 });
});

/** The number of parses of a query; 1 for an invalid query. */
function readings(query: string): number {
  try {
    return parseAll(query).length;
  } catch (error) {
    if (error instanceof CypherError) return 1;
    throw error;
  }
}

/** The number of states that the parser keeps, which is proportional to its work. */
function statesOf(query: string): number {
  const grammar = nearley.Grammar.fromCompiled(compiledGrammar as unknown as nearley.CompiledRules);
  const tokens = markTokens(tokenize(query));
  const parser = new nearley.Parser(grammar, {
    lexer: tokenFeed(tokens) as unknown as nearley.Lexer,
    keepHistory: true,
  });
  parser.feed(query);
  const { table } = parser as unknown as { table: { states: unknown[] }[] };
  return table.reduce((sum, { states }) => sum + states.length, 0);
}

describe("parsing time is linear in the length of the query", () => {
  test.each<[string, (parts: number) => string]>([
    ["a sum", (parts) => `RETURN 1${" + 1".repeat(parts)}`],
    ["a conjunction", (parts) => `RETURN true${" AND a.x = 1".repeat(parts)}`],
    ["a list", (parts) => `RETURN [1${", 1".repeat(parts)}]`],
    ["a map", (parts) => `RETURN {a: 1${", a: 1".repeat(parts)}}`],
    ["a path", (parts) => `MATCH (a)${"-[:T]->(b)".repeat(parts)} RETURN 1`],
    ["a path in an expression", (parts) => `MATCH (a) WHERE (a)${"-[r]-(b)".repeat(parts)} RETURN 1`],
    ["patterns", (parts) => `MATCH (a)${", (b)-->(c)".repeat(parts)} RETURN 1`],
    ["clauses", (parts) => `${"MATCH (a) WITH a ".repeat(parts)}RETURN a`],
    ["columns", (parts) => `RETURN a.b AS c${", a.b AS c".repeat(parts)}`],
    ["properties of properties", (parts) => `RETURN a${".b".repeat(parts)}`],
    ["UNION", (parts) => `RETURN 1${" UNION RETURN 1".repeat(parts)}`],
    ["CASE", (parts) => `RETURN CASE${" WHEN a THEN b".repeat(parts)} END`],
    ["nested brackets", (parts) => `RETURN ${"(".repeat(parts)}1${")".repeat(parts)}`],
    ["nested lists", (parts) => `RETURN ${"[".repeat(parts)}1${"]".repeat(parts)}`],
    ["nested calls", (parts) => `RETURN ${"f(".repeat(parts)}1${")".repeat(parts)}`],
  ])("%s", (_, query) => {
    const [few, some, many] = [statesOf(query(20)), statesOf(query(40)), statesOf(query(80))];
    // 40 more parts need twice as many new states as 20 more parts.
    expect((many - some) / (some - few)).toBeCloseTo(2, 1);
  });
});
