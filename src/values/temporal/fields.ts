import { CypherError } from "../../diagnostics/cypher-error.ts";
import { didYouMean, oneOf } from "../../diagnostics/nearest-names.ts";
import { isInteger } from "../numbers.ts";
import { typeWithArticle } from "../type-name.ts";
import type { Value, ValueMap } from "../value.ts";
import type { Zone } from "./date-time.ts";
import { readOffset } from "./offset.ts";
import { isTemporalInstant, type TemporalInstant } from "./temporal.ts";
import { zoneName } from "./zone.ts";

/** The fields from which a temporal value is made: the entries of a map by name. A null is like a missing field. */
export type Fields = ValueMap;

/** @throws CypherError `InvalidArgumentValue` if the map is empty, or has a field that is not `known` */
export function checkFields(fields: Fields, type: string, known: readonly string[]): void {
  const names = Object.keys(fields);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined && names.length > 0) return;
  const hint = `it can be made from ${known.join(", ")}`;
  throw unknown === undefined
    ? new CypherError("InvalidArgumentValue", `a ${type} cannot be made from an empty map`, { hint })
    : new CypherError("InvalidArgumentValue", `a ${type} cannot be made from ${unknown}`, {
        hint: didYouMean(unknown, known) ?? hint,
      });
}

export function hasAny(fields: Fields, names: readonly string[]): boolean {
  return names.some((name) => field(fields, name) !== null);
}

/** @throws CypherError `InvalidArgumentValue` if the field is not an integer */
export function integerField(fields: Fields, name: string): number | undefined {
  const value = bigIntField(fields, name);
  return value === undefined ? undefined : Number(value);
}

/** As {@link integerField}, for integers that a JavaScript number may not hold. */
export function bigIntField(fields: Fields, name: string): bigint | undefined {
  const value = field(fields, name);
  if (value === null) return undefined;
  if (isInteger(value)) return BigInt(value);
  throw new CypherError("InvalidArgumentValue", `${name} must be an Integer, not ${typeWithArticle(value)}`);
}

/** A point in time from which parts are taken. */
export function instantField(fields: Fields, name: string): TemporalInstant | undefined {
  const value = field(fields, name);
  if (value === null) return undefined;
  if (isTemporalInstant(value)) return value;
  throw new CypherError("InvalidArgumentValue", `cannot take the ${name} from ${typeWithArticle(value)}`);
}

export function zoneField(fields: Fields): Zone | undefined {
  const value = field(fields, "timezone");
  return value === null ? undefined : readZone(value);
}

/** @throws CypherError `InvalidArgumentValue` if it is neither an offset nor the name of a zone */
export function readZone(value: Value): Zone {
  if (typeof value === "string") return readOffset(value) ?? zoneName(value);
  throw new CypherError(
    "InvalidArgumentValue",
    `a time zone must be a String, not ${typeWithArticle(value)}`,
    {
      hint: "for example 'Europe/Stockholm' or '+01:00'",
    },
  );
}

/**
 * Checks that no field is missing before one that is given.
 *
 * @param names in order of size, such as year, month, day
 * @throws CypherError `InvalidArgumentValue` if one is missing
 */
export function checkNoneMissing(fields: Fields, names: readonly (string | readonly string[])[]): void {
  const given = names.map((name) => hasAny(fields, [name].flat()));
  const missing = given.indexOf(false);
  const next = missing === -1 ? -1 : given.indexOf(true, missing);
  if (next === -1) return;
  const text = (at: number) => oneOf([names[at] ?? ""].flat());
  throw new CypherError("InvalidArgumentValue", `${text(next)} is given, but ${text(missing)} is missing`);
}

function field(fields: Fields, name: string): Value {
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}
