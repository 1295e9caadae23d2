import { CypherError } from "../../diagnostics/cypher-error.ts";
import { daysInMonth, quarterOf, weekDate } from "./calendar.ts";
import { CypherDate, dateOfEpochDay, epochDayOf } from "./date.ts";
import { checkNoneMissing, type Fields, hasAny, integerField } from "./fields.ts";
import { checkRange } from "./range.ts";
import { dateOfOrdinalDay, dateOfQuarter, dateOfWeek } from "./read-date.ts";

/** The four ways to specify a day of a year. They are mutually exclusive. */
const FORMS = [["month", "day"], ["week", "dayOfWeek"], ["quarter", "dayOfQuarter"], ["ordinalDay"]] as const;

export const DATE_FIELDS: readonly string[] = ["year", ...FORMS.flat()];

/**
 * Builds a date from its components. Missing components come from `base`, or without a base are the lowest possible. If
 * the base's day does not exist in the new month, it becomes the month's last.
 *
 * @throws CypherError `InvalidArgumentValue` if components are missing, contradictory or out of range
 */
export function buildDate(fields: Fields, base: CypherDate | undefined): CypherDate {
  const [form, other] = FORMS.filter((names) => hasAny(fields, names));
  if (form !== undefined && other !== undefined) {
    const message = `a date takes either ${form.join(" and ")} or ${other.join(" and ")}, not both`;
    throw new CypherError("InvalidArgumentValue", message);
  }
  if (base === undefined) checkNoneMissing(fields, ["year", ...(form ?? [])]);
  const number = (name: string) => integerField(fields, name);
  const year = number("year");
  const week = number("week");
  if (week !== undefined) {
    // A week belongs to a week-based year, so `year` then means that.
    const known = base === undefined ? undefined : weekDate(base);
    return dateOfWeek(year ?? known?.weekYear ?? 0, week, number("dayOfWeek") ?? known?.dayOfWeek);
  }
  const start = inYear(base, year);
  switch (form?.[0]) {
    case "week":
      return onDayOfWeek(start, number("dayOfWeek") ?? 1);
    case "quarter":
      return inQuarter(start, number("quarter"), number("dayOfQuarter"));
    case "ordinalDay":
      return dateOfOrdinalDay(start.year, number("ordinalDay") ?? 1);
    default:
      return onDay(start, number("month") ?? start.month, number("day"));
  }
}

/** Whether the components identify a day, not only a year, month, week or quarter. */
export function hasDay(fields: Fields): boolean {
  return hasAny(fields, ["day", "dayOfWeek", "dayOfQuarter", "ordinalDay"]);
}

function inYear(base: CypherDate | undefined, year: number | undefined): CypherDate {
  if (base === undefined) {
    if (year !== undefined) return new CypherDate(year);
    throw new CypherError("InvalidArgumentValue", "a date needs at least a year");
  }
  return year === undefined ? base : onDay(new CypherDate(year), base.month, undefined, base.day);
}

/** @param preferred used if `day` is omitted; if the month is shorter, its last day is used */
function onDay(start: CypherDate, month: number, day: number | undefined, preferred = start.day): CypherDate {
  checkRange("month", month, 1, 12);
  return new CypherDate(start.year, month, day ?? Math.min(preferred, daysInMonth(start.year, month)));
}

function onDayOfWeek(date: CypherDate, dayOfWeek: number): CypherDate {
  checkRange("dayOfWeek", dayOfWeek, 1, 7);
  return dateOfEpochDay(epochDayOf(date) - weekDate(date).dayOfWeek + dayOfWeek);
}

/** The same month of the quarter, unless the day of the quarter is given. */
function inQuarter(
  date: CypherDate,
  quarter: number | undefined = quarterOf(date.month),
  dayOfQuarter: number | undefined,
): CypherDate {
  checkRange("quarter", quarter, 1, 4);
  if (dayOfQuarter !== undefined) return dateOfQuarter(date.year, quarter, dayOfQuarter);
  return onDay(date, quarter * 3 - 2 + ((date.month - 1) % 3), undefined);
}
