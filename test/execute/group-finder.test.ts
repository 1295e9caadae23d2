import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";

test("groups of pairs of many nodes are found as in the first run", () => {
  const engine = new Engine();
  // So many that the pairs of two have more codes than a table takes.
  engine.run("UNWIND range(1, 1100) AS i CREATE (:N {i: i})");
  const query = `UNWIND $pairs AS pair MATCH (a:N {i: pair[0]}), (b:N {i: pair[1]})
    WITH a, b, count(*) AS n RETURN a.i AS one, b.i AS other, n ORDER BY one, other`;
  const groups = (pairs: readonly (readonly number[])[]) => engine.run(query, { pairs }).rows;
  expect(
    groups([
      [1, 2],
      [3, 4],
    ]),
  ).toEqual([
    [1, 2, 1],
    [3, 4, 1],
  ]);
  // The last group of the run before comes first now.
  expect(
    groups([
      [3, 4],
      [1, 2],
      [3, 4],
    ]),
  ).toEqual([
    [1, 2, 1],
    [3, 4, 2],
  ]);
});
