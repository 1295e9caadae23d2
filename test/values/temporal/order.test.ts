import fc from "fast-check";
import { expect, test } from "vitest";
import { equals } from "../../../src/values/equality.ts";
import { groupKey } from "../../../src/values/group-key.ts";
import { compare, compareOrder } from "../../../src/values/ordering.ts";
import { parseDuration } from "../../../src/values/temporal/read-duration.ts";
import {
  parseDate,
  parseDateTime,
  parseLocalDateTime,
  parseTime,
} from "../../../src/values/temporal/read-instant.ts";
import { runs } from "../../random-runs.ts";
import { dates, dateTimes, durations, localDateTimes, localTimes, temporals, times } from "./arbitraries.ts";

const alike = fc.oneof(
  ...[dates, localTimes, times, localDateTimes, dateTimes, durations].map((values) =>
    fc.tuple(values, values, values),
  ),
  fc.tuple(temporals, temporals, temporals),
);

test("ORDER BY orders temporal values totally", () => {
  fc.assert(
    fc.property(alike, ([a, b, c]) => {
      expect(Math.sign(compareOrder(a, b))).toBe(0 - Math.sign(compareOrder(b, a)));
      expect(compareOrder(a, a)).toBe(0);
      const [first, second, third] = [a, b, c].sort(compareOrder) as [typeof a, typeof b, typeof c];
      expect(compareOrder(first, second)).toBeLessThanOrEqual(0);
      expect(compareOrder(second, third)).toBeLessThanOrEqual(0);
      expect(compareOrder(first, third)).toBeLessThanOrEqual(0);
    }),
    { numRuns: runs(1500) },
  );
});

test("values are equivalent in the order if and only if they are equal and have the same group key", () => {
  fc.assert(
    fc.property(alike, ([a, b]) => {
      const same = compareOrder(a, b) === 0;
      expect(equals(a, b)).toBe(same);
      expect(groupKey(a) === groupKey(b)).toBe(same);
    }),
    { numRuns: runs(1500) },
  );
});

test("the same point in time in another zone is a different value, ordered from west to east", () => {
  const texts = [
    "2020-01-01T11:00-01:00",
    "2020-01-01T12:00Z",
    "2020-01-01T12:00Z[Europe/London]",
    "2020-01-01T13:00+01:00",
  ];
  const sorted = [...texts].reverse().map(parseDateTime).sort(compareOrder);
  expect(sorted.map(String)).toEqual(texts);
  expect(compare(parseDateTime("2020-01-01T12:00Z"), parseDateTime("2020-01-01T13:00+01:00"))).toBeLessThan(
    0,
  );
  expect(compare(parseTime("12:00Z"), parseTime("13:00+01:00"))).toBeLessThan(0);
});

test("values of different types and durations are not comparable", () => {
  expect(compare(parseDate("2020-01-01"), parseLocalDateTime("2021-01-01"))).toBe(null);
  expect(compare(parseDuration("P1D"), parseDuration("P2D"))).toBe(null);
  expect(equals(parseDate("2020-01-01"), parseLocalDateTime("2020-01-01"))).toBe(false);
  expect(equals(parseDate("2020-01-01"), "2020-01-01")).toBe(false);
});

test("durations are ordered by mean length", () => {
  const texts = [
    "P-1M",
    "PT-1S",
    "PT0S",
    "PT1S",
    "PT23H59M59S",
    "P1D",
    "PT24H1S",
    "P30D",
    "P1M",
    "P31D",
    "P1Y",
  ];
  const shuffled = [...texts].reverse().map(parseDuration).sort(compareOrder).map(String);
  expect(shuffled).toEqual(texts);
  expect(equals(parseDuration("P1D"), parseDuration("PT24H"))).toBe(false);
  expect(equals(parseDuration("PT60S"), parseDuration("PT1M"))).toBe(true);
});
