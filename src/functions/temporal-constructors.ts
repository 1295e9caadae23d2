import { dateTimeOfInstant, instantOfEpoch } from "../values/temporal/date-time.ts";
import { zoneField } from "../values/temporal/fields.ts";
import { isTemporalInstant } from "../values/temporal/temporal.ts";
import { isMap } from "../values/type-name.ts";
import type { Value, ValueMap } from "../values/value.ts";
import { bigIntArgument, wrongType } from "./argument-checks.ts";
import type { FunctionDefinition } from "./definition.ts";
import { INSTANT_TYPES, type InstantType, offsetsAt } from "./temporal-types.ts";

const INPUT = "String | Map | Date | LocalTime | Time | LocalDateTime | DateTime";

/** Functions that make points in time; without an argument, the start of the query. */
export const TEMPORAL_CONSTRUCTORS: readonly FunctionDefinition[] = [
  ...INSTANT_TYPES.map(constructorOf),
  {
    kind: "function",
    name: "datetime.fromepoch",
    signature: "datetime.fromepoch(seconds: Integer, nanoseconds: Integer) :: DateTime",
    description: "1970-01-01T00:00Z plus the given seconds and nanoseconds.",
    call: ([seconds, nanoseconds]) =>
      inUtc(
        bigIntArgument("datetime.fromepoch", seconds) * 1_000_000_000n +
          bigIntArgument("datetime.fromepoch", nanoseconds),
      ),
  },
  {
    kind: "function",
    name: "datetime.fromepochmillis",
    signature: "datetime.fromepochmillis(milliseconds: Integer) :: DateTime",
    description: "1970-01-01T00:00Z plus the given milliseconds.",
    call: ([milliseconds]) => inUtc(bigIntArgument("datetime.fromepochmillis", milliseconds) * 1_000_000n),
  },
];

function constructorOf(type: InstantType): FunctionDefinition {
  return {
    kind: "function",
    name: type.name,
    signature: `${type.name}([input: ${INPUT}]) :: ${type.type}`,
    description: `The ${type.type} from a text in ISO 8601, components in a map, or another value; by default now.`,
    call: ([input], context) => {
      if (input === undefined) return type.take(inUtc(context.startedAt));
      if (typeof input === "string") return type.parse(input);
      if (isTemporalInstant(input)) return type.build({ [type.group]: input }, offsetsAt(context.startedAt));
      if (isMap(input)) return fromMap(type, input, context.startedAt);
      throw wrongType(type.name, "a String, a Map or a point in time", input);
    },
  };
}

/** A map with only a time zone returns the current time; taking components from null returns null. */
function fromMap(type: InstantType, map: ValueMap, startedAt: bigint): Value {
  const names = Object.keys(map);
  if (names.length === 1 && names[0] === "timezone")
    return type.take(dateTimeOfInstant(instantOfEpoch(startedAt), zoneField(map) ?? 0));
  if (["date", "time", "datetime"].some((group) => names.includes(group) && map[group] === null)) return null;
  return type.build(map, offsetsAt(startedAt));
}

function inUtc(nanoseconds: bigint) {
  return dateTimeOfInstant(instantOfEpoch(nanoseconds), 0);
}
