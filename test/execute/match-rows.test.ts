import { expect, test } from "vitest";
import { matchRows } from "../../src/execute/match-rows.ts";
import { float } from "../../src/values/float.ts";

test("rows are found in any order, and equal rows are used once each", () => {
  expect(matchRows([["b"], ["a"], ["b"], ["c"]], [["a"], ["b"], ["b"]])).toEqual([1, 0, 2, undefined]);
});

test("if exact rows are not found, lists in another order and other last digits count as equal", () => {
  const rows = [
    [[3, 1, 2], 0.1 + 0.2],
    [["x", ["z", "y"]], float(2)],
  ];
  const others = [
    [["x", ["y", "z"]], float(2)],
    [[1, 2, 3], 0.3],
  ];
  expect(matchRows(rows, others)).toEqual([1, 0]);
  expect(matchRows([[[1, 2]], [0.25]], [[[1, 2, 2]], [0.250001]])).toEqual([undefined, undefined]);
});
