import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";

test("a second run of a query sorts correctly", () => {
  const engine = new Engine();
  const query = "UNWIND $list AS x RETURN x ORDER BY x LIMIT 2";
  const rows = (list: readonly number[]) => engine.run(query, { list }).rows;
  // Enough rows that the sort drops some before the last one arrives.
  expect(rows(Array.from({ length: 300 }, (_, at) => 300 - at))).toEqual([[1], [2]]);
  expect(rows([10, 1, 5])).toEqual([[1], [5]]);
});
