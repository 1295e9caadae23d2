import { type Budget, readText, UNLIMITED } from "./budget.ts";
import { Float } from "./float.ts";
import { isNumber } from "./numbers.ts";
import { compareTemporals } from "./temporal/compare-temporal.ts";
import { isTemporal } from "./temporal/temporal.ts";
import { isList, isMap } from "./type-name.ts";
import { Node, Path, Relationship, type Value, type ValueList, type ValueMap } from "./value.ts";

/**
 * The operator `=`: true, false, or null if unknown. Null equals nothing, NaN not even itself; 1 = 1.0; points in time
 * are equal only in the same time zone; lists and maps are compared by element, with null if the result depends on a
 * null.
 */
export function equals(left: Value, right: Value, budget: Budget = UNLIMITED): boolean | null {
  if (left === null || right === null) return null;
  if (typeof left === "string") {
    if (typeof right === "string" && left.length === right.length) readText(budget, left);
    return left === right;
  }
  if (typeof left === "boolean") return left === right;
  if (isNumber(left)) return isNumber(right) && numbersEqual(left, right);
  if (isList(left)) return isList(right) ? listsEqual(left, right, budget) : false;
  if (isTemporal(left)) return isTemporal(right) && compareTemporals(left, right) === 0;
  if (left instanceof Node) return right instanceof Node && left.id === right.id;
  if (left instanceof Relationship) return right instanceof Relationship && left.id === right.id;
  if (left instanceof Path) return right instanceof Path && pathsEqual(left, right);
  return isMap(right) ? mapsEqual(left as ValueMap, right, budget) : false;
}

/** Exact for integers and floats of any size: JavaScript compares numbers and bigints by value. */
function numbersEqual(left: number | bigint | Float, right: number | bigint | Float): boolean {
  const a = left instanceof Float ? left.value : left;
  const b = right instanceof Float ? right.value : right;
  // biome-ignore lint/suspicious/noDoubleEquals: a number and a bigint of the same value are == but not ===.
  return a == b;
}

/** Three-valued AND: false if any is false, otherwise null if any is null. */
function listsEqual(left: ValueList, right: ValueList, budget: Budget): boolean | null {
  if (left.length !== right.length) return false;
  let result: boolean | null = true;
  for (let at = 0; at < left.length; at++) {
    budget.spend(1);
    const answer = equals(left[at] ?? null, right[at] ?? null, budget);
    if (answer === false) return false;
    if (answer === null) result = null;
  }
  return result;
}

function mapsEqual(left: ValueMap, right: ValueMap, budget: Budget): boolean | null {
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length || !keys.every((key) => Object.hasOwn(right, key)))
    return false;
  return listsEqual(
    keys.map((key) => left[key] ?? null),
    keys.map((key) => right[key] ?? null),
    budget,
  );
}

function pathsEqual(left: Path, right: Path): boolean {
  return (
    left.nodes[0]?.id === right.nodes[0]?.id &&
    left.relationships.length === right.relationships.length &&
    left.relationships.every((relationship, at) => relationship.id === right.relationships[at]?.id)
  );
}
