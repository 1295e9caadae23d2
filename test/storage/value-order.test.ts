import fc from "fast-check";
import { expect, test } from "vitest";
import { Column } from "../../src/graph/column.ts";
import { type Bounds, ValueOrder } from "../../src/storage/value-order.ts";
import { Float } from "../../src/values/float.ts";
import { fromJavaScript } from "../../src/values/from-javascript.ts";
import { compare, compareOrder } from "../../src/values/ordering.ts";
import type { Value } from "../../src/values/value.ts";
import { runs } from "../random-runs.ts";

const MIXED: readonly Value[] = [
  ...[1, new Float(1), 2, 2.5, -3, Number.NaN, Number.POSITIVE_INFINITY, 2n ** 60n, 2 ** 60],
  ...["", "a", "b", "ab", "\uffff", "\u{10000}", true, false, ["x"], ["y", "x"], []],
  ...[new Date(0), new Date(1), new Date(2)].map(fromJavaScript),
];
const TEXTS: readonly Value[] = ["b", "a", "", "ab", "Z", "é"];

const values = fc.oneof(fc.subarray([...MIXED]), fc.subarray([...TEXTS]));
const bound = fc.option(
  fc.record({ value: fc.constantFrom<Value>(null, ...MIXED), isIncluded: fc.boolean() }),
  {
    nil: undefined,
  },
);

test("ranks compare as their values do, and null comes last", () => {
  fc.assert(
    fc.property(values, (some) => {
      const order = new ValueOrder(new Column(new Uint32Array(0), [null, ...some]));
      const all = [null, ...some];
      for (const [one, left] of all.entries()) {
        for (const [other, right] of all.entries()) {
          const difference = (order.ranks[one] ?? -1) - (order.ranks[other] ?? -1);
          expect(Math.sign(difference)).toBe(Math.sign(compareOrder(left, right)));
        }
      }
    }),
  );
});

test("a range contains exactly the values within its bounds", () => {
  fc.assert(
    fc.property(values, bound, bound, (some, lower, upper) => {
      const bounds: Bounds = { ...(lower && { lower }), ...(upper && { upper }) };
      const order = new ValueOrder(new Column(new Uint32Array(0), [null, ...some]));
      const range = order.rangeOf(bounds);
      const isList = (one: typeof lower) => Array.isArray(one?.value);
      if (range === undefined) {
        expect((lower ?? upper) === undefined || isList(lower) || isList(upper)).toBe(true);
        return;
      }
      for (const [at, one] of some.entries()) {
        const rank = order.ranks[at + 1] ?? -1;
        const isWithin = range.first <= rank && rank < range.last;
        expect(isWithin).toBe(holds(one, lower, 1) && holds(one, upper, -1));
      }
    }),
    { numRuns: runs(1000) },
  );
});

/** The result of the operators `>` and `>=` (`sign` 1), or `<` and `<=` (`sign` -1). */
function holds(value: Value, one: Bounds["lower"] | undefined, sign: number): boolean {
  if (one === undefined) return true;
  const difference = compare(value, one.value);
  if (difference === null) return false;
  return difference * sign > 0 || (one.isIncluded && difference === 0);
}
