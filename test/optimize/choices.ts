/**
 * Decisions taken one after the other from a list of numbers: where the numbers are made by fast-check, whatever is
 * made of them gets simpler as they get smaller.
 */
export class Choices {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** An integer from 0 up to, not including, `bound`; 0 when the numbers are used up. */
  below(bound: number): number {
    return (this.#numbers[this.#at++] ?? 0) % bound;
  }

  /** One of some items that are written down, the simplest first. */
  pick<const Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** One of what may be none. */
  pickOf<Item>(items: readonly Item[]): Item | undefined {
    return items.length === 0 ? undefined : this.pick(items);
  }

  /** True once in `times` times. */
  sometimes(times: number): boolean {
    return this.below(times) === times - 1;
  }
}
