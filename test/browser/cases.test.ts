import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readCases } from "../cases/read-cases.ts";
import { wanted } from "../cases/run-case.ts";
import { closeBrowser } from "./browser.ts";
import { testPage } from "./test-page.ts";

/** Every case of `test/cases` runs in a browser too, and must have the same outcome as in Node. */
const FOLDER = resolve(import.meta.dirname, "../cases");

afterAll(closeBrowser);

test.each(readdirSync(FOLDER).filter((name) => name.endsWith(".case")))("%s", async (file) => {
  const cases = readCases(readFileSync(join(FOLDER, file), "utf8"));
  const page = await testPage();
  const outcomes = await page.evaluate((all) => window.hearsayTests.runCases(all), cases);
  expect(outcomes).toHaveLength(cases.length);
  // With the names, so that a failure shows which case it is.
  const named = (all: readonly unknown[]) => cases.map(({ name }, at) => ({ name, outcome: all[at] }));
  expect(named(outcomes)).toEqual(named(cases.map(wanted)));
});
