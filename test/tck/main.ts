import { writeFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readScenarios } from "./read-scenarios.ts";
import { runScenario } from "./run-scenario.ts";

/** Runs openCypher's Technology Compatibility Kit: `npm run tck -- FOLDER [--filter TEXT] [--json FILE] [--quiet]`. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { filter: { type: "string" }, json: { type: "string" }, quiet: { type: "boolean" } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(
    "usage: npm run tck -- FOLDER [--filter TEXT] [--json FILE] [--quiet]\nFOLDER holds the kit's feature files.",
  );
  process.exit(2);
}

const scenarios = readScenarios(folder).filter(
  ({ file, name }) => values.filter === undefined || `${file} ${name}`.includes(values.filter),
);
const graphs = join(featureRoot(resolve(folder)), "../graphs");
const outcomes = scenarios.map((scenario) => ({ scenario, failure: runScenario(scenario, graphs) }));
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

/** The folder called `features` that the given one is in: the named graphs lie beside it. */
function featureRoot(path: string): string {
  for (let at = path; at !== dirname(at); at = dirname(at)) if (basename(at) === "features") return at;
  return path;
}
