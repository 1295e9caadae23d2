import { CypherError } from "../../diagnostics/cypher-error.ts";

/**
 * @returns `value`; -0, which is no integer of Cypher's, as 0
 * @throws CypherError where `value` is no whole number from `least` to `most`
 */
export function checkRange(component: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value + 0;
  throw new CypherError(
    "InvalidArgumentValue",
    `${component} is a whole number from ${least} to ${most}, and not ${value}`,
  );
}
