/** Numbers that look random and are the same each time for the same seed (mulberry32). */
export class RandomNumbers {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to and without 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from 0 up to and without `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** The place of one of `shares`, each as likely as its part of their sum, which is 1. */
  place(shares: readonly number[]): number {
    let left = this.next();
    for (let at = 0; at < shares.length; at++) {
      left -= shares[at] as number;
      if (left < 0) return at;
    }
    return shares.length - 1;
  }

  /**
   * A place below `count`, the first the likeliest: the place `k` has a share in proportion to
   * `(k + 1) ** -exponent`, nearly.
   */
  zipf(count: number, exponent: number): number {
    const power = 1 - exponent;
    const place = (1 + this.next() * ((count + 1) ** power - 1)) ** (1 / power) - 1;
    return Math.min(count - 1, Math.floor(place));
  }
}
