import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { parseAll } from "../../src/syntax/parse.ts";
import { printStatement } from "../../src/syntax/print-tree.ts";
import { valueText } from "../../src/values/value-text.ts";
import { type Case, readCases } from "./read-cases.ts";
import { withoutSpans } from "./without-spans.ts";

const FOLDER = import.meta.dirname;

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".case"))) {
  describe(file, () => {
    test.each(readCases(readFileSync(join(FOLDER, file), "utf8")))("$name", (one) => {
      expect(outcome(one)).toEqual(wanted(one));
      if (one.expected.kind !== "error") expectOneParse(one.query);
    });
  });
}

/** What running the case gives, in the form of {@link wanted}. */
function outcome({ graph, query, parameters, expected }: Case): unknown {
  const engine = new Engine();
  for (const statement of graph) engine.run(statement);
  try {
    const result = engine.run(expected.kind === "plan" ? `EXPLAIN ${query}` : query, parameters);
    const rows = result.rows.map((row) => row.map((value) => oneLine(valueText(value))).join(" | "));
    if (expected.kind === "plan") return result.rows.map(([line]) => line).join("\n");
    return { columns: result.columns.join(" | "), rows: expected.kind === "rows" ? rows.sort() : rows };
  } catch (error) {
    if (error instanceof CypherError) return error.render();
    throw error;
  }
}

function wanted({ expected }: Case): unknown {
  if ("text" in expected) return expected.text;
  const { kind, columns, rows } = expected;
  return { columns: columns.join(" | "), rows: kind === "rows" ? [...rows].sort() : rows };
}

function oneLine(text: string): string {
  return text.replaceAll("\n", "\\n");
}

/** Every query has exactly one reading, and printing it gives a text with the same reading. */
function expectOneParse(query: string): void {
  const readings = parseAll(query);
  expect(readings).toHaveLength(1);
  const [statement] = readings;
  if (statement === undefined) return;
  const printed = parseAll(printStatement(statement));
  expect(printed).toHaveLength(1);
  expect(withoutSpans(printed[0])).toEqual(withoutSpans(statement));
}
