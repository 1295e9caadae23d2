/** Pseudo-random numbers, the same for the same seed (xorshift, 32 bits). */
export class Random {
  #state: number;

  /** @param seed any integers; similar seeds give unrelated numbers */
  constructor(...seed: readonly number[]) {
    let state = 0x9e3779b9;
    for (const part of seed) state = scrambled(state ^ part);
    this.#state = state === 0 ? 1 : state;
  }

  /** An integer from 0 up to, not including, `bound`. */
  below(bound: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % bound;
  }

  /** True once in `times` calls on average. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** @throws Error if `items` is empty */
  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error("there is nothing to pick from");
    return items[this.below(items.length)] as Item;
  }
}

/** The finalizer of MurmurHash3: each bit of the number changes about half of the bits of the result. */
function scrambled(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
