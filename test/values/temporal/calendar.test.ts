import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addDays, addMonths } from "../../../src/values/temporal/add-duration.ts";
import { durationBetween } from "../../../src/values/temporal/between.ts";
import {
  daysInMonth,
  daysInQuarter,
  epochDay,
  epochDayOfWeekDate,
  isLeapYear,
  weekDate,
  weeksInYear,
  yearMonthDay,
} from "../../../src/values/temporal/calendar.ts";
import { dateOfEpochDay } from "../../../src/values/temporal/date.ts";
import { dateTimeOfInstant, instantOf } from "../../../src/values/temporal/date-time.ts";
import { parseDateTime } from "../../../src/values/temporal/read-instant.ts";
import { runs } from "../../random-runs.ts";

/** Days that Temporal supports. Temporal has its own tests. */
const days = fc.oneof(
  fc.integer({ min: -99_000_000, max: 99_000_000 }),
  fc.integer({ min: -1500, max: 1500 }),
);

function temporalDate(day: number): Temporal.PlainDate {
  const { year, month, day: dayOfMonth } = yearMonthDay(day);
  return new Temporal.PlainDate(year, month, dayOfMonth);
}

test("dates equal those of Temporal", () => {
  fc.assert(
    fc.property(days, (day) => {
      const date = temporalDate(day);
      const other = new Temporal.PlainDate(1970, 1, 1).add({ days: day });
      expect(date.equals(other)).toBe(true);
      expect(epochDay(date)).toBe(day);
      expect(weekDate(date)).toEqual({
        weekYear: date.yearOfWeek,
        week: date.weekOfYear,
        dayOfWeek: date.dayOfWeek,
      });
      expect(epochDayOfWeekDate(weekDate(date))).toBe(day);
      expect(daysInMonth(date.year, date.month)).toBe(date.daysInMonth);
      expect(isLeapYear(date.year)).toBe(date.inLeapYear);
    }),
    { numRuns: runs(1500) },
  );
});

test("adding months and days equals Temporal's result", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -50_000_000, max: 50_000_000 }),
      fc.integer({ min: -9000, max: 9000 }),
      fc.integer({ min: -90_000, max: 90_000 }),
      (day, months, moreDays) => {
        const moved = addDays(addMonths(dateOfEpochDay(day), BigInt(months)), BigInt(moreDays));
        const expected = temporalDate(day).add({ months }).add({ days: moreDays });
        expect(String(moved).replace(/^[+-]0*/, "")).toBe(expected.toString().replace(/^[+-]0*/, ""));
      },
    ),
    { numRuns: runs(1000) },
  );
});

test("forwards, the months and days between two dates equal Temporal's", () => {
  fc.assert(
    fc.property(days, fc.nat({ max: 100_000 }), (day, later) => {
      const between = durationBetween(dateOfEpochDay(day), dateOfEpochDay(day + later));
      const expected = temporalDate(day).until(temporalDate(day).add({ days: later }), {
        largestUnit: "months",
      });
      expect([between.months, between.days]).toEqual([BigInt(expected.months), BigInt(expected.days)]);
    }),
    { numRuns: runs(1000) },
  );
});

test("local times in named zones equal Temporal's", () => {
  const zones = fc.constantFrom("Europe/Berlin", "America/St_Johns", "Pacific/Apia", "Africa/Monrovia");
  const seconds = fc.integer({ min: -6_000_000_000, max: 6_000_000_000 });
  fc.assert(
    fc.property(zones, seconds, (zone, second) => {
      const day = Math.floor(second / 86_400);
      const at = { epochDay: day, nanosecondOfDay: (second - day * 86_400) * 1_000_000_000 };
      const dateTime = dateTimeOfInstant(at, zone);
      const zoned = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO(zone);
      expect(dateTime.offsetSeconds * 1_000_000_000).toBe(zoned.offsetNanoseconds);
      expect({ ...dateTime.date }).toMatchObject({ year: zoned.year, month: zoned.month, day: zoned.day });
      expect({ ...dateTime.time }).toMatchObject({
        hour: zoned.hour,
        minute: zoned.minute,
        second: zoned.second,
      });
      expect(instantOf(dateTime)).toEqual(at);
    }),
    { numRuns: runs(500) },
  );
});

test("the calendar continues beyond Temporal's range", () => {
  expect(yearMonthDay(epochDay({ year: 999_999_999, month: 12, day: 31 }))).toEqual({
    year: 999_999_999,
    month: 12,
    day: 31,
  });
  expect(yearMonthDay(epochDay({ year: -999_999_999, month: 1, day: 1 }))).toEqual({
    year: -999_999_999,
    month: 1,
    day: 1,
  });
  expect(String(parseDateTime("-999999999-01-01T00:00Z"))).toBe("-999999999-01-01T00:00Z");
});

test("quarters and week-based years have the right lengths", () => {
  expect([1, 2, 3, 4].map((quarter) => daysInQuarter(2023, quarter))).toEqual([90, 91, 92, 92]);
  expect(daysInQuarter(2024, 1)).toBe(91);
  expect([2004, 2009, 2015, 2020, 2026].map(weeksInYear)).toEqual([53, 53, 53, 53, 53]);
  expect([2005, 2010, 2021, 2023].map(weeksInYear)).toEqual([52, 52, 52, 52]);
});
