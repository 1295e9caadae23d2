import { AGGREGATES } from "./aggregates.ts";
import { CONVERSION_FUNCTIONS } from "./conversion-functions.ts";
import type { AggregateDefinition, FunctionDefinition } from "./definition.ts";
import { ENTITY_FUNCTIONS } from "./entity-functions.ts";
import { LIST_FUNCTIONS } from "./list-functions.ts";
import { MATH_FUNCTIONS } from "./math-functions.ts";
import { STRING_FUNCTIONS } from "./string-functions.ts";

/** Every function that a query can call. */
export const FUNCTIONS: readonly (FunctionDefinition | AggregateDefinition)[] = [
  ...AGGREGATES,
  ...CONVERSION_FUNCTIONS,
  ...ENTITY_FUNCTIONS,
  ...LIST_FUNCTIONS,
  ...MATH_FUNCTIONS,
  ...STRING_FUNCTIONS,
];

const BY_NAME: ReadonlyMap<string, FunctionDefinition | AggregateDefinition> = new Map(
  FUNCTIONS.map((definition) => [definition.name.toLowerCase(), definition]),
);

/** The function of that name, in any case. */
export function findFunction(name: string): FunctionDefinition | AggregateDefinition | undefined {
  return BY_NAME.get(name.toLowerCase());
}
