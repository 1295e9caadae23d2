import fc from "fast-check";
import { expect, test } from "vitest";
import { add, divide, multiply, negate, subtract } from "../../../src/values/arithmetic.ts";
import { float } from "../../../src/values/float.ts";
import {
  daysBetween,
  durationBetween,
  monthsBetween,
  secondsBetween,
} from "../../../src/values/temporal/between.ts";
import { Duration } from "../../../src/values/temporal/duration.ts";
import { parseDuration } from "../../../src/values/temporal/read-duration.ts";
import { parseDate, parseDateTime, parseLocalDateTime } from "../../../src/values/temporal/read-instant.ts";
import { runs } from "../../random-runs.ts";
import { dates, dateTimes, durations, instants, localDateTimes } from "./arbitraries.ts";

test("a date plus the duration to another date is the other date", () => {
  fc.assert(
    fc.property(dates, dates, (from, to) => {
      expect(add(from, durationBetween(from, to))).toEqual(to);
      expect(add(from, daysBetween(from, to))).toEqual(to);
    }),
    { numRuns: runs(500) },
  );
});

test("the same is true of a date and time", () => {
  fc.assert(
    fc.property(localDateTimes, localDateTimes, (from, to) => {
      expect(add(from, durationBetween(from, to))).toEqual(to);
      expect(add(from, secondsBetween(from, to))).toEqual(to);
    }),
    { numRuns: runs(500) },
  );
});

test("the same is true of points in time in any zones", () => {
  fc.assert(
    fc.property(dateTimes, dateTimes, (from, to) => {
      for (const reached of [add(from, durationBetween(from, to)), add(from, secondsBetween(from, to))])
        expect(secondsBetween(reached as typeof from, to)).toEqual(new Duration(0));
    }),
    { numRuns: runs(250) },
  );
});

test("all parts of a duration between two values have the same sign, and match its whole months and days", () => {
  fc.assert(
    fc.property(instants, instants, (from, to) => {
      const { months, days, seconds, nanoseconds } = durationBetween(from, to);
      const signs = new Set(
        [months, days, seconds * 1_000_000_000n + BigInt(nanoseconds)]
          .filter((amount) => amount !== 0n)
          .map((amount) => amount > 0n),
      );
      expect(signs.size).toBeLessThanOrEqual(1);
      expect(monthsBetween(from, to)).toEqual(new Duration(months));
      if (months === 0n) expect(daysBetween(from, to)).toEqual(new Duration(0, days));
    }),
    { numRuns: runs(500) },
  );
});

test("durations are added, subtracted and multiplied by their parts", () => {
  fc.assert(
    fc.property(durations, durations, (left, right) => {
      expect(subtract(add(left, right), right)).toEqual(left);
      expect(add(left, negate(left))).toEqual(new Duration(0));
      expect(multiply(left, 3)).toEqual(add(left, add(left, left)));
      expect(divide(multiply(left, 8), 8)).toEqual(left);
      expect(divide(left, float(-1))).toEqual(negate(left));
    }),
    { numRuns: runs(250) },
  );
});

test.each([
  ["P1M", 0.5, "P15DT5H14M33S"],
  ["P1D", 0.1, "PT2H24M"],
  ["P1Y1M1DT1S", 0.3, "P3M27DT16H38M11.7S"],
  ["PT-1S", 0.5, "PT-0.5S"],
  ["PT0.000000001S", 0.9, "PT0S"],
])("%s times %d is %s", (duration, factor, result) => {
  expect(String(multiply(parseDuration(duration), factor))).toBe(result);
});

test("days are calendar days, and hours are elapsed time", () => {
  const evening = parseDateTime("2021-03-27T12:00[Europe/Berlin]");
  expect(String(add(evening, parseDuration("P1D")))).toBe("2021-03-28T12:00+02:00[Europe/Berlin]");
  expect(String(add(evening, parseDuration("PT24H")))).toBe("2021-03-28T13:00+02:00[Europe/Berlin]");
  const next = parseDateTime("2021-03-28T12:00[Europe/Berlin]");
  expect(String(durationBetween(evening, next))).toBe("P1D");
  expect(String(secondsBetween(evening, next))).toBe("PT23H");
});

test("a day that a month does not have becomes its last, and parts of a day do not move a date", () => {
  expect(String(add(parseDate("2020-01-31"), parseDuration("P1M")))).toBe("2020-02-29");
  expect(String(subtract(parseDate("2021-03-31"), parseDuration("P1M")))).toBe("2021-02-28");
  expect(String(add(parseDate("2020-01-31"), parseDuration("PT47H")))).toBe("2020-02-01");
  expect(String(add(parseLocalDateTime("2020-02-29T23:00"), parseDuration("P1YT2H")))).toBe(
    "2021-03-01T01:00",
  );
});

test.each([
  ["+999999999-12-31", "P1D"],
  ["-999999999-01-01", "P-1M"],
  ["2020-01-01", "P9000000000000000000M"],
  ["2020-01-01", "P9000000000000000000D"],
])("%s plus %s is outside the calendar", (date, duration) => {
  expect(() => add(parseDate(date), parseDuration(duration))).toThrow("more than nine digits");
});

test("the seconds of a duration are rounded down", () => {
  expect({ ...new Duration(0, 0, 0, -1) }).toMatchObject({ seconds: -1n, nanoseconds: 999_999_999 });
  expect(String(new Duration(0, 0, 0, -1))).toBe("PT-0.000000001S");
});
