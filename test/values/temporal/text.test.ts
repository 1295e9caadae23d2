import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CypherError } from "../../../src/diagnostics/cypher-error.ts";
import { parseDuration } from "../../../src/values/temporal/read-duration.ts";
import {
  parseDate,
  parseDateTime,
  parseLocalTime,
  parseTime,
} from "../../../src/values/temporal/read-instant.ts";
import { readTemporal, TEMPORAL_TYPES } from "../../../src/values/temporal/read-temporal.ts";
import { runs } from "../../random-runs.ts";
import { temporals } from "./arbitraries.ts";

test("the text of a temporal value is read back as the same value", () => {
  fc.assert(
    fc.property(temporals, (value) => {
      expect(readTemporal(value.type, String(value))).toEqual(value);
    }),
    { numRuns: runs(1500) },
  );
});

test("a reader fails only with a CypherError, for any text", () => {
  const digitsAndLetters = fc.string({
    unit: fc.constantFrom(..."0123456789-+:.,TWQPZYMDHS[]/ "),
    maxLength: 30,
  });
  fc.assert(
    fc.property(digitsAndLetters, fc.constantFrom(...TEMPORAL_TYPES), (text, type) => {
      try {
        readTemporal(type, text);
      } catch (error) {
        expect(error).toBeInstanceOf(CypherError);
      }
    }),
    { numRuns: runs(2500) },
  );
});

describe("dates", () => {
  test.each([
    ["1999-12-31", "1999-12-31"],
    ["19991231", "1999-12-31"],
    ["1999-12", "1999-12-01"],
    ["199912", "1999-12-01"],
    ["1999", "1999-01-01"],
    ["1999-W52-5", "1999-12-31"],
    ["1999W525", "1999-12-31"],
    ["1999w52", "1999-12-27"],
    ["1999-365", "1999-12-31"],
    ["1999365", "1999-12-31"],
    ["1999-Q4-92", "1999-12-31"],
    ["1999Q4", "1999-10-01"],
    ["2009-W53-7", "2010-01-03"],
    ["-0044-03-15", "-0044-03-15"],
    ["-44-03-15", "-0044-03-15"],
    ["-0000-01-01", "0000-01-01"],
    ["+0999-01-01", "0999-01-01"],
    ["+10000-01-01", "+10000-01-01"],
    ["+10000W01", "+10000-01-03"],
  ])("%s is %s", (text, date) => {
    expect(String(parseDate(text))).toBe(date);
  });

  test.each([
    ["", "not a Date "],
    ["12", "not a Date "],
    ["1999-13-01", "month"],
    ["1999-02-29", "has only 28 days"],
    ["1999-366", "ordinalDay"],
    ["1999-W53", "no week 53"],
    ["1999-Q5", "quarter"],
    ["1999-Q1-91", "dayOfQuarter"],
    ["1999-12-31T00:00", "not a Date "],
    ["+1000000000-01-01", "not a Date "],
    ["x".repeat(1_000_000), "not a Date "],
  ])("%.20s is an error: %s", (text, message) => {
    expect(() => parseDate(text)).toThrow(message);
  });
});

describe("times", () => {
  test.each([
    ["23:59:59.5", "23:59:59.500Z"],
    ["T235959,000000001+0130", "23:59:59.000000001+01:30"],
    ["0000-1800", "00:00-18:00"],
    ["07:08+00:00:01", "07:08+00:00:01"],
    ["07-000001", "07:00-00:00:01"],
    ["07:08z", "07:08Z"],
  ])("%s is %s", (text, time) => {
    expect(String(parseTime(text))).toBe(time);
  });

  test.each([
    ["24:00", "hour"],
    ["12:60", "minute"],
    ["12:00:60", "second"],
    ["12:00+18:01", "offset"],
    ["12:00+01:60", "minute of a time zone's offset"],
    ["12:00:00.0000000001", "not a Time "],
    ["1:00", "not a Time "],
    ["12:0000", "not a Time "],
    ["12:00[Europe/Stockholm]", "named time zone"],
  ])("%s is an error: %s", (text, message) => {
    expect(() => parseTime(text)).toThrow(message);
  });

  test("a LocalTime takes no zone", () => {
    expect(() => parseLocalTime("12:00Z")).toThrow("not a LocalTime ");
  });
});

describe("date-times", () => {
  test.each([
    ["1999-12-31T23:59+0100", "1999-12-31T23:59+01:00"],
    ["1999-365t2359[Asia/Kolkata]", "1999-12-31T23:59+05:30[Asia/Kolkata]"],
    ["1999-12-31", "1999-12-31T00:00Z"],
    ["1999-12", "1999-12-01T00:00Z"],
    ["2020-01-01T00:00Z[Europe/London]", "2020-01-01T00:00Z[Europe/London]"],
    ["2020-01-01T00:00[america/new york]", "2020-01-01T00:00-05:00[America/New_York]"],
    // The first local time is skipped, the second occurs twice.
    ["2021-03-28T02:30[Europe/Berlin]", "2021-03-28T03:30+02:00[Europe/Berlin]"],
    ["2021-10-31T02:30[Europe/Berlin]", "2021-10-31T02:30+02:00[Europe/Berlin]"],
    ["2021-10-31T02:30+01:00[Europe/Berlin]", "2021-10-31T02:30+01:00[Europe/Berlin]"],
    // Years outside the range of the zone rules.
    ["+400000-07-01T00:00[Europe/Berlin]", "+400000-07-01T00:00+02:00[Europe/Berlin]"],
    ["+400000-01-01T00:00[Europe/Berlin]", "+400000-01-01T00:00+01:00[Europe/Berlin]"],
  ])("%s is %s", (text, dateTime) => {
    expect(String(parseDateTime(text))).toBe(dateTime);
  });

  test.each([
    ["2020-07-01T00:00Z[Europe/London]", "the offset does not match the time zone"],
    ["2020-07-01T00:00[Europe/Atlantis]", "unknown time zone"],
    ["2020-07-01T00:00[+01:00]", "unknown time zone"],
    ["2020-07-01 00:00", "not a DateTime "],
    ["2020-07-01T00:00+1", "not a DateTime "],
    ["2020-07-01TT00:00", "not a DateTime "],
  ])("%s is an error: %s", (text, message) => {
    expect(() => parseDateTime(text)).toThrow(message);
  });
});

describe("durations", () => {
  test.each([
    ["P1Y14M", "P2Y2M"],
    ["P1W", "P7D"],
    ["P0.5W", "P3DT12H"],
    ["P0.5Y", "P6M"],
    ["P1Y0.5M", "P1Y15DT5H14M33S"],
    ["PT90M", "PT1H30M"],
    ["PT36H", "PT36H"],
    ["p1dt1s", "P1DT1S"],
    ["-P1DT-1S", "P-1DT1S"],
    ["P-1M-1DT-1.25S", "P-1M-1DT-1.25S"],
    ["PT0.000000001S", "PT0.000000001S"],
    ["PT0.0000000019S", "PT0.000000001S"],
    ["P0D", "PT0S"],
    ["P0001-02-03T04:05:06,7", "P1Y2M3DT4H5M6.7S"],
    ["P00010203", "P1Y2M3D"],
    ["-PT10:00", "PT-10H"],
  ])("%s is %s", (text, duration) => {
    expect(String(parseDuration(text))).toBe(duration);
  });

  test.each([
    ["P", "not a Duration "],
    ["PT", "not a Duration "],
    ["P1DT", "not a Duration "],
    ["1D", "not a Duration "],
    ["P1S", "not a Duration "],
    ["P1D1M", "not a Duration "],
    ["P0001-13-01", "month"],
    ["P9999999999999999999D", "64 bits"],
  ])("%s is an error: %s", (text, message) => {
    expect(() => parseDuration(text)).toThrow(message);
  });
});
