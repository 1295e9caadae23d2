import fc from "fast-check";
import { expect, test } from "vitest";
import { equals } from "../../src/values/equality.ts";
import { groupKey, groupKeyOf } from "../../src/values/group-key.ts";
import { compare, compareOrder } from "../../src/values/ordering.ts";
import { typeName } from "../../src/values/type-name.ts";
import type { Value } from "../../src/values/value.ts";
import { runs } from "../random-runs.ts";
import { arbitraryValue } from "./arbitrary-value.ts";

const RUNS = { numRuns: runs(1500) };

function sign(number: number): number {
  return Math.sign(number) + 0;
}

test("= is symmetric, and reflexive unless the value contains null or NaN", () => {
  fc.assert(
    fc.property(arbitraryValue, arbitraryValue, (a, b) => {
      expect(equals(a, b)).toBe(equals(b, a));
      if (!hasUnknown(a)) expect(equals(a, a)).toBe(true);
    }),
    RUNS,
  );
});

function hasUnknown(value: Value): boolean {
  if (value === null) return true;
  if (typeName(value) === "Float") return Number.isNaN(Number(value));
  if (typeName(value) !== "List" && typeName(value) !== "Map") return false;
  return Object.values(value as object).some(hasUnknown);
}

test("a comparison with null by = is null", () => {
  fc.assert(
    fc.property(arbitraryValue, (a) => {
      expect(equals(null, a)).toBeNull();
    }),
  );
});

test("the order of ORDER BY is antisymmetric", () => {
  fc.assert(
    fc.property(arbitraryValue, arbitraryValue, (a, b) => {
      expect(sign(compareOrder(a, b))).toBe(sign(-compareOrder(b, a)));
      expect(compareOrder(a, a)).toBe(0);
    }),
    RUNS,
  );
});

test("the order of ORDER BY is transitive", () => {
  fc.assert(
    fc.property(arbitraryValue, arbitraryValue, arbitraryValue, (a, b, c) => {
      const [first, second, third] = [a, b, c].sort(compareOrder) as [Value, Value, Value];
      expect(compareOrder(first, second)).toBeLessThanOrEqual(0);
      expect(compareOrder(second, third)).toBeLessThanOrEqual(0);
      expect(compareOrder(first, third)).toBeLessThanOrEqual(0);
      if (compareOrder(a, b) === 0) expect(sign(compareOrder(a, c))).toBe(sign(compareOrder(b, c)));
    }),
    RUNS,
  );
});

test("values that are equal by = are equivalent in the order", () => {
  fc.assert(
    fc.property(arbitraryValue, arbitraryValue, (a, b) => {
      if (equals(a, b) === true) expect(compareOrder(a, b)).toBe(0);
    }),
    RUNS,
  );
});

test("< agrees with the order if its result is not null or NaN", () => {
  fc.assert(
    fc.property(arbitraryValue, arbitraryValue, (a, b) => {
      const answer = compare(a, b);
      if (answer !== null && !Number.isNaN(answer)) expect(sign(answer)).toBe(sign(compareOrder(a, b)));
    }),
    RUNS,
  );
});

test("two values have the same group key if and only if they are equivalent in the order", () => {
  fc.assert(
    fc.property(arbitraryValue, arbitraryValue, (a, b) => {
      expect(sameKey(groupKey(a), groupKey(b))).toBe(compareOrder(a, b) === 0);
    }),
    RUNS,
  );
});

test("the same is true of group keys of several values", () => {
  const rows = fc.tuple(arbitraryValue, arbitraryValue);
  fc.assert(
    fc.property(rows, rows, (a, b) => {
      const alike = a.every((value, at) => compareOrder(value, b[at] ?? null) === 0);
      expect(sameKey(groupKeyOf(a), groupKeyOf(b))).toBe(alike);
    }),
    RUNS,
  );
});

/** Compares keys as a Map does. */
function sameKey(a: unknown, b: unknown): boolean {
  return new Set([a, b]).size === 1;
}
