import { Float } from "../values/float.ts";
import { type GroupKey, groupKey, groupKeyOf } from "../values/group-key.ts";
import { isList } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";

type Row = readonly Value[];

/**
 * Finds each row among the rows of another run of the same query. That run may have produced its rows in another
 * order, so that collected lists differ in order and sums of floats in their last digits. Each row of the other run
 * is used once.
 *
 * @returns by row: its position in the other run, or undefined if it is missing there
 */
export function matchRows(rows: readonly Row[], others: readonly Row[]): readonly (number | undefined)[] {
  const places = matchByKey(rows, others, groupKeyOf);
  return places.includes(undefined) ? matchByKey(rows, others, looseKey) : places;
}

function matchByKey(
  rows: readonly Row[],
  others: readonly Row[],
  keyOf: (row: Row) => GroupKey,
): readonly (number | undefined)[] {
  const places = new Map<GroupKey, number[]>();
  for (let place = others.length - 1; place >= 0; place--) {
    const key = keyOf(others[place] as Row);
    const known = places.get(key);
    if (known === undefined) places.set(key, [place]);
    else known.push(place);
  }
  return rows.map((row) => places.get(keyOf(row))?.pop());
}

function looseKey(row: Row): GroupKey {
  return groupKeyOf(row.map(inAnyOrder));
}

function inAnyOrder(value: Value): Value {
  if (value instanceof Float) return inAnyOrder(value.value);
  if (typeof value === "number") return Number(value.toPrecision(10));
  if (!isList(value)) return value;
  const items = value.map((item) => {
    const loose = inAnyOrder(item);
    return { loose, key: String(groupKey(loose)) };
  });
  return items.sort((one, other) => (one.key < other.key ? -1 : 1)).map(({ loose }) => loose);
}
