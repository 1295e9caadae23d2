/**
 * The proleptic Gregorian calendar of ISO 8601 in integer arithmetic, for years of up to nine digits. JavaScript's
 * Temporal ends at the years ±271821; Cypher's dates do not. An epoch day is the number of days since 1970-01-01, which
 * is 0. The conversions count in eras of 400 years that begin in March, so that the leap day comes last (Howard
 * Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 */
export interface YearMonthDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

/** A week date: the year that the week belongs to, the week from 1, and the day from Monday = 1. */
export interface WeekDate {
  readonly weekYear: number;
  readonly week: number;
  readonly dayOfWeek: number;
}

export const MAX_YEAR = 999_999_999;

const DAYS_PER_ERA = 146_097;
/** From 0000-03-01 to 1970-01-01. */
const DAYS_TO_EPOCH = 719_468;

export function epochDay({ year, month, day }: YearMonthDay): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfMarchYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfMarchYear;
  return era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH;
}

export function yearMonthDay(epochDay: number): YearMonthDay {
  const days = epochDay + DAYS_TO_EPOCH;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfMarchYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfMarchYear + 2) / 153);
  const day = dayOfMarchYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function daysInYear(year: number): number {
  return isLeapYear(year) ? 366 : 365;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** 1 to 4. */
export function quarterOf(month: number): number {
  return Math.ceil(month / 3);
}

/** 90 to 92. */
export function daysInQuarter(year: number, quarter: number): number {
  return [0, 1, 2].reduce((days, at) => days + daysInMonth(year, quarter * 3 - at), 0);
}

/** Monday = 1 to Sunday = 7. */
function dayOfWeek(epochDay: number): number {
  return ((((epochDay + 3) % 7) + 7) % 7) + 1;
}

/** The first week of a year is the one with its first Thursday. */
export function weekDate(date: YearMonthDay): WeekDate {
  const day = epochDay(date);
  const weekday = dayOfWeek(day);
  const thursday = day + 4 - weekday;
  const { year } = yearMonthDay(thursday);
  const week = Math.floor((thursday - epochDay({ year, month: 1, day: 1 })) / 7) + 1;
  return { weekYear: year, week, dayOfWeek: weekday };
}

export function epochDayOfWeekDate({ weekYear, week, dayOfWeek: weekday }: WeekDate): number {
  const fourth = epochDay({ year: weekYear, month: 1, day: 4 });
  return fourth - dayOfWeek(fourth) + (week - 1) * 7 + weekday;
}

/** 52 or 53. */
export function weeksInYear(weekYear: number): number {
  return weekDate({ year: weekYear, month: 12, day: 28 }).week;
}
