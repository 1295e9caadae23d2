import { CypherError } from "../../diagnostics/cypher-error.ts";
import { daysInQuarter, daysInYear, epochDay, epochDayOfWeekDate, weeksInYear } from "./calendar.ts";
import { CypherDate, dateOfEpochDay } from "./date.ts";
import { checkRange } from "./range.ts";

/**
 * A year with a sign may have up to nine digits, one without has four. In basic format, which has no separators, only
 * the latter may be followed by digits.
 */
const YEAR = "(?<year>\\d{4}|[+-]\\d{1,9})";
const SHORT_YEAR = "(?<year>\\d{4})";

/** ISO 8601's calendar, week and ordinal dates, and similar quarter dates; extended format, then basic format. */
const FORMS = [
  `${YEAR}-(?<month>\\d{1,2})(?:-(?<day>\\d{1,2}))?`,
  `${YEAR}-W(?<week>\\d{1,2})(?:-(?<dayOfWeek>\\d))?`,
  `${YEAR}-Q(?<quarter>\\d)(?:-(?<dayOfQuarter>\\d{1,2}))?`,
  `${YEAR}-(?<ordinalDay>\\d{3})`,
  YEAR,
  `${SHORT_YEAR}(?<month>\\d{2})(?<day>\\d{2})?`,
  "(?<year>\\d{4}|[+-]\\d{1,9})W(?<week>\\d{2})(?<dayOfWeek>\\d)?",
  `${SHORT_YEAR}Q(?<quarter>\\d)(?<dayOfQuarter>\\d{2})?`,
  `${SHORT_YEAR}(?<ordinalDay>\\d{3})`,
].map((form) => new RegExp(`^${form}$`, "i"));

/**
 * Reads a date in ISO 8601. Components omitted at the end are the lowest possible. Returns undefined if the text has
 * none of the forms.
 *
 * @throws CypherError `InvalidArgumentValue` if the calendar has no such day
 */
export function readDate(text: string): CypherDate | undefined {
  for (const form of FORMS) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const number = (name: string) => (groups[name] === undefined ? undefined : Number(groups[name]));
    const year = Number(groups["year"]);
    const week = number("week");
    if (week !== undefined) return dateOfWeek(year, week, number("dayOfWeek"));
    const quarter = number("quarter");
    if (quarter !== undefined) return dateOfQuarter(year, quarter, number("dayOfQuarter"));
    const ordinalDay = number("ordinalDay");
    if (ordinalDay !== undefined) return dateOfOrdinalDay(year, ordinalDay);
    return new CypherDate(year, number("month"), number("day"));
  }
  return undefined;
}

/** @param dayOfWeek from Monday = 1 */
export function dateOfWeek(weekYear: number, week: number, dayOfWeek = 1): CypherDate {
  checkRange("week", week, 1, 53);
  checkRange("dayOfWeek", dayOfWeek, 1, 7);
  if (week > weeksInYear(weekYear))
    throw new CypherError("InvalidArgumentValue", `the year ${weekYear} has no week ${week}`);
  return dateOfEpochDay(epochDayOfWeekDate({ weekYear, week, dayOfWeek }));
}

export function dateOfQuarter(year: number, quarter: number, dayOfQuarter = 1): CypherDate {
  checkRange("quarter", quarter, 1, 4);
  checkRange("dayOfQuarter", dayOfQuarter, 1, daysInQuarter(year, quarter));
  return dateOfEpochDay(epochDay({ year, month: quarter * 3 - 2, day: dayOfQuarter }));
}

export function dateOfOrdinalDay(year: number, ordinalDay: number): CypherDate {
  checkRange("ordinalDay", ordinalDay, 1, daysInYear(year));
  return dateOfEpochDay(epochDay({ year, month: 1, day: ordinalDay }));
}
