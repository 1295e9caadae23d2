import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { closeBrowser } from "../browser/browser.ts";
import { readNamedGraphs } from "../tck/read-named-graphs.ts";
import { readScenarios } from "../tck/read-scenarios.ts";
import { testPage } from "./test-page.ts";

/** openCypher's TCK is not part of the project; it is expected in a folder next to it. */
const FEATURES = resolve(import.meta.dirname, "../../../shared/tck/features");

afterAll(closeBrowser);

test.skipIf(!existsSync(FEATURES))("openCypher's TCK passes in a browser, if it is available", async () => {
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
