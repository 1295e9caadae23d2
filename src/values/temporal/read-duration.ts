import { CypherError } from "../../diagnostics/cypher-error.ts";
import { Duration, durationOf } from "./duration.ts";
import { decimal, type Fraction, product, sum, whole, ZERO } from "./fraction.ts";
import { nanosecondOfDay } from "./local-time.ts";
import { checkRange } from "./range.ts";
import { readTime } from "./read-time.ts";

const NUMBER = "[+-]?\\d{1,20}(?:[.,]\\d{1,20})?";

/** Amounts with units. Any unit may be omitted, and any amount may have a sign and a fraction. */
const AMOUNTS = new RegExp(
  `^(?<sign>[+-])?P(?:(?<years>${NUMBER})Y)?(?:(?<months>${NUMBER})M)?(?:(?<weeks>${NUMBER})W)?(?:(?<days>${NUMBER})D)?` +
    `(?:T(?=.)(?:(?<hours>${NUMBER})H)?(?:(?<minutes>${NUMBER})M)?(?:(?<seconds>${NUMBER})S)?)?$`,
  "i",
);

/** In the form of a date and a time. */
const DATE_AND_TIME =
  /^(?<sign>[+-])?P(?:(?<year>\d{4})(?:-(?<month>\d{2})-(?<day>\d{2})|(?<basicMonth>\d{2})(?<basicDay>\d{2})))?(?<time>T[\d:.,]+)?$/i;

/** @throws CypherError `InvalidArgumentValue` if `text` is not a duration in ISO 8601 */
export function parseDuration(text: string): Duration {
  const duration = readAmounts(text) ?? readDateAndTime(text);
  if (duration !== undefined) return duration;
  throw new CypherError(
    "InvalidArgumentValue",
    `${JSON.stringify(text.slice(0, 100))} is not a Duration in ISO 8601`,
    { hint: "for example P1Y2M3DT4H5M6.7S, P2W or PT0.5H" },
  );
}

export const DURATION_UNITS: readonly string[] = [
  "years",
  "quarters",
  "months",
  "weeks",
  "days",
  "hours",
  "minutes",
  "seconds",
  "milliseconds",
  "microseconds",
  "nanoseconds",
];

/** Returns the amount of one of {@link DURATION_UNITS}. */
type Amounts = (unit: string) => Fraction;

/** @throws CypherError `ArithmeticOverflow` if a component does not fit into 64 bits */
export function durationOfAmounts(amount: Amounts): Duration {
  const times = (unit: string, factor: bigint) => product(amount(unit), whole(factor));
  const second = 1_000_000_000n;
  return durationOf({
    months: sum(times("years", 12n), times("quarters", 3n), amount("months")),
    days: sum(times("weeks", 7n), amount("days")),
    nanoseconds: sum(
      times("hours", 3600n * second),
      times("minutes", 60n * second),
      times("seconds", second),
      times("milliseconds", 1_000_000n),
      times("microseconds", 1000n),
      amount("nanoseconds"),
    ),
  });
}

function readAmounts(text: string): Duration | undefined {
  const groups = AMOUNTS.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { sign, ...amounts } = groups;
  if (Object.values(amounts).every((amount) => amount === undefined)) return undefined;
  return durationOfAmounts((unit) => {
    const amount = amounts[unit];
    if (amount === undefined) return ZERO;
    return sign === "-" ? product(decimal(amount), whole(-1)) : decimal(amount);
  });
}

function readDateAndTime(text: string): Duration | undefined {
  const groups = DATE_AND_TIME.exec(text)?.groups;
  if (groups === undefined || (groups["year"] === undefined && groups["time"] === undefined))
    return undefined;
  const years = Number(groups["year"] ?? 0);
  const months = Number(groups["month"] ?? groups["basicMonth"] ?? 0);
  const days = Number(groups["day"] ?? groups["basicDay"] ?? 0);
  checkRange("month", months, 0, 12);
  checkRange("day", days, 0, 31);
  const time = groups["time"] === undefined ? undefined : readTime(groups["time"]);
  if (groups["time"] !== undefined && time === undefined) return undefined;
  const factor = groups["sign"] === "-" ? -1 : 1;
  const nanoseconds = time === undefined ? 0 : nanosecondOfDay(time);
  return new Duration(factor * (years * 12 + months), factor * days, 0, factor * nanoseconds);
}
