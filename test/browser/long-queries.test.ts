import { afterAll, expect, test } from "vitest";
import type { Case } from "../cases/read-cases.ts";
import { LONG_SHAPES } from "../engine/long-shapes.ts";
import { closeBrowser } from "./browser.ts";
import { testPage } from "./test-page.ts";

/**
 * Long queries in a page must return rows and no error; a page has the smallest stack of all platforms. With a
 * twelfth of the stack left, this number of parts overflows it sooner than 4,000 parts with the whole stack.
 */
const PARTS = 350;

afterAll(closeBrowser);

test.each(LONG_SHAPES)("many of $name", async ({ name, query }) => {
  const one: Case = {
    name,
    graph: ["CREATE (a:One {i: 1})-[:L]->(a)"],
    query: query(PARTS),
    parameters: {},
    expected: { kind: "rows", columns: [], rows: [] },
  };
  const page = await testPage();
  const [outcome] = await page.evaluate((all) => window.hearsayTests.runCasesWithLittleStack(all), [one]);
  expect(outcome).toMatchObject({ columns: expect.any(String) });
});

test("4,000 clauses and 20,000 signs", async () => {
  const create = Array.from({ length: 4000 }, (_, i) => `CREATE (n${i}:T {i: ${i}})`).join(" ");
  const sum = `0${" + 1".repeat(20_000)}`;
  const one: Case = {
    name: "",
    graph: [create],
    // The sum is a grouping key, so it is evaluated for each row: the WITH reduces 4,000 rows to one.
    query: `MATCH (n:T) WITH count(*) AS nodes RETURN max(nodes) AS nodes, ${sum} AS sum`,
    parameters: {},
    expected: { kind: "rows", columns: [], rows: [] },
  };
  const page = await testPage();
  const outcomes = await page.evaluate((all) => window.hearsayTests.runCases(all), [one]);
  expect(outcomes).toMatchObject([{ rows: ["4000 | 20000"] }]);
});
