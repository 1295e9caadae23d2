import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readNamedGraphs } from "./read-named-graphs.ts";
import { readScenarios } from "./read-scenarios.ts";
import { runScenario } from "./run-scenario.ts";

/**
 * Runs openCypher's Technology Compatibility Kit, in Node or in a browser:
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
    "usage: npm run tck -- FOLDER [--filter TEXT] [--json FILE] [--quiet] [--browser]\nFOLDER holds the kit's feature files.",
  );
  process.exit(2);
}

const scenarios = readScenarios(folder).filter(
  ({ file, name }) => values.filter === undefined || `${file} ${name}`.includes(values.filter),
);
const graphs = readNamedGraphs(folder);
const failures = values.browser ? await runInBrowser() : scenarios.map((one) => runScenario(one, graphs));
const outcomes = scenarios.map((scenario, at) => ({ scenario, failure: failures[at] ?? undefined }));
const failed = outcomes.filter(({ failure }) => failure !== undefined);
for (const { scenario, failure } of values.quiet ? [] : failed) {
  console.log(
    `FAILED ${scenario.file}: ${scenario.name}\n  at: ${failure?.step}\n  ${failure?.reason.replaceAll("\n", "\n  ")}\n`,
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

/** The same in a page: the scenarios are read here, and run there. */
async function runInBrowser() {
  // Only now: whoever runs the kit in Node needs no browser.
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
