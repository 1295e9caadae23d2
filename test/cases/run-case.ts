import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { valueText } from "../../src/values/value-text.ts";
import type { Case } from "./read-cases.ts";

/** What a case gives: its rows with their columns, or the text of its error or plan. */
export type Outcome = string | { readonly columns: string; readonly rows: readonly string[] };

/**
 * What running the case gives, in the form of {@link wanted}.
 *
 * @throws Error where the engine throws something other than a CypherError
 */
export function outcome({ graph, query, parameters, expected }: Case): Outcome {
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

export function wanted({ expected }: Case): Outcome {
  if ("text" in expected) return expected.text;
  const { kind, columns, rows } = expected;
  return { columns: columns.join(" | "), rows: kind === "rows" ? [...rows].sort() : rows };
}

function oneLine(text: string): string {
  return text.replaceAll("\n", "\\n");
}
