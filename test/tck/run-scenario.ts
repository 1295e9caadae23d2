import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import { unreachable } from "../../src/diagnostics/invariant.ts";
import { Engine } from "../../src/engine.ts";
import type { Result } from "../../src/execute/result.ts";
import type { ProcedureDefinition } from "../../src/functions/procedure.ts";
import { valueText } from "../../src/values/value-text.ts";
import { engineFor, type Way } from "../ways/ways.ts";
import { readExpectedValue } from "./expected-value.ts";
import { matchesBag, matchesValue, type Strictness } from "./match-value.ts";
import { parameterValue } from "./parameter-value.ts";
import { procedure } from "./procedure.ts";
import type { Scenario, Step } from "./read-scenarios.ts";
import { readStep, type StepMeaning } from "./read-step.ts";
import { type Content, contentOf, type SideEffects, sideEffectsBetween } from "./side-effects.ts";

/** Why a scenario failed: its first failing step. */
export interface Failure {
  readonly step: string;
  readonly reason: string;
}

/** The queries that create the TCK's named graphs, by name. */
export type NamedGraphs = Readonly<Record<string, string>>;

/**
 * Runs a scenario on a new engine. Nothing here needs Node, so scenarios also run in a browser.
 *
 * @param way the state of the graph's index when the query runs
 * @returns undefined if every step passes
 */
export function runScenario(
  scenario: Scenario,
  graphs: NamedGraphs,
  way: Way = "fresh",
): Failure | undefined {
  const run = new ScenarioRun(graphs, way);
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

/** A failing step. */
class Mismatch extends Error {}

class ScenarioRun {
  #engine = new Engine();
  readonly #graphs: NamedGraphs;
  readonly #way: Way;
  readonly #procedures: ProcedureDefinition[] = [];
  readonly #parameters: Record<string, unknown> = {};
  #before: Content | undefined;
  #outcome: Result | CypherError | undefined;
  #query = "";

  constructor(graphs: NamedGraphs, way: Way) {
    this.#graphs = graphs;
    this.#way = way;
  }

  take({ text, table = [], textBlock }: Step): void {
    const step = readStep(text);
    switch (step.kind) {
      case "graph":
        if (step.name !== undefined) this.#loadGraph(step.name);
        break;
      case "procedure":
        this.#addProcedure(procedure(step.signature, table));
        break;
      case "set-up":
        this.#engine.run(step.rest ?? textBlock ?? "");
        break;
      case "parameters":
        this.#setParameters(table);
        break;
      case "query":
        this.#execute(step.rest ?? textBlock ?? "");
        break;
      case "rows":
        this.#expectRows(table, step);
        break;
      case "no rows":
        this.#expectEmpty();
        break;
      case "side effects":
        this.#expectSideEffects(
          Object.fromEntries(table.map(([name, count]) => [name ?? "", Number(count)])),
        );
        break;
      case "error":
        this.#expectError(step);
        break;
      case "unknown":
        throw new Mismatch("the runner does not know this step");
      default:
        unreachable(step);
    }
  }

  #addProcedure(definition: ProcedureDefinition): void {
    this.#procedures.push(definition);
    this.#engine.registerProcedure(definition);
  }

  #loadGraph(name: string): void {
    const query = this.#graphs[name];
    if (query === undefined) throw new Mismatch(`there is no graph ${name} next to the features`);
    this.#engine.run(query);
  }

  #setParameters(table: readonly (readonly string[])[]): void {
    for (const [name = "", value = ""] of table)
      this.#parameters[name] = parameterValue(readExpectedValue(value));
  }

  #execute(query: string): void {
    this.#before = contentOf(this.#engine.graph);
    this.#query = query;
    this.#engine = engineFor(this.#way, this.#engine.graph, query);
    for (const definition of this.#procedures) this.#engine.registerProcedure(definition);
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

  #expectError({ type, phase, detail }: Extract<StepMeaning, { kind: "error" }>): void {
    const error = this.#outcome;
    if (!(error instanceof CypherError)) throw new Mismatch(`no error was raised by\n${this.#query}`);
    const isAsWanted =
      error.kind === type &&
      (phase === "any time" || error.phase === phase) &&
      (detail === "*" || error.detail === detail);
    if (!isAsWanted) {
      const met = `${error.kind} at ${error.phase}: ${error.detail}`;
      throw new Mismatch(`${met} was raised:\n${error.render()}`);
    }
    // From the TCK's README: a query that fails has no side effects.
    this.#expectSideEffects({});
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
