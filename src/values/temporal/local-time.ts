import { twoDigits } from "./date.ts";
import { checkRange } from "./range.ts";
import { TemporalValue } from "./temporal-value.ts";

export const NANOSECONDS_PER_SECOND = 1_000_000_000;
export const NANOSECONDS_PER_DAY = 86_400 * NANOSECONDS_PER_SECOND;

/** A time of day without a time zone. */
export class LocalTime extends TemporalValue {
  readonly type = "LocalTime";
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** 0 to 59: there are no leap seconds. */
  readonly second: number;
  /** Of the second: 0 to 999999999. */
  readonly nanosecond: number;

  /** @throws CypherError `InvalidArgumentValue` if a component is out of range */
  constructor(hour: number, minute = 0, second = 0, nanosecond = 0) {
    super();
    this.hour = checkRange("hour", hour, 0, 23);
    this.minute = checkRange("minute", minute, 0, 59);
    this.second = checkRange("second", second, 0, 59);
    this.nanosecond = checkRange("nanosecond", nanosecond, 0, NANOSECONDS_PER_SECOND - 1);
  }

  override toString(): string {
    const { hour, minute, second, nanosecond } = this;
    const text = `${twoDigits(hour)}:${twoDigits(minute)}`;
    if (second === 0 && nanosecond === 0) return text;
    return `${text}:${twoDigits(second)}${fraction(nanosecond)}`;
  }
}

export const MIDNIGHT = new LocalTime(0);

/** 0 (inclusive) to {@link NANOSECONDS_PER_DAY} (exclusive). */
export function nanosecondOfDay({ hour, minute, second, nanosecond }: LocalTime): number {
  return ((hour * 60 + minute) * 60 + second) * NANOSECONDS_PER_SECOND + nanosecond;
}

/** @param nanosecond of the day */
export function timeOfDay(nanosecond: number): LocalTime {
  const seconds = Math.floor(nanosecond / NANOSECONDS_PER_SECOND);
  const minutes = Math.floor(seconds / 60);
  return new LocalTime(
    Math.floor(minutes / 60),
    minutes % 60,
    seconds % 60,
    nanosecond % NANOSECONDS_PER_SECOND,
  );
}

/** Three, six or nine digits, as needed. */
function fraction(nanosecond: number): string {
  if (nanosecond === 0) return "";
  const digits = String(nanosecond).padStart(9, "0");
  return `.${digits.replace(/(?:000){1,2}$/, "")}`;
}
