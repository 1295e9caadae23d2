import * as edtf from "edtf";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDate, readDate } from "../../src/annotations/read-date.ts";
import { runs } from "../random-runs.ts";

const OPEN = undefined;

describe("bounds of EDTF dates", () => {
  test.each([
    ["2025", "2025-01-01", "2025-12-31"],
    ["2025-02", "2025-02-01", "2025-02-28"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2025-05-07", "2025-05-07", "2025-05-07"],
    ["2025-05-07/2025-05-10", "2025-05-07", "2025-05-10"],
    ["2025-05/2025-06", "2025-05-01", "2025-06-30"],
    ["2025-05-10/2025-05", "2025-05-10", "2025-05-31"],
    ["2025-05-07/..", "2025-05-07", OPEN],
    ["2025-05-07/", "2025-05-07", OPEN],
    ["../2025-05-07", OPEN, "2025-05-07"],
    ["/2025-05-07", OPEN, "2025-05-07"],
    ["../..", OPEN, OPEN],
    ["2025?", "2025-01-01", "2025-12-31"],
    ["2025-05~", "2025-05-01", "2025-05-31"],
    ["2025-05-07%", "2025-05-07", "2025-05-07"],
    ["2025-05-07~/2025-05-10?", "2025-05-07", "2025-05-10"],
    ["2025-XX", "2025-01-01", "2025-12-31"],
    ["2025-05-XX", "2025-05-01", "2025-05-31"],
    ["2025-XX-07", "2025-01-07", "2025-12-07"],
    ["XXXX", OPEN, OPEN],
    ["XXXX-05-07", OPEN, OPEN],
    ["202X", "2020-01-01", "2029-12-31"],
    ["202", "2020-01-01", "2029-12-31"],
    ["20", "2000-01-01", "2099-12-31"],
    ["2025-21", "2025-03-01", "2025-05-31"],
    ["2023-24", "2023-12-01", "2024-02-29"],
    ["2025-30", "2025-12-01", "2026-02-28"],
    ["2025-34", "2025-04-01", "2025-06-30"],
    ["2025-39", "2025-09-01", "2025-12-31"],
    ["2025-41", "2025-07-01", "2025-12-31"],
    ["[2025-05-07,2025-05-09]", "2025-05-07", "2025-05-09"],
    ["[2025-05-09,2025-05-07]", "2025-05-07", "2025-05-09"],
    ["{2025-05-07..2025-05-09}", "2025-05-07", "2025-05-09"],
    ["[..2025-05-07]", OPEN, "2025-05-07"],
    ["{2025-05-07..}", "2025-05-07", OPEN],
    ["2025-05-07T23:30:00Z", "2025-05-07", "2025-05-07"],
    ["2025-05-07T01:00:00+05:00", "2025-05-07", "2025-05-07"],
    ["2025-05-07T10:00:00/2025-05-08T12:00:00", "2025-05-07", "2025-05-08"],
    ["0044", "0044-01-01", "0044-12-31"],
    ["-0043", "-000043-01-01", "-000043-12-31"],
    ["Y17E7", OPEN, OPEN],
  ])("%s is from %s to %s", (text, from, to) => {
    expect(readDate(text)).toEqual({
      edtf: text,
      ...(from === OPEN ? {} : { from }),
      ...(to === OPEN ? {} : { to }),
    });
  });
});

describe("texts that are not dates", () => {
  test.each([
    ["2025-13", 6, "2025-13 is not a date"],
    ["2025-02-30", 8, "2025-02-30 is not a date"],
    ["2023-02-29", 8, "2023-02-29 is not a date"],
    ["1900-02-29/1901", 8, "1900-02-29/1901 is not a date"],
    ["yesterday", 0, "yesterday is not a date"],
    ["20250507", 4, "20250507 is not a date"],
    ["2025-05-10/2025-05-07", 11, "2025-05-10/2025-05-07 ends before it starts"],
    [`2025-05-07${" ".repeat(200)}`, 0, "the date is too long"],
  ])("%s is wrong from offset %i on: %s", (text, offset, message) => {
    expect(readDate(text)).toMatchObject({ offset, message });
  });

  test.each([
    ["2025-5-7", "did you mean 2025-05-07?"],
    ["2025/05/07", "did you mean 2025-05-07?"],
    ["2025.5.7", "did you mean 2025-05-07?"],
  ])("%s has the hint: %s", (text, hint) => {
    expect(readDate(text)).toMatchObject({ hint });
  });

  test("any text is a date or a reason", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const reading = readDate(text);
        if (isDate(reading)) expect(reading.edtf).toBe(text);
        else expect(reading.offset).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

test("the shortcut for plain days agrees with the EDTF library", () => {
  const part = (least: number, most: number) =>
    fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, "0"));
  const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, "0"));
  fc.assert(
    fc.property(year, part(0, 13), fc.oneof(part(0, 32), part(28, 31)), (y, m, d) => {
      const text = `${y}-${m}-${d}`;
      const leapYear = Number(y) % 4 === 0 && (Number(y) % 100 !== 0 || Number(y) % 400 === 0);
      const possible = `${m}-${d}` !== "02-29" || leapYear;
      expect(isDate(readDate(text))).toBe(isEdtf(text) && possible);
    }),
    { numRuns: runs(1000) },
  );
});

function isEdtf(text: string): boolean {
  try {
    edtf.parse(text);
    return true;
  } catch {
    return false;
  }
}
