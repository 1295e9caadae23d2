import { readFileSync } from "node:fs";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { printableText } from "../../src/diagnostics/printable-text.ts";
import { Engine } from "../../src/engine.ts";
import { fromJavaScript } from "../../src/values/from-javascript.ts";
import { valueText } from "../../src/values/value-text.ts";

/**
 * Runs cases that others wrote, one JSON object a line: `npm run cases -- FILE...`.
 *
 * The steps of a case run one after another on an empty graph and one engine. A step expects `rows` (in any order), an
 * `error` (its detail), or only to succeed.
 */
interface OutsideCase {
  readonly name: string;
  readonly steps: readonly Step[];
}

interface Step {
  readonly query: string;
  readonly rows?: readonly (readonly unknown[])[];
  readonly error?: string;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error("usage: npm run cases -- FILE...\nEach line of a FILE is a case in JSON.");
  process.exit(2);
}

let passed = 0;
let failed = 0;
for (const file of files) {
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const one = JSON.parse(line) as OutsideCase;
    const failure = run(one);
    if (failure === undefined) passed++;
    else {
      failed++;
      console.log(printableText(`FAILED ${one.name}\n  ${failure.replaceAll("\n", "\n  ")}\n`));
    }
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** What the first wrong step gave; undefined if all are right. */
function run({ steps }: OutsideCase): string | undefined {
  const engine = new Engine();
  for (const step of steps) {
    const expected = expectation(step);
    const actual = outcome(engine, step);
    if (expected === undefined ? actual.startsWith("error ") : actual !== expected) {
      return `${step.query.slice(0, 200)}\ngave ${actual}\nexpected ${expected ?? "no error"}`;
    }
  }
  return undefined;
}

function expectation({ rows, error }: Step): string | undefined {
  if (error !== undefined) return `error ${error}`;
  return rows && rowsText(rows.map((row) => row.map((value) => valueText(fromJavaScript(value)))));
}

function outcome(engine: Engine, { query, error }: Step): string {
  try {
    return rowsText(engine.run(queryText(query)).rows.map((row) => row.map(valueText)));
  } catch (thrown) {
    if (!(thrown instanceof CypherError)) throw thrown;
    return `error ${thrown.detail}${error === undefined ? `\n${thrown.render()}` : ""}`;
  }
}

function rowsText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.join(" | ")).sort();
  return [`${lines.length} rows`, ...lines].join("\n");
}

/** `@clauses n` is short for n CREATE clauses. */
function queryText(query: string): string {
  const [, count] = /^@clauses (\d+)$/.exec(query) ?? [];
  if (count === undefined) return query;
  return Array.from({ length: Number(count) }, (_, at) => `CREATE (n${at}:T {i: ${at}})`).join(" ");
}
