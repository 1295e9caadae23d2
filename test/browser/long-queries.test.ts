import { afterAll, expect, test } from "vitest";
import type { Case } from "../cases/read-cases.ts";
import { LONG_SHAPES } from "../engine/long-shapes.ts";
import { closeBrowser } from "./browser.ts";
import { testPage } from "./test-page.ts";

/**
 * Long queries in a page, whose stack is the smallest that the engine meets: each gives rows and no error.
 * With a twelfth of the stack left, this many parts overflow it sooner than 4,000 would with all of it.
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
    // The sum is a key of the groups, so it is worked out for each row: it gets one row and not 4,000.
    query: `MATCH (n:T) WITH count(*) AS nodes RETURN max(nodes) AS nodes, ${sum} AS sum`,
    parameters: {},
    expected: { kind: "rows", columns: [], rows: [] },
  };
  const page = await testPage();
  const outcomes = await page.evaluate((all) => window.hearsayTests.runCases(all), [one]);
  expect(outcomes).toMatchObject([{ rows: ["4000 | 20000"] }]);
});
