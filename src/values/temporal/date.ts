import { CypherError } from "../../diagnostics/cypher-error.ts";
import { daysInMonth, epochDay, MAX_YEAR, yearMonthDay } from "./calendar.ts";
import { checkRange } from "./range.ts";
import { TemporalValue } from "./temporal-value.ts";

/** A Cypher Date, named to differ from JavaScript's `Date`. */
export class CypherDate extends TemporalValue {
  readonly type = "Date";
  /** Astronomical year numbering: 0 is the year before 1, down to -999999999. */
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;

  /** @throws CypherError `InvalidArgumentValue` if the calendar has no such day */
  constructor(year: number, month = 1, day = 1) {
    super();
    this.year = checkRange("year", year, -MAX_YEAR, MAX_YEAR);
    this.month = checkRange("month", month, 1, 12);
    this.day = checkRange("day", day, 1, 31);
    if (day > daysInMonth(year, month)) {
      throw new CypherError(
        "InvalidArgumentValue",
        `${yearText(year)}-${twoDigits(month)} has only ${daysInMonth(year, month)} days, so there is no day ${day}`,
      );
    }
  }

  override toString(): string {
    return `${yearText(this.year)}-${twoDigits(this.month)}-${twoDigits(this.day)}`;
  }
}

/** @throws CypherError if the year has more than nine digits */
export function dateOfEpochDay(day: number): CypherDate {
  const { year, month, day: dayOfMonth } = yearMonthDay(day);
  return new CypherDate(year, month, dayOfMonth);
}

/** Days since 1970-01-01. */
export function epochDayOf(date: CypherDate): number {
  return epochDay(date);
}

export function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

/** At least four digits; with a sign if there are more, or if the year is negative. */
function yearText(year: number): string {
  const digits = String(Math.abs(year)).padStart(4, "0");
  return year < 0 ? `-${digits}` : year > 9999 ? `+${digits}` : digits;
}
