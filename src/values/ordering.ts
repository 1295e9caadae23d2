import { type Budget, readText, UNLIMITED } from "./budget.ts";
import { Float } from "./float.ts";
import { isNumber } from "./numbers.ts";
import { compareTemporals } from "./temporal/compare-temporal.ts";
import { isTemporal } from "./temporal/temporal.ts";
import { isList, type TypeName, typeName } from "./type-name.ts";
import { Node, Path, Relationship, type Value, type ValueMap } from "./value.ts";

/** The order of types in ORDER BY, ascending: openCypher's order, with null last. */
const TYPE_ORDER: Readonly<Record<TypeName, number>> = {
  Map: 0,
  Node: 1,
  Relationship: 2,
  List: 3,
  Path: 4,
  DateTime: 5,
  LocalDateTime: 6,
  Date: 7,
  Time: 8,
  LocalTime: 9,
  Duration: 10,
  String: 11,
  Boolean: 12,
  Integer: 13,
  Float: 13,
  Null: 14,
};

/**
 * Characters between two calls of `spend`. A power of two, large enough that comparing most texts never checks the
 * clock.
 */
const UNITS_PER_CHARGE = 1024;

/**
 * The total order of ORDER BY, min() and max(): negative if `left` comes first, 0 if they are equivalent. NaN is the
 * largest number; strings are compared by code point.
 */
export function compareOrder(left: Value, right: Value, budget: Budget = UNLIMITED): number {
  if (typeof left === "string" && typeof right === "string") return compareText(left, right, budget);
  // Fast path: most keys are numbers. NaN satisfies neither comparison and is handled below.
  if (typeof left === "number" && typeof right === "number" && left !== right) {
    if (left < right) return -1;
    if (left > right) return 1;
  }
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right);
  const byType = TYPE_ORDER[typeName(left)] - TYPE_ORDER[typeName(right)];
  if (byType !== 0 || left === null || right === null) return byType;
  if (typeof left === "boolean") return Number(left) - Number(right);
  if (isList(left) && isList(right)) return compareLists(left, right, compareOrder, budget);
  if (isTemporal(left) && isTemporal(right)) return compareTemporals(left, right) ?? 0;
  if (left instanceof Node && right instanceof Node) return compareText(left.id, right.id, budget);
  if (left instanceof Relationship && right instanceof Relationship)
    return compareText(left.id, right.id, budget);
  if (left instanceof Path && right instanceof Path) {
    return (
      compareLists(left.nodes, right.nodes, compareOrder, budget) ||
      compareLists(left.relationships, right.relationships, compareOrder, budget)
    );
  }
  return compareMaps(left as ValueMap, right as ValueMap, budget);
}

/**
 * The operators `< <= > >=`: negative, 0 or positive if `left` is less, equal or greater; NaN, which satisfies none of
 * them, if a number is NaN; null if the two are not comparable (different types, null). Lists are compared by element.
 */
export function compare(left: Value, right: Value, budget: Budget = UNLIMITED): number | null {
  if (typeof left === "string" && typeof right === "string") return compareText(left, right, budget);
  if (isNumber(left) && isNumber(right)) {
    return Number.isNaN(Number(left)) || Number.isNaN(Number(right))
      ? Number.NaN
      : compareNumbers(left, right);
  }
  if (typeof left === "boolean" && typeof right === "boolean") return Number(left) - Number(right);
  if (isList(left) && isList(right)) {
    for (let at = 0; at < Math.min(left.length, right.length); at++) {
      budget.spend(1);
      const result = compare(left[at] ?? null, right[at] ?? null, budget);
      if (result !== 0) return result;
    }
    return left.length - right.length;
  }
  if (isTemporal(left) && isTemporal(right) && left.type !== "Duration")
    return compareTemporals(left, right) ?? null;
  return null;
}

function compareNumbers(left: number | bigint | Float, right: number | bigint | Float): number {
  const a = left instanceof Float ? left.value : left;
  const b = right instanceof Float ? right.value : right;
  if (a < b) return -1;
  if (a > b) return 1;
  return Number(Number.isNaN(Number(a))) - Number(Number.isNaN(Number(b)));
}

/** By code point. JavaScript orders by UTF-16 unit, which puts U+FFFF after U+10000. */
function compareText(left: string, right: string, budget: Budget): number {
  if (left === right) {
    readText(budget, left);
    return 0;
  }
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    if (a !== b) return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1;
    if (at % UNITS_PER_CHARGE === UNITS_PER_CHARGE - 1) budget.spend(UNITS_PER_CHARGE / 8);
  }
  return left.length - right.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function compareLists<Item extends Value>(
  left: readonly Item[],
  right: readonly Item[],
  compareItems: (left: Item, right: Item, budget: Budget) => number,
  budget: Budget,
): number {
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    budget.spend(1);
    const result = compareItems(left[at] as Item, right[at] as Item, budget);
    if (result !== 0) return result;
  }
  return left.length - right.length;
}

/** By sorted keys, then by the values in the order of these keys. */
function compareMaps(left: ValueMap, right: ValueMap, budget: Budget): number {
  const leftKeys = Object.keys(left).sort();
  const rightKeys = Object.keys(right).sort();
  return (
    compareLists(leftKeys, rightKeys, compareText, budget) ||
    compareLists(
      leftKeys.map((key) => left[key] ?? null),
      rightKeys.map((key) => right[key] ?? null),
      compareOrder,
      budget,
    )
  );
}
