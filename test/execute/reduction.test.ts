import fc from "fast-check";
import { expect, test } from "vitest";
import { Engine } from "../../src/engine.ts";

const engine = new Engine();

function resultOf(expression: string, parameters = {}): unknown {
  return engine.run(`RETURN ${expression} AS value`, parameters).rows[0]?.[0];
}

test.each([
  ["s + [x]", [1, 2, 3]],
  ["s + x", [1, 2, 3]],
  ["s + [x] + [x * 10]", [1, 10, 2, 20, 3, 30]],
  ["s + [size(s)] + [size(s)]", [0, 0, 2, 2, 4, 4]],
  ["CASE WHEN x = 2 THEN s ELSE s + [x] END", [1, 3]],
  ["CASE WHEN x = 2 THEN s[0..0] ELSE s + [x] END", [3]],
  ["CASE WHEN x = 2 THEN [x] ELSE s + [x] END", [2, 3]],
  ["CASE WHEN x IN s THEN s ELSE s + [x, x + 1] END", [1, 2, 3, 4]],
  ["s + [[y IN s | y]]", [[], [[]], [[], [[]]]]],
  ["s + [s]", [[], [[]], [[], [[]]]]],
  ["[s] + [x]", [[[[], 1], 2], 3]],
  ["s + s + [x]", [1, 1, 2, 1, 1, 2, 3]],
  ["s + reduce(t = s, y IN [0] | t + [y])", [0, 0, 0, 0, 0, 0, 0]],
  [
    "s + [{kept: s}]",
    [{ kept: [] }, { kept: [{ kept: [] }] }, { kept: [{ kept: [] }, { kept: [{ kept: [] }] }] }],
  ],
  ["s + [coalesce(s, x)]", [[], [[]], [[], [[]]]]],
  [
    "CASE WHEN x < 3 THEN s + [x] ELSE [s, s + [x]] END",
    [
      [1, 2],
      [1, 2, 3],
    ],
  ],
  ["s + null", null],
])("reduce(s = [], x IN [1, 2, 3] | %s)", (step, value) => {
  expect(resultOf(`reduce(s = [], x IN [1, 2, 3] | ${step})`)).toEqual(value);
});

test("a reduction does not change its initial list", () => {
  const list = [1, 2];
  const query = "reduce(s = $list, x IN $list | s + [x])";
  expect(resultOf(`[${query}, ${query}, $list]`, { list })).toEqual([
    [1, 2, 1, 2],
    [1, 2, 1, 2],
    [1, 2],
  ]);
  expect(list).toEqual([1, 2]);
  const rows = engine.run(
    "WITH [0] AS l UNWIND [1, 2] AS i RETURN reduce(s = l, x IN [i, i] | s + [x]) AS a, l",
  ).rows;
  expect(rows).toEqual([
    [[0, 1, 1], [0]],
    [[0, 2, 2], [0]],
  ]);
});

test("a reduction that runs again does not change its earlier results", () => {
  const { rows } = engine.run(
    "UNWIND [1, 2, 3] AS i WITH collect(reduce(s = [], x IN range(1, i) | s + [x])) AS lists RETURN lists",
  );
  expect(rows).toEqual([[[[1], [1, 2], [1, 2, 3]]]]);
});

/** All kinds of steps that use `s`, the list so far, and `x`. */
const { step } = fc.letrec<{ step: string; items: string; truth: string }>((tie) => ({
  step: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("s", "[x]", "s[1..]", "[y IN s WHERE y = x | y]"),
    fc.tuple(tie("step"), tie("items")).map(([left, right]) => `${left} + ${right}`),
    tie("items").map((items) => `s + ${items}`),
    fc
      .tuple(tie("truth"), tie("step"), tie("step"))
      .map(([truth, one, other]) => `CASE WHEN ${truth} THEN ${one} ELSE ${other} END`),
  ),
  items: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom("[x]", "x", "[s]", "[size(s)]", "s", "[head(s)]", "[last(s)]", "tail(s)", "[{a: s}]"),
    tie("step").map((list) => `[${list}]`),
    tie("step").map((list) => `reduce(t = s, y IN [1, 2] | t + [y])[0..1] + ${list}`),
  ),
  truth: fc.constantFrom("x IN s", "size(s) > 2", "s = [1]", "x = 2", "any(y IN s WHERE y = x)", "s IS NULL"),
}));

/** The second form reads the step from a list, which prevents adding items in place. */
test("a reduction returns the same whether or not items are added in place", () => {
  fc.assert(
    fc.property(step, (text) => {
      const inPlace = `reduce(s = [], x IN [1, 2, 3, 2] | ${text})`;
      const copied = `reduce(s = [], x IN [1, 2, 3, 2] | [${text}][0])`;
      expect(JSON.stringify(resultOf(inPlace))).toBe(JSON.stringify(resultOf(copied)));
    }),
    { numRuns: 300, seed: 1 },
  );
});

test("a list of 300,000 items is built item by item", () => {
  // Copying the list in each step would take 360 GB.
  expect(resultOf("size(reduce(s = [], x IN range(1, 300000) | s + [x]))")).toBe(300_000);
  expect(
    resultOf("size(reduce(s = [], x IN range(1, 300000) | CASE WHEN x % 2 = 0 THEN s ELSE s + x END))"),
  ).toBe(150_000);
});
