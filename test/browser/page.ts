/**
 * The program of the test page: the whole engine, and what runs cases and the kit's scenarios on it.
 * `bundle-page.ts` makes it one script; the tests call it through `window.hearsayTests`.
 */
import type { Case } from "../cases/read-cases.ts";
import { type Outcome, outcome } from "../cases/run-case.ts";
import { withLittleStack } from "../engine/with-little-stack.ts";
import type { Scenario } from "../tck/read-scenarios.ts";
import { type Failure, type NamedGraphs, runScenario } from "../tck/run-scenario.ts";

export interface PageTests {
  /** The outcome of each case, in order; for one that threw what no query may throw, that error's text. */
  runCases(cases: readonly Case[]): readonly Outcome[];
  /** The same where little of the page's stack is left. */
  runCasesWithLittleStack(cases: readonly Case[]): readonly Outcome[];
  /** Why each scenario failed, in order; null where it passed. */
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
