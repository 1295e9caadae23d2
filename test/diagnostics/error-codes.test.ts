import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { ERROR_CODES } from "../../src/diagnostics/error-codes.ts";
import { Engine } from "../../src/engine.ts";
import { readCases } from "../cases/read-cases.ts";

const CASES = join(import.meta.dirname, "../cases");

/** Codes that a case file cannot raise, and functions that raise them. */
const OTHERS: Readonly<Record<string, () => void>> = {
  QueryTooLong: () => new Engine().run(`RETURN '${"x".repeat(300_000)}'`),
  InvalidParameterValue: () => new Engine().run("RETURN $f", { f: () => 1 }),
  ResourceExhausted: () => new Engine().run("UNWIND [1, 2] AS x RETURN x", {}, { maxRows: 1 }),
  EvidenceNotKept: () => new Engine().run("CREATE (n) RETURN n").evidence(0),
  InvalidArgumentPassingMode: () => {
    const engine = new Engine();
    engine.registerProcedure({
      name: "one",
      parameters: [{ name: "x", type: "Any" }],
      columns: [],
      run: () => [],
    });
    engine.run("WITH 1 AS x CALL one RETURN x");
  },
};

test("every code is raised by a case, and every code of a case is in the table", () => {
  const raised = new Set<string>();
  for (const file of readdirSync(CASES).filter((name) => name.endsWith(".case"))) {
    for (const one of readCases(readFileSync(join(CASES, file), "utf8"))) {
      if (one.expected.kind !== "error") continue;
      const engine = new Engine();
      for (const statement of one.graph) engine.run(statement);
      for (const { code } of errorsOf(() => engine.run(one.query, one.parameters))) raised.add(code);
    }
  }
  for (const [expected, run] of Object.entries(OTHERS)) {
    for (const { code } of errorsOf(run)) {
      expect(code).toBe(expected);
      raised.add(code);
    }
  }
  expect(Object.keys(ERROR_CODES).filter((code) => !raised.has(code))).toEqual([]);
});

function errorsOf(run: () => void): CypherError[] {
  try {
    run();
  } catch (error) {
    if (error instanceof CypherError) return [error, ...error.others];
    throw error;
  }
  return [];
}

test("every code has a unique meaning", () => {
  const meanings = Object.values(ERROR_CODES).map(({ meaning }) => meaning);
  expect(new Set(meanings).size).toBe(meanings.length);
  for (const meaning of meanings) expect(meaning).toMatch(/^[a-zA-Z\\*].{10,}[^.]$/);
});
