import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { WAYS } from "../ways/ways.ts";
import { readNamedGraphs } from "./read-named-graphs.ts";
import { readScenarios } from "./read-scenarios.ts";
import { runScenario } from "./run-scenario.ts";

/**
 * Runs openCypher's Technology Compatibility Kit, in Node or in a browser. In Node each scenario is run on several
 * states of the graph, with the same result: without any index, with every index, and imported.
 *
 * `npm run tck -- FOLDER [--filter TEXT] [--json FILE] [--quiet] [--browser]`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    filter: { type: "string" },
    json: { type: "string" },
    quiet: { type: "boolean" },
    browser: { type: "boolean" },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(
    "usage: npm run tck -- FOLDER [--filter TEXT] [--json FILE] [--quiet] [--browser]\nFOLDER contains the feature files of the TCK.",
  );
  process.exit(2);
}

const scenarios = readScenarios(folder).filter(
  ({ file, name }) => values.filter === undefined || `${file} ${name}`.includes(values.filter),
);
const graphs = readNamedGraphs(folder);
const runs = values.browser
  ? [{ way: "in a browser", failures: await runInBrowser() }]
  : WAYS.slice(0, 3).map((way) => ({ way, failures: scenarios.map((one) => runScenario(one, graphs, way)) }));
for (const { way, failures } of runs) {
  const count = failures.filter((failure) => failure != null).length;
  console.log(`${way}: ${failures.length - count} passed, ${count} failed`);
}
/** For each scenario, the first failure in any of the runs. */
const outcomes = scenarios.map((scenario, at) => {
  const run = runs.find(({ failures }) => failures[at] != null);
  return { scenario, way: run?.way, failure: run?.failures[at] ?? undefined };
});
const failed = outcomes.filter(({ failure }) => failure !== undefined);
for (const { scenario, way, failure } of values.quiet ? [] : failed) {
  console.log(
    `FAILED ${scenario.file}: ${scenario.name}\n  ${way}, at: ${failure?.step}\n  ${failure?.reason.replaceAll("\n", "\n  ")}\n`,
  );
}
if (values.json !== undefined) {
  const rows = outcomes.map(({ scenario: { file, name }, failure }) => ({
    file,
    name,
    passed: failure === undefined,
    ...failure,
  }));
  writeFileSync(values.json, `${JSON.stringify(rows, null, 2)}\n`);
}
console.log(`${outcomes.length - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 && outcomes.length > 0 ? 0 : 1;

/** Runs the scenarios in a browser; they are read here, in Node. */
async function runInBrowser() {
  // Imported only now: a run in Node needs no browser.
  const { closeBrowser } = await import("../browser/browser.ts");
  const { testPage } = await import("../browser/test-page.ts");
  try {
    const page = await testPage();
    return await page.evaluate(([all, named]) => window.hearsayTests.runScenarios(all, named), [
      scenarios,
      graphs,
    ] as const);
  } finally {
    await closeBrowser();
  }
}
