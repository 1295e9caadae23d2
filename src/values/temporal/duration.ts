import { wrongArgument } from "../../diagnostics/check-argument.ts";
import { CypherError } from "../../diagnostics/cypher-error.ts";
import { type Fraction, product, split, sum, whole } from "./fraction.ts";
import { TemporalValue } from "./temporal-value.ts";

/**
 * An amount of time. Months, days and seconds are stored separately, because none has a fixed length in another: a day
 * may have 23 hours. Each may be negative independently.
 */
export class Duration extends TemporalValue {
  readonly type = "Duration";
  readonly months: bigint;
  readonly days: bigint;
  /** Rounded down: -0.5 seconds are -1 seconds and 500000000 nanoseconds. */
  readonly seconds: bigint;
  /** Of the second: 0 to 999999999. */
  readonly nanoseconds: number;

  /**
   * @param nanoseconds any number; whole seconds are carried over to the seconds
   * @throws CypherError `ArithmeticOverflow` if a component does not fit into 64 bits
   * @throws TypeError if one is not a whole number
   */
  constructor(
    months: bigint | number,
    days: bigint | number = 0,
    seconds: bigint | number = 0,
    nanoseconds: bigint | number = 0,
  ) {
    super();
    for (const part of [months, days, seconds, nanoseconds]) {
      if (typeof part !== "bigint" && !Number.isInteger(part)) {
        throw wrongArgument("new Duration", "whole numbers", part);
      }
    }
    const total = BigInt(seconds) * NANOSECONDS_PER_SECOND + BigInt(nanoseconds);
    const rest = ((total % NANOSECONDS_PER_SECOND) + NANOSECONDS_PER_SECOND) % NANOSECONDS_PER_SECOND;
    this.months = inRange(BigInt(months));
    this.days = inRange(BigInt(days));
    this.seconds = inRange((total - rest) / NANOSECONDS_PER_SECOND);
    this.nanoseconds = Number(rest);
  }

  /** `P1Y2M3DT4H5M6.007S`, where each part may have a sign; the shortest is `PT0S`. */
  override toString(): string {
    const date = part(this.months / 12n, "Y") + part(this.months % 12n, "M") + part(this.days, "D");
    const time = timeText(totalNanoseconds(this));
    if (time !== "") return `P${date}T${time}`;
    return date === "" ? "PT0S" : `P${date}`;
  }
}

const NANOSECONDS_PER_SECOND = 1_000_000_000n;

/** The mean month of the Gregorian calendar, 30.436875 days, used for fractions of a month. */
const DAYS_PER_MONTH: Fraction = { numerator: 30_436_875n, denominator: 1_000_000n };
export const SECONDS_PER_MONTH = 2_629_746n;
export const SECONDS_PER_DAY = 86_400n;

/** Seconds and nanoseconds together. */
export function totalNanoseconds({ seconds, nanoseconds }: Duration): bigint {
  return seconds * NANOSECONDS_PER_SECOND + BigInt(nanoseconds);
}

/** The parts of a duration. They may be fractions. */
export interface DurationParts {
  readonly months: Fraction;
  readonly days: Fraction;
  readonly nanoseconds: Fraction;
}

/**
 * Carries fractions of a month over to the days, and fractions of a day to the nanoseconds; fractions of a nanosecond
 * are dropped.
 */
export function durationOf(parts: DurationParts): Duration {
  const months = split(parts.months);
  const days = split(sum(parts.days, product(months.rest, DAYS_PER_MONTH)));
  const nanosecondsOfDays = product(days.rest, whole(SECONDS_PER_DAY * NANOSECONDS_PER_SECOND));
  const nanoseconds = split(sum(parts.nanoseconds, nanosecondsOfDays));
  return new Duration(months.whole, days.whole, 0, nanoseconds.whole);
}

function timeText(nanoseconds: bigint): string {
  const seconds = nanoseconds / NANOSECONDS_PER_SECOND;
  const text = part(seconds / 3600n, "H") + part((seconds / 60n) % 60n, "M");
  const rest = nanoseconds % (60n * NANOSECONDS_PER_SECOND);
  if (rest === 0n) return text;
  const size = rest < 0n ? -rest : rest;
  const fraction = String(size % NANOSECONDS_PER_SECOND)
    .padStart(9, "0")
    .replace(/0+$/, "");
  const whole = `${rest < 0n ? "-" : ""}${size / NANOSECONDS_PER_SECOND}`;
  return `${text}${fraction === "" ? whole : `${whole}.${fraction}`}S`;
}

function part(amount: bigint, unit: string): string {
  return amount === 0n ? "" : `${amount}${unit}`;
}

function inRange(amount: bigint): bigint {
  if (BigInt.asIntN(64, amount) === amount) return amount;
  throw new CypherError("ArithmeticOverflow", `the part ${amount} of a duration does not fit into 64 bits`);
}
