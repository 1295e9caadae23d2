import type { Column } from "../graph/column.ts";
import { Float } from "../values/float.ts";
import { compare, compareOrder } from "../values/ordering.ts";
import { isTemporal } from "../values/temporal/temporal.ts";
import type { Value } from "../values/value.ts";

/** One end of a range. */
export interface Bound {
  readonly value: Value;
  readonly isIncluded: boolean;
}

/** What `<`, `<=`, `>` and `>=` ask for: at least one of the two. */
export interface Bounds {
  readonly lower?: Bound;
  readonly upper?: Bound;
}

/** Ranks from `first` up to and without `last`. */
export interface RankRange {
  readonly first: number;
  readonly last: number;
}

/** The values of a column in the order of ORDER BY: each is sorted once, however many entities have it. */
export class ValueOrder {
  /** How many values differ in order; 1 and 1.0 do not. Null's rank, the last, is this number. */
  readonly count: number;
  /** By code. Entities compare as the ranks of their codes do. */
  readonly ranks: Uint32Array;
  readonly #values: readonly Value[];
  /** By rank: the code of a value that has it. */
  readonly #codes: Uint32Array;

  constructor({ values }: Column) {
    const compareCodes = hasPlainOrder(values) ? plainOrder(values) : fullOrder(values);
    const sorted = Uint32Array.from({ length: values.length - 1 }, (_, at) => at + 1).sort(compareCodes);
    this.#values = values;
    this.ranks = new Uint32Array(values.length);
    this.#codes = new Uint32Array(sorted.length);
    let rank = -1;
    let before: number | undefined;
    for (const code of sorted) {
      if (before === undefined || compareCodes(before, code) !== 0) this.#codes[++rank] = code;
      this.ranks[code] = rank;
      before = code;
    }
    this.count = rank + 1;
    this.ranks[0] = this.count;
  }

  /** A value of that rank. */
  valueAt(rank: number): Value {
    return this.#values[this.#codes[rank] as number] as Value;
  }

  /** The ranks of the values within the bounds; undefined where values like these do not stand side by side. */
  rangeOf({ lower, upper }: Bounds): RankRange | undefined {
    const some = lower ?? upper;
    if (some === undefined) return undefined;
    for (const { value } of [lower ?? some, upper ?? some]) {
      if (!isRanged(value)) return undefined;
      if (!isComparable(value, some.value)) return NONE;
    }
    const first = this.#firstRank((value) => {
      const order = compareOrder(value, some.value);
      if (lower === undefined) return order > 0 || isComparable(value, some.value);
      return lower.isIncluded ? order >= 0 : order > 0;
    });
    const last = this.#firstRank((value) => {
      if (upper === undefined) return compareOrder(value, some.value) > 0 && !isComparable(value, some.value);
      const order = compareOrder(value, upper.value);
      return upper.isIncluded ? order > 0 : order >= 0;
    });
    return first < last ? { first, last } : NONE;
  }

  /** The first rank whose value `holds`, which must hold of all later ones as well; the count where none does. */
  #firstRank(holds: (value: Value) => boolean): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (holds(this.valueAt(middle))) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

const NONE: RankRange = { first: 0, last: 0 };

/** Lists, maps and durations are not ordered by type and then by value alone, or not at all. */
function isRanged(value: Value): boolean {
  return (
    typeof value !== "object" ||
    value === null ||
    value instanceof Float ||
    (isTemporal(value) && value.type !== "Duration")
  );
}

/** Null and NaN are comparable with nothing, not even with themselves. */
function isComparable(one: Value, other: Value): boolean {
  const order = compare(one, other);
  return order !== null && !Number.isNaN(order);
}

const SURROGATE = /[\ud800-\udfff]/;

/** Whether all values are strings that JavaScript orders as Cypher does, by code point. */
function hasPlainOrder(values: readonly Value[]): boolean {
  return values.every((value, code) => code === 0 || (typeof value === "string" && !SURROGATE.test(value)));
}

function plainOrder(values: readonly Value[]): (one: number, other: number) => number {
  const texts = values as readonly string[];
  return (one, other) => {
    const left = texts[one] as string;
    const right = texts[other] as string;
    return left < right ? -1 : left > right ? 1 : 0;
  };
}

function fullOrder(values: readonly Value[]): (one: number, other: number) => number {
  return (one, other) => compareOrder(values[one] as Value, values[other] as Value);
}
