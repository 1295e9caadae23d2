import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { closeBrowser } from "../browser/browser.ts";
import { readNamedGraphs } from "../tck/read-named-graphs.ts";
import { readScenarios } from "../tck/read-scenarios.ts";
import { testPage } from "./test-page.ts";

/** openCypher's kit is no part of the project; it is looked for beside it. */
const FEATURES = resolve(import.meta.dirname, "../../../shared/tck/features");

afterAll(closeBrowser);

test.skipIf(!existsSync(FEATURES))("openCypher's kit passes in a browser, where it is at hand", async () => {
  const scenarios = readScenarios(FEATURES);
  const page = await testPage();
  const failures = await page.evaluate(([all, graphs]) => window.hearsayTests.runScenarios(all, graphs), [
    scenarios,
    readNamedGraphs(FEATURES),
  ] as const);
  const failed = scenarios.flatMap(({ file, name }, at) =>
    failures[at] === null ? [] : [{ file, name, ...failures[at] }],
  );
  expect(scenarios.length).toBeGreaterThan(1000);
  expect(failures).toHaveLength(scenarios.length);
  expect(failed).toEqual([]);
});
