import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";

test("a query that is run again sorts as in its first run", () => {
  const engine = new Engine();
  const query = "UNWIND $list AS x RETURN x ORDER BY x LIMIT 2";
  const rows = (list: readonly number[]) => engine.run(query, { list }).rows;
  // So many rows that the sort has dropped some before the last came.
  expect(rows(Array.from({ length: 300 }, (_, at) => 300 - at))).toEqual([[1], [2]]);
  expect(rows([10, 1, 5])).toEqual([[1], [5]]);
});
