import { dateTimeOfInstant, instantOfEpoch } from "../values/temporal/date-time.ts";
import { isTemporalInstant } from "../values/temporal/temporal.ts";
import { truncationUnit } from "../values/temporal/truncate.ts";
import { isMap } from "../values/type-name.ts";
import { stringArgument, wrongType } from "./argument-checks.ts";
import type { FunctionDefinition } from "./definition.ts";
import { INSTANT_TYPES, type InstantType, offsetsAt } from "./temporal-types.ts";

const INPUT = "Date | LocalTime | Time | LocalDateTime | DateTime";

/** Functions that cut a point in time down to the begin of a unit. */
export const TEMPORAL_TRUNCATION: readonly FunctionDefinition[] = INSTANT_TYPES.map(truncation);

function truncation(type: InstantType): FunctionDefinition {
  const name = `${type.name}.truncate`;
  return {
    kind: "function",
    name,
    signature: `${name}(unit: String [, value: ${INPUT} [, components: Map]]) :: ${type.type}`,
    description:
      "The begin of the unit (millennium to microsecond) that a point in time, else now, lies in, with smaller components of one's choice.",
    minimumArguments: 1,
    maximumArguments: 3,
    call: ([unitName, value, fields = {}], context) => {
      const unit = truncationUnit(stringArgument(name, unitName));
      const instant = value ?? dateTimeOfInstant(instantOfEpoch(context.startedAt), 0);
      if (!isTemporalInstant(instant)) throw wrongType(name, "a point in time", instant);
      if (!isMap(fields)) throw wrongType(name, "a Map of components", fields);
      return type.truncate({ unit, value: instant, fields }, offsetsAt(context.startedAt));
    },
  };
}
