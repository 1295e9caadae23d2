import { dateTimeOfInstant, instantOfEpoch } from "../values/temporal/date-time.ts";
import { isTemporalInstant } from "../values/temporal/temporal.ts";
import { truncationUnit } from "../values/temporal/truncate.ts";
import { isMap } from "../values/type-name.ts";
import { stringArgument, wrongType } from "./argument-checks.ts";
import type { FunctionDefinition } from "./definition.ts";
import { INSTANT_TYPES, type InstantType, offsetsAt } from "./temporal-types.ts";

const INPUT = "Date | LocalTime | Time | LocalDateTime | DateTime";

/** Functions that truncate a point in time to the start of a unit. */
export const TEMPORAL_TRUNCATION: readonly FunctionDefinition[] = INSTANT_TYPES.map(truncation);

function truncation(type: InstantType): FunctionDefinition {
  const name = `${type.name}.truncate`;
  return {
    kind: "function",
    name,
    signature: `${name}(unit: String [, value: ${INPUT} [, components: Map]]) :: ${type.type}`,
    description:
      "The start of the unit (millennium to microsecond) that contains a point in time, by default now; a map can set smaller components.",
    call: ([unitName, value, fields = {}], context) => {
      const unit = truncationUnit(stringArgument(name, unitName));
      const instant = value ?? dateTimeOfInstant(instantOfEpoch(context.startedAt), 0);
      if (!isTemporalInstant(instant)) throw wrongType(name, "a point in time", instant);
      if (!isMap(fields)) throw wrongType(name, "a Map of components", fields);
      return type.truncate({ unit, value: instant, fields }, offsetsAt(context.startedAt));
    },
  };
}
