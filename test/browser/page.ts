/**
 * The program of the test page: the engine, and the runners of cases and TCK scenarios. `bundle-page.ts` makes it one
 * script; the tests call it through `window.hearsayTests`.
 */
import type { Case } from "../cases/read-cases.ts";
import { type Outcome, outcome } from "../cases/run-case.ts";
import { withLittleStack } from "../engine/with-little-stack.ts";
import type { Scenario } from "../tck/read-scenarios.ts";
import { type Failure, type NamedGraphs, runScenario } from "../tck/run-scenario.ts";

export interface PageTests {
  /** The outcome of each case, in order; for an error that no query may throw, its text. */
  runCases(cases: readonly Case[]): readonly Outcome[];
  /** The same with little of the page's stack left. */
  runCasesWithLittleStack(cases: readonly Case[]): readonly Outcome[];
  /** The failure of each scenario, in order; null if it passed. */
  runScenarios(scenarios: readonly Scenario[], graphs: NamedGraphs): readonly (Failure | null)[];
}

declare global {
  interface Window {
    hearsayTests: PageTests;
  }
}

window.hearsayTests = {
  runCases: (cases) => cases.map(outcomeOrFault),
  runCasesWithLittleStack: (cases) => cases.map((one) => withLittleStack(() => outcomeOrFault(one))),
  runScenarios: (scenarios, graphs) => scenarios.map((scenario) => runScenario(scenario, graphs) ?? null),
};

function outcomeOrFault(one: Case): Outcome {
  try {
    return outcome(one);
  } catch (error) {
    return `not a CypherError: ${error instanceof Error ? error.stack : String(error)}`;
  }
}
