import { dateTimeOfInstant, instantOfEpoch, type Zone } from "../values/temporal/date-time.ts";
import { checkFields, readZone, zoneField } from "../values/temporal/fields.ts";
import { isMap } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";
import type { FunctionDefinition } from "./definition.ts";
import { INSTANT_TYPES, type InstantType } from "./temporal-types.ts";

/** Clocks by name. Each query is a separate transaction, so transaction and statement begin at the same time. */
const CLOCKS: Readonly<Record<string, (startedAt: bigint) => bigint>> = {
  transaction: (startedAt) => startedAt,
  statement: (startedAt) => startedAt,
  realtime: () => BigInt(Date.now()) * 1_000_000n,
};

/** Functions that return the time of a clock, in UTC or another zone. */
export const TEMPORAL_CLOCKS: readonly FunctionDefinition[] = [
  ...INSTANT_TYPES.flatMap((type) => Object.keys(CLOCKS).map((clock) => now(type, clock))),
  {
    kind: "function",
    name: "timestamp",
    signature: "timestamp() :: Integer",
    description: "Milliseconds from 1970-01-01T00:00Z to the start of the query.",
    call: (_args, { startedAt }) => Number(startedAt / 1_000_000n),
  },
];

function now(type: InstantType, clock: string): FunctionDefinition {
  const name = `${type.name}.${clock}`;
  const when = clock === "realtime" ? "of the call" : `of the start of the ${clock}`;
  return {
    kind: "function",
    name,
    signature: `${name}([timezone: String | Map]) :: ${type.type}`,
    description: `The ${type.type} ${when}, in UTC or a time zone.`,
    call: ([timezone], { startedAt }) => {
      const time = CLOCKS[clock]?.(startedAt) ?? startedAt;
      return type.take(dateTimeOfInstant(instantOfEpoch(time), zoneOf(timezone)));
    },
  };
}

function zoneOf(argument: Value | undefined): Zone {
  if (argument === undefined) return 0;
  if (!isMap(argument)) return readZone(argument);
  checkFields(argument, "time zone", ["timezone"]);
  return zoneField(argument) ?? 0;
}
