/** Numbers that look random and are the same again for the same seed (xorshift, 32 bits). */
export class Random {
  #state: number;

  /** @param seed any integers: near ones give unlike numbers */
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

  /** Whether something happens that happens once in `times` times. */
  once(times: number): boolean {
    return this.below(times) === 0;
  }

  /** @throws Error where there is nothing to choose from */
  pick<Item>(items: readonly Item[]): Item {
    if (items.length === 0) throw new Error("there is nothing to pick from");
    return items[this.below(items.length)] as Item;
  }
}

/** The end of the hash function MurmurHash3: every bit of the number changes about half of the result's. */
function scrambled(number: number): number {
  let bits = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
