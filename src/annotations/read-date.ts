import * as edtf from "edtf";

/** An EDTF date (ISO 8601-2), with its first and last possible day. */
export interface DateRange {
  /** As written, such as `2025-05~` or `2025-05-07/..`. */
  readonly edtf: string;
  /** First possible day, `YYYY-MM-DD`; undefined if open or unknown. */
  readonly from?: string;
  /** Last possible day, inclusive; undefined if open or unknown. */
  readonly to?: string;
}

/** Why a text is not a date; the error begins at `offset` (UTF-16, 0-based). */
export interface NoDate {
  readonly offset: number;
  readonly message: string;
  readonly hint: string;
}

const LONGEST = 100;
const EXAMPLES =
  "dates are EDTF, such as 2025-05-07, 2025-05, 2025-05-07/2025-05-10, 2025-05-07/.. or 2025-05~";
const PLAIN_DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
/** All four digits of the year are X. */
const WHOLE_YEAR = 0b1111;

interface Bounds {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * Reads an EDTF date of level 0, 1 or 2. Uncertain and approximate dates have the bounds of the plain date; a
 * time of day counts as its day, as written. Seasons are meteorological, of the northern hemisphere unless
 * their code says otherwise (29 to 32).
 */
export function readDate(text: string): DateRange | NoDate {
  // The EDTF parser is an Earley parser too: this avoids it for almost every date of real annotations.
  if (isPlainDay(text)) return { edtf: text, from: text, to: text };
  if (text.length > LONGEST) return { offset: 0, message: "the date is too long", hint: EXAMPLES };
  let parsed: edtf.ParsedDate;
  try {
    parsed = edtf.parse(text);
  } catch (error) {
    const offset = (error as { offset?: number }).offset ?? 0;
    return {
      offset: Math.min(offset, text.length - 1),
      message: `${text} is not a date`,
      hint: hintFor(text),
    };
  }
  // The library accepts 29 February in every year.
  const leapDay = text.match(/\d{4}-02-29/g)?.find((day) => !isPlainDay(day));
  if (leapDay !== undefined) {
    const offset = text.indexOf(leapDay) + "YYYY-MM-".length;
    return { offset, message: `${text} is not a date`, hint: `${leapDay.slice(0, 4)} is not a leap year` };
  }
  const { from, to } = boundsOf(parsed);
  if (from !== undefined && to !== undefined && isAfter(from, to)) {
    const offset = text.indexOf("/") + 1;
    return { offset, message: `${text} ends before it starts`, hint: "write the earlier date first" };
  }
  return { edtf: text, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

export function isDate(reading: DateRange | NoDate): reading is DateRange {
  return "edtf" in reading;
}

function isPlainDay(text: string): boolean {
  const [, year, month, day] = PLAIN_DAY.exec(text) ?? [];
  if (year === undefined) return false;
  // Day 0 is the last of the month before. The calendar repeats after 400 years, and Date.UTC takes 99 for 1999.
  const days = new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days;
}

function boundsOf(parsed: edtf.ParsedDate): Bounds {
  switch (parsed.type) {
    case "Interval": {
      const [lower, upper] = parsed.values.map(endBounds);
      return { from: lower?.from, to: upper?.to };
    }
    case "List":
    case "Set": {
      const members = parsed.values.flat().map(endBounds);
      const from = parsed.earlier
        ? undefined
        : outermost(
            members.map((member) => member.from),
            isAfter,
          );
      const to = parsed.later
        ? undefined
        : outermost(
            members.map((member) => member.to),
            isBefore,
          );
      return { from, to };
    }
    case "Season":
      return seasonBounds(parsed.values.map(Number));
    case "Year":
      return numericBounds(new edtf.Year(parsed));
    case "Decade":
      return numericBounds(new edtf.Decade(parsed));
    case "Century":
      return numericBounds(new edtf.Century(parsed));
    default: {
      if (((parsed.unspecified ?? 0) & WHOLE_YEAR) === WHOLE_YEAR) return {};
      // The time of day (and its zone) is dropped: it would turn the day into the UTC day.
      const { unspecified } = parsed;
      const day = { type: "Date", values: parsed.values.slice(0, 3) } as const;
      return numericBounds(new edtf.Date(unspecified === undefined ? day : { ...day, unspecified }));
    }
  }
}

/** Bounds of a part; open ends are `Infinity`, unknown ones `null`. */
function endBounds(part: unknown): Bounds {
  return typeof part === "object" && part !== null ? boundsOf(part as edtf.ParsedDate) : {};
}

function numericBounds({ min, max }: { min: number; max: number }): Bounds {
  return { from: isoDay(min), to: isoDay(max) };
}

/** The UTC day of a time in milliseconds; `undefined` if it is out of the range of JavaScript's dates. */
function isoDay(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().split("T")[0];
}

/** First month (1-based) and length in months of each EDTF code for a part of a year. */
const SEASONS: Readonly<Record<number, readonly [firstMonth: number, months: number]>> = {
  ...{ 21: [3, 3], 22: [6, 3], 23: [9, 3], 24: [12, 3], 25: [3, 3], 26: [6, 3], 27: [9, 3], 28: [12, 3] },
  ...{ 29: [9, 3], 30: [12, 3], 31: [3, 3], 32: [6, 3], 33: [1, 3], 34: [4, 3], 35: [7, 3], 36: [10, 3] },
  ...{ 37: [1, 4], 38: [5, 4], 39: [9, 4], 40: [1, 6], 41: [7, 6] },
};

function seasonBounds([year = 0, code = 0]: readonly number[]): Bounds {
  const [first, months] = SEASONS[code] ?? [1, 12];
  const start = new Date(Date.UTC(2000, first - 1, 1));
  start.setUTCFullYear(year);
  const end = new Date(start);
  end.setUTCMonth(end.getUTCMonth() + months, 0);
  return numericBounds({ min: start.getTime(), max: end.getTime() });
}

function outermost(
  days: readonly (string | undefined)[],
  isFurtherIn: (a: string, b: string) => boolean,
): string | undefined {
  return days.reduce((best, day) => {
    if (best === undefined || day === undefined) return undefined;
    return isFurtherIn(best, day) ? day : best;
  });
}

/** Days are not compared as texts, because years before 0 and after 9999 have a sign. */
function isAfter(a: string, b: string): boolean {
  return Date.parse(a) > Date.parse(b);
}

function isBefore(a: string, b: string): boolean {
  return isAfter(b, a);
}

function hintFor(text: string): string {
  const [, year = "", month = "", day = ""] = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text) ?? [];
  const padded = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isPlainDay(padded) && padded !== text ? `did you mean ${padded}?` : EXAMPLES;
}
