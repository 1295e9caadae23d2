import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import { valueText } from "../../src/values/value-text.ts";
import { describeGraph } from "../ways/describe-graph.ts";
import { engineFor, type Way } from "../ways/ways.ts";
import type { Case } from "./read-cases.ts";

/** What a case gives: its rows with their columns, or the text of its error or plan. */
export type Outcome = string | { readonly columns: string; readonly rows: readonly string[] };

/**
 * What running the case gives, in the form of {@link wanted}.
 *
 * @param way what has been read of the graph before; absent, what its statements have
 * @throws Error where the engine throws something other than a CypherError
 */
export function outcome(one: Case, way?: Way): Outcome {
  return run(one, way).outcome;
}

/** The same, and the graph as the case leaves it. */
export function outcomeAndGraph(one: Case, way: Way): { readonly outcome: Outcome; readonly graph: unknown } {
  const { outcome, engine } = run(one, way);
  return { outcome, graph: describeGraph(engine.graph) };
}

function run(one: Case, way: Way | undefined): { readonly outcome: Outcome; readonly engine: Engine } {
  const setUp = new Engine();
  for (const statement of one.graph) setUp.run(statement);
  const engine = way === undefined ? setUp : engineFor(way, setUp.graph, one.query);
  return { engine, outcome: outcomeOf(one, engine) };
}

function outcomeOf({ query, parameters, expected }: Case, engine: Engine): Outcome {
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
