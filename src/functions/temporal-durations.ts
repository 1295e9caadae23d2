import { isInteger, isNumber, toDouble } from "../values/numbers.ts";
import { daysBetween, durationBetween, monthsBetween, secondsBetween } from "../values/temporal/between.ts";
import type { Duration } from "../values/temporal/duration.ts";
import { checkFields } from "../values/temporal/fields.ts";
import { type Fraction, whole, ZERO } from "../values/temporal/fraction.ts";
import { DURATION_UNITS, durationOfAmounts, parseDuration } from "../values/temporal/read-duration.ts";
import { isDuration, isTemporalInstant, type TemporalInstant } from "../values/temporal/temporal.ts";
import { decimalOf } from "../values/temporal/temporal-arithmetic.ts";
import { isMap } from "../values/type-name.ts";
import type { Value, ValueMap } from "../values/value.ts";
import { wrongType } from "./argument-checks.ts";
import type { FunctionDefinition } from "./definition.ts";

const INSTANT = "Date | LocalTime | Time | LocalDateTime | DateTime";

/** Functions that make durations. */
export const TEMPORAL_DURATIONS: readonly FunctionDefinition[] = [
  {
    kind: "function",
    name: "duration",
    signature: "duration(input: String | Map | Duration) :: Duration",
    description: "The Duration from a text in ISO 8601, or from amounts of units in a map.",
    call: ([input = null]) => {
      if (typeof input === "string") return parseDuration(input);
      if (isDuration(input)) return input;
      if (isMap(input)) return fromMap(input);
      throw wrongType("duration", "a String or a Map", input);
    },
  },
  between("duration.between", "in months, then days, then seconds", durationBetween),
  between("duration.inMonths", "in whole months", monthsBetween),
  between("duration.inDays", "in whole days", daysBetween),
  between("duration.inSeconds", "in seconds", secondsBetween),
];

function fromMap(map: ValueMap): Duration {
  checkFields(map, "Duration", DURATION_UNITS);
  return durationOfAmounts((unit) => amount(map[unit] ?? null));
}

function amount(value: Value): Fraction {
  if (value === null) return ZERO;
  if (!isNumber(value)) throw wrongType("duration", "numbers as amounts", value);
  return isInteger(value) ? whole(value) : decimalOf(toDouble(value));
}

function between(
  name: string,
  how: string,
  measure: (from: TemporalInstant, to: TemporalInstant) => Duration,
): FunctionDefinition {
  return {
    kind: "function",
    name,
    signature: `${name}(from: ${INSTANT}, to: ${INSTANT}) :: Duration`,
    description: `The time from one point in time to another, ${how}; parts that one lacks are taken from the other.`,
    call: ([from = null, to = null]) => measure(instantArgument(name, from), instantArgument(name, to)),
  };
}

function instantArgument(name: string, value: Value): TemporalInstant {
  if (isTemporalInstant(value)) return value;
  throw wrongType(name, "two points in time", value);
}
