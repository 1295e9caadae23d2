import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";

test("a second run groups pairs of many nodes correctly", () => {
  const engine = new Engine();
  // Enough nodes that pairs have more codes than fit into a table.
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
  // The last group of the previous run comes first now.
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
