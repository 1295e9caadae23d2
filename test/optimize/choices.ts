/**
 * Choices made one after the other from a list of numbers. If fast-check shrinks the numbers, the result gets simpler.
 */
export class Choices {
  readonly #numbers: readonly number[];
  #at = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** An integer from 0 (inclusive) to `bound` (exclusive); 0 when the numbers are used up. */
  below(bound: number): number {
    return (this.#numbers[this.#at++] ?? 0) % bound;
  }

  /** One of the items. List the simplest first. */
  pick<const Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** One of the items; undefined if there are none. */
  pickOf<Item>(items: readonly Item[]): Item | undefined {
    return items.length === 0 ? undefined : this.pick(items);
  }

  /** True with a chance of one in `times`. */
  sometimes(times: number): boolean {
    return this.below(times) === times - 1;
  }
}
