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

/** The bounds of `<`, `<=`, `>` and `>=`: at least one of the two. */
export interface Bounds {
  readonly lower?: Bound;
  readonly upper?: Bound;
}

/** Ranks from `first` (inclusive) to `last` (exclusive). */
export interface RankRange {
  readonly first: number;
  readonly last: number;
}

/** The values of a column in the order of ORDER BY. Each distinct value is sorted once. */
export class ValueOrder {
  /**
   * The number of ranks, that is, of values that ORDER BY distinguishes; 1 and 1.0 share a rank. It is also null's
   * rank, the last one.
   */
  readonly count: number;
  /** By code. Entities compare as the ranks of their codes. */
  readonly ranks: Uint32Array;
  readonly #values: readonly Value[];
  /** By rank: the code of one value with that rank. */
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

  /** One value with that rank. */
  valueAt(rank: number): Value {
    return this.#values[this.#codes[rank] as number] as Value;
  }

  /** The ranks of the values within the bounds; undefined if values of this kind are not contiguous in the order. */
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

  /**
   * The first rank whose value satisfies `holds`, or `count` if none does. `holds` must also be true for all later
   * ranks.
   */
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

/**
 * Whether comparable values are contiguous in the order. Lists, maps and durations are not ordered only by type and
 * then by value, or not ordered at all.
 */
function isRanged(value: Value): boolean {
  return (
    typeof value !== "object" ||
    value === null ||
    value instanceof Float ||
    (isTemporal(value) && value.type !== "Duration")
  );
}

/** Null and NaN are not comparable with anything, not even with themselves. */
function isComparable(one: Value, other: Value): boolean {
  const order = compare(one, other);
  return order !== null && !Number.isNaN(order);
}

const SURROGATE = /[\ud800-\udfff]/;

/** Whether all values are strings that JavaScript orders by code point, as Cypher does. */
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
