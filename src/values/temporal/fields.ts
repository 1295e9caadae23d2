import { CypherError } from "../../diagnostics/cypher-error.ts";
import { didYouMean, oneOf } from "../../diagnostics/nearest-names.ts";
import { isInteger } from "../numbers.ts";
import { typeWithArticle } from "../type-name.ts";
import type { Value, ValueMap } from "../value.ts";
import type { Zone } from "./date-time.ts";
import { readOffset } from "./offset.ts";
import { isTemporalInstant, type TemporalInstant } from "./temporal.ts";
import { zoneName } from "./zone.ts";

/** What a temporal value is made from: a map's entries by name. A null is like none. */
export type Fields = ValueMap;

/** @throws CypherError `InvalidArgumentValue` where the map has none of `known`, or something else besides */
export function checkFields(fields: Fields, type: string, known: readonly string[]): void {
  const names = Object.keys(fields);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined && names.length > 0) return;
  const hint = `it is made from ${known.join(", ")}`;
  throw unknown === undefined
    ? new CypherError("InvalidArgumentValue", `a ${type} cannot be made from an empty map`, { hint })
    : new CypherError("InvalidArgumentValue", `a ${type} is not made from ${unknown}`, {
        hint: didYouMean(unknown, known) ?? hint,
      });
}

export function hasAny(fields: Fields, names: readonly string[]): boolean {
  return names.some((name) => field(fields, name) !== null);
}

/** @throws CypherError `InvalidArgumentValue` where it is no integer */
export function integerField(fields: Fields, name: string): number | undefined {
  const value = bigIntField(fields, name);
  return value === undefined ? undefined : Number(value);
}

/** {@link integerField}, for those that a JavaScript number may not hold. */
export function bigIntField(fields: Fields, name: string): bigint | undefined {
  const value = field(fields, name);
  if (value === null) return undefined;
  if (isInteger(value)) return BigInt(value);
  throw new CypherError("InvalidArgumentValue", `${name} is an Integer, and not ${typeWithArticle(value)}`);
}

/** A point in time that others are taken from. */
export function instantField(fields: Fields, name: string): TemporalInstant | undefined {
  const value = field(fields, name);
  if (value === null) return undefined;
  if (isTemporalInstant(value)) return value;
  throw new CypherError(
    "InvalidArgumentValue",
    `${typeWithArticle(value)} has no ${name} to be taken from it`,
  );
}

export function zoneField(fields: Fields): Zone | undefined {
  const value = field(fields, "timezone");
  return value === null ? undefined : readZone(value);
}

/** @throws CypherError `InvalidArgumentValue` where it is neither an offset nor the name of a zone */
export function readZone(value: Value): Zone {
  if (typeof value === "string") return readOffset(value) ?? zoneName(value);
  throw new CypherError(
    "InvalidArgumentValue",
    `a time zone is a String, and not ${typeWithArticle(value)}`,
    {
      hint: "for example 'Europe/Stockholm' or '+01:00'",
    },
  );
}

/**
 * In the order of their weight: none may be left out before one that is given.
 *
 * @throws CypherError `InvalidArgumentValue` where one is
 */
export function checkNoneMissing(fields: Fields, names: readonly (string | readonly string[])[]): void {
  const given = names.map((name) => hasAny(fields, [name].flat()));
  const missing = given.indexOf(false);
  const next = missing === -1 ? -1 : given.indexOf(true, missing);
  if (next === -1) return;
  const text = (at: number) => oneOf([names[at] ?? ""].flat());
  throw new CypherError("InvalidArgumentValue", `${text(next)} is given, and ${text(missing)} is not`);
}

function field(fields: Fields, name: string): Value {
  return Object.hasOwn(fields, name) ? (fields[name] ?? null) : null;
}
