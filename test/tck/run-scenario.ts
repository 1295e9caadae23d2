import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { Engine } from "../../src/engine.ts";
import type { Result } from "../../src/execute/result.ts";
import { valueText } from "../../src/values/value-text.ts";
import { readExpectedValue } from "./expected-value.ts";
import { matchesBag, matchesValue, type Strictness } from "./match-value.ts";
import { parameterValue } from "./parameter-value.ts";
import { procedure } from "./procedure.ts";
import type { Scenario, Step } from "./read-scenarios.ts";
import { type Content, contentOf, type SideEffects, sideEffectsBetween } from "./side-effects.ts";

/** Why a scenario failed: the first of its steps that does not hold. */
export interface Failure {
  readonly step: string;
  readonly reason: string;
}

/** The query that creates each of the kit's named graphs, by name. */
export type NamedGraphs = Readonly<Record<string, string>>;

/**
 * Runs a scenario on an engine of its own. Nothing here needs Node: scenarios run in a browser as well.
 *
 * @returns undefined where every step holds
 */
export function runScenario(scenario: Scenario, graphs: NamedGraphs): Failure | undefined {
  const run = new ScenarioRun(graphs);
  for (const step of scenario.steps) {
    try {
      run.take(step);
    } catch (error) {
      return { step: step.text, reason: error instanceof Error ? failureReason(error) : String(error) };
    }
  }
  return undefined;
}

function failureReason(error: Error): string {
  if (error instanceof CypherError) return error.render();
  return error instanceof Mismatch ? error.message : (error.stack ?? error.message);
}

/** A step that does not hold. */
class Mismatch extends Error {}

class ScenarioRun {
  readonly #engine = new Engine();
  readonly #graphs: NamedGraphs;
  readonly #parameters: Record<string, unknown> = {};
  #before: Content | undefined;
  #outcome: Result | CypherError | undefined;
  #query = "";

  constructor(graphs: NamedGraphs) {
    this.#graphs = graphs;
  }

  take(step: Step): void {
    const { text, table = [], textBlock = "" } = step;
    const error = /^an? (\w+) should be raised at ([a-z ]+): (.+)$/.exec(text);
    const definition = /^there exists a procedure (.+):$/.exec(text);
    const namedGraph = /^the (.+) graph$/.exec(text);
    if (error !== null) this.#expectError(error[1] ?? "", error[2] ?? "", error[3] ?? "");
    else if (text === "an empty graph" || text === "any graph") return;
    else if (definition !== null) this.#engine.registerProcedure(procedure(definition[1] ?? "", table));
    else if (namedGraph !== null) this.#loadGraph(namedGraph[1] ?? "");
    else if (text === "having executed:") this.#engine.run(textBlock);
    else if (text === "parameters are:") this.#setParameters(table);
    else if (text === "executing query:" || text === "executing control query:") this.#execute(textBlock);
    else if (text === "the result should be, in any order:")
      this.#expectRows(table, { rowOrder: false, listOrder: true });
    else if (text === "the result should be, in order:")
      this.#expectRows(table, { rowOrder: true, listOrder: true });
    else if (text === "the result should be (ignoring element order for lists):") {
      this.#expectRows(table, { rowOrder: false, listOrder: false });
    } else if (text === "the result should be, in order (ignoring element order for lists):") {
      this.#expectRows(table, { rowOrder: true, listOrder: false });
    } else if (text === "the result should be empty") this.#expectEmpty();
    else if (text === "no side effects") this.#expectSideEffects({});
    else if (text === "the side effects should be:") {
      this.#expectSideEffects(Object.fromEntries(table.map(([name, count]) => [name ?? "", Number(count)])));
    } else throw new Mismatch("the runner does not know this step");
  }

  #loadGraph(name: string): void {
    const query = this.#graphs[name];
    if (query === undefined) throw new Mismatch(`there is no graph ${name} beside the features`);
    this.#engine.run(query);
  }

  #setParameters(table: readonly (readonly string[])[]): void {
    for (const [name = "", value = ""] of table)
      this.#parameters[name] = parameterValue(readExpectedValue(value));
  }

  #execute(query: string): void {
    this.#before = contentOf(this.#engine.graph);
    this.#query = query;
    try {
      this.#outcome = this.#engine.run(query, this.#parameters);
    } catch (error) {
      if (!(error instanceof CypherError)) throw error;
      this.#outcome = error;
    }
  }

  #result(): Result {
    if (this.#outcome === undefined) throw new Mismatch("no query was run");
    if (this.#outcome instanceof CypherError) throw this.#outcome;
    return this.#outcome;
  }

  #expectError(kind: string, phase: string, detail: string): void {
    const error = this.#outcome;
    if (!(error instanceof CypherError)) {
      throw new Mismatch(`no error was raised by\n${this.#query}`);
    }
    const met = `${error.kind} at ${error.phase}: ${error.detail}`;
    if (met !== `${kind} at ${phase}: ${detail}`) throw new Mismatch(`${met} was raised:\n${error.render()}`);
    if (phase === "compile time") this.#expectSideEffects({});
  }

  #expectEmpty(): void {
    const { rows } = this.#result();
    if (rows.length > 0) throw new Mismatch(`there are ${rows.length} rows`);
  }

  #expectRows(
    table: readonly (readonly string[])[],
    strictness: Strictness & { readonly rowOrder: boolean },
  ): void {
    const { columns, rows } = this.#result();
    const [header = [], ...expected] = table;
    if (columns.join("|") !== header.join("|")) throw new Mismatch(`the columns are ${columns.join(", ")}`);
    const wanted = expected.map((row) => row.map(readExpectedValue));
    const matchesRow = (row: (typeof rows)[number], cells: (typeof wanted)[number]) =>
      cells.every((cell, at) => matchesValue(row[at] ?? null, cell, strictness));
    const holds = strictness.rowOrder
      ? rows.length === wanted.length && rows.every((row, at) => matchesRow(row, wanted[at] ?? []))
      : matchesBag(rows, wanted, matchesRow);
    if (holds) return;
    const shown = rows.slice(0, 20).map((row) => `  ${row.map(valueText).join(" | ")}`);
    throw new Mismatch(`the rows are\n${shown.join("\n")}\nof\n${this.#query}`);
  }

  #expectSideEffects(expected: SideEffects): void {
    if (this.#before === undefined) throw new Mismatch("no query was run");
    const met = sideEffectsBetween(this.#before, contentOf(this.#engine.graph));
    const differs = [...new Set([...Object.keys(met), ...Object.keys(expected)])].some(
      (name) => (met[name] ?? 0) !== (expected[name] ?? 0),
    );
    if (differs) throw new Mismatch(`the side effects are ${JSON.stringify(met)}`);
  }
}
