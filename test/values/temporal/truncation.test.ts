import fc from "fast-check";
import { expect, test } from "vitest";
import { compare } from "../../../src/values/ordering.ts";
import { secondsBetween } from "../../../src/values/temporal/between.ts";
import { parseDateTime } from "../../../src/values/temporal/read-instant.ts";
import { type DateUnit, type TimeUnit, truncateDate } from "../../../src/values/temporal/truncate.ts";
import {
  truncateToDateTime,
  truncateToLocalDateTime,
  truncateToLocalTime,
} from "../../../src/values/temporal/truncate-instant.ts";
import { runs } from "../../random-runs.ts";
import { dates, dateTimes, localDateTimes, localTimes } from "./arbitraries.ts";

const DATE_UNITS = [
  "millennium",
  "century",
  "decade",
  "weekYear",
  "year",
  "quarter",
  "month",
  "week",
  "day",
] as const satisfies DateUnit[];
const TIME_UNITS = ["hour", "minute", "second", "millisecond", "microsecond"] as const satisfies TimeUnit[];

const dateUnits = fc.constantFrom(...DATE_UNITS);
const timeUnits = fc.constantFrom(...TIME_UNITS);
const units = fc.oneof(dateUnits, timeUnits);

test("a truncated value is not later, and truncation is idempotent", () => {
  fc.assert(
    fc.property(units, localDateTimes, (unit, value) => {
      const truncated = truncateToLocalDateTime({ unit, value, fields: {} });
      expect(compare(truncated, value)).toBeLessThanOrEqual(0);
      expect(truncateToLocalDateTime({ unit, value: truncated, fields: {} })).toEqual(truncated);
    }),
    { numRuns: runs(1000) },
  );
  fc.assert(
    fc.property(timeUnits, localTimes, (unit, value) => {
      const truncated = truncateToLocalTime({ unit, value, fields: {} });
      expect(compare(truncated, value)).toBeLessThanOrEqual(0);
      expect(truncateToLocalTime({ unit, value: truncated, fields: {} })).toEqual(truncated);
    }),
  );
});

test("a date is within the unit that it is truncated to", () => {
  const longest = { millennium: 365_250, century: 36_525, decade: 3653, weekYear: 371, year: 366 };
  fc.assert(
    fc.property(dateUnits, dates, (unit, date) => {
      const days = Number(secondsBetween(truncateDate(date, unit), date).seconds) / 86_400;
      expect(days).toBeGreaterThanOrEqual(0);
      expect(days).toBeLessThan({ ...longest, quarter: 92, month: 31, week: 7, day: 1 }[unit]);
    }),
    { numRuns: runs(1000) },
  );
});

test("a point in time is truncated in the local time of its zone", () => {
  fc.assert(
    fc.property(timeUnits, dateTimes, (unit, value) => {
      const { date, time } = truncateToDateTime({ unit, value, fields: {} });
      expect(date).toEqual(value.date);
      expect(compare(time, value.time)).toBeLessThanOrEqual(0);
    }),
  );
  const shownTwice = parseDateTime("2021-10-31T02:30+01:00[Europe/Berlin]");
  expect(String(truncateToDateTime({ unit: "hour", value: shownTwice, fields: {} }))).toBe(
    "2021-10-31T02:00+01:00[Europe/Berlin]",
  );
});
