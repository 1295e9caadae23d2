import { CypherError } from "../../diagnostics/cypher-error.ts";
import { daysInMonth, quarterOf, weekDate } from "./calendar.ts";
import { CypherDate, dateOfEpochDay, epochDayOf } from "./date.ts";
import { checkNoneMissing, type Fields, hasAny, integerField } from "./fields.ts";
import { checkRange } from "./range.ts";
import { dateOfOrdinalDay, dateOfQuarter, dateOfWeek } from "./read-date.ts";

/** The four ways to say which day of a year: only one of them at once. */
const FORMS = [["month", "day"], ["week", "dayOfWeek"], ["quarter", "dayOfQuarter"], ["ordinalDay"]] as const;

export const DATE_FIELDS: readonly string[] = ["year", ...FORMS.flat()];

/**
 * A date from its components. Those that are not given are those of `base`, or without one the lowest. Where
 * the base's day does not exist in another month, it becomes the month's last.
 *
 * @throws CypherError `InvalidArgumentValue` where components are missing, contradict or are out of range
 */
export function buildDate(fields: Fields, base: CypherDate | undefined): CypherDate {
  const [form, other] = FORMS.filter((names) => hasAny(fields, names));
  if (form !== undefined && other !== undefined) {
    const message = `a date is given by ${form.join(" and ")} or by ${other.join(" and ")}, and not by both`;
    throw new CypherError("InvalidArgumentValue", message);
  }
  if (base === undefined) checkNoneMissing(fields, ["year", ...(form ?? [])]);
  const number = (name: string) => integerField(fields, name);
  const year = number("year");
  const week = number("week");
  if (week !== undefined) {
    // A week belongs to a year of weeks, which the year then means.
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

/** Whether the components tell one day, and not only a year, month, week or quarter. */
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

/** @param preferred the day that is taken where `day` is not given, or the last before it */
function onDay(start: CypherDate, month: number, day: number | undefined, preferred = start.day): CypherDate {
  checkRange("month", month, 1, 12);
  return new CypherDate(start.year, month, day ?? Math.min(preferred, daysInMonth(start.year, month)));
}

function onDayOfWeek(date: CypherDate, dayOfWeek: number): CypherDate {
  checkRange("dayOfWeek", dayOfWeek, 1, 7);
  return dateOfEpochDay(epochDayOf(date) - weekDate(date).dayOfWeek + dayOfWeek);
}

/** The same month of the quarter, unless the day of the quarter is told. */
function inQuarter(
  date: CypherDate,
  quarter: number | undefined = quarterOf(date.month),
  dayOfQuarter: number | undefined,
): CypherDate {
  checkRange("quarter", quarter, 1, 4);
  if (dayOfQuarter !== undefined) return dateOfQuarter(date.year, quarter, dayOfQuarter);
  return onDay(date, quarter * 3 - 2 + ((date.month - 1) % 3), undefined);
}
