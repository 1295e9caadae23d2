import { AGGREGATES } from "./aggregates.ts";
import { CONVERSION_FUNCTIONS } from "./conversion-functions.ts";
import type { AggregateDefinition, FunctionDefinition } from "./definition.ts";
import { ENTITY_FUNCTIONS } from "./entity-functions.ts";
import { LIST_FUNCTIONS } from "./list-functions.ts";
import { MATH_FUNCTIONS } from "./math-functions.ts";
import { STRING_FUNCTIONS } from "./string-functions.ts";
import { TEMPORAL_CLOCKS } from "./temporal-clocks.ts";
import { TEMPORAL_CONSTRUCTORS } from "./temporal-constructors.ts";
import { TEMPORAL_DURATIONS } from "./temporal-durations.ts";
import { TEMPORAL_TRUNCATION } from "./temporal-truncation.ts";

/** Every function that a query can call. */
export const FUNCTIONS: readonly (FunctionDefinition | AggregateDefinition)[] = [
  ...AGGREGATES,
  ...CONVERSION_FUNCTIONS,
  ...ENTITY_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...MATH_FUNCTIONS,
  ...STRING_FUNCTIONS,
  ...TEMPORAL_CONSTRUCTORS,
  ...TEMPORAL_CLOCKS,
  ...TEMPORAL_TRUNCATION,
  ...TEMPORAL_DURATIONS,
];

const BY_NAME: ReadonlyMap<string, FunctionDefinition | AggregateDefinition> = new Map(
  FUNCTIONS.map((definition) => [definition.name.toLowerCase(), definition]),
);

/** The function with this name, ignoring case. */
export function findFunction(name: string): FunctionDefinition | AggregateDefinition | undefined {
  return BY_NAME.get(name.toLowerCase());
}
