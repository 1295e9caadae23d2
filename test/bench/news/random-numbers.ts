/** Pseudo-random numbers, reproducible for a seed (mulberry32). */
export class RandomNumbers {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 (inclusive) to 1 (exclusive). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** An integer from 0 (inclusive) to `count` (exclusive). */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** The index of one of `shares`. The probability of each index is its share; the sum of all is 1. */
  place(shares: readonly number[]): number {
    let left = this.next();
    for (let at = 0; at < shares.length; at++) {
      left -= shares[at] as number;
      if (left < 0) return at;
    }
    return shares.length - 1;
  }

  /** An index below `count`. The probability of index `k` is approximately proportional to `(k + 1) ** -exponent`. */
  zipf(count: number, exponent: number): number {
    const power = 1 - exponent;
    const place = (1 + this.next() * ((count + 1) ** power - 1)) ** (1 / power) - 1;
    return Math.min(count - 1, Math.floor(place));
  }
}
