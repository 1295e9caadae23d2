import { CypherError } from "../../diagnostics/cypher-error.ts";

/** @throws CypherError where `value` is no whole number from `least` to `most` */
export function checkRange(component: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new CypherError(
    "InvalidArgumentValue",
    `${component} is a whole number from ${least} to ${most}, and not ${value}`,
  );
}
