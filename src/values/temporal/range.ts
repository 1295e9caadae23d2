import { CypherError } from "../../diagnostics/cypher-error.ts";

/**
 * @returns `value`; 0 for -0, which is not a Cypher integer
 * @throws CypherError if `value` is not a whole number from `least` to `most`
 */
export function checkRange(component: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value + 0;
  throw new CypherError(
    "InvalidArgumentValue",
    `${component} must be a whole number from ${least} to ${most}, not ${value}`,
  );
}
