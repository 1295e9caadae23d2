import { growArray } from "../graph/grow-array.ts";

/**
 * Many lists in few arrays: the entries of list `n` are at positions `first[n]` (inclusive) to `last[n]` (exclusive).
 * Initially the lists are contiguous, and `first` and `last` are views of one array.
 *
 * Entries are inserted and removed in place. A full list moves to the end with twice its capacity, so appending to a
 * list takes amortised constant time; the arrays take at most four times the size of their entries. Inserting in the
 * middle of a list moves the entries after it.
 */
export abstract class Segments {
  /**
   * Replaced by a new array when it grows, as all arrays here. There may be more lists than are used; these are empty.
   */
  first: Uint32Array = new Uint32Array(0);
  last: Uint32Array = new Uint32Array(0);
  /** By list: the end of its capacity. Undefined until the first change. */
  #capacityEnds: Uint32Array | undefined;
  /** Positions from here on belong to no list. */
  #used = 0;

  /** Grows the arrays to `capacity` entries, keeping existing ones. */
  protected abstract reserve(capacity: number): void;
  /** Copies the entries from `start` (inclusive) to `end` (exclusive) to `target`; the two ranges may overlap. */
  protected abstract move(target: number, start: number, end: number): void;

  /** @param offsets by list, the position where it begins; then the number of all entries */
  protected begin(offsets: Uint32Array): void {
    const lists = offsets.length - 1;
    this.first = offsets.subarray(0, lists);
    this.last = offsets.subarray(1);
    this.#capacityEnds = undefined;
    this.#used = offsets[lists] as number;
  }

  /** Whether the lists are contiguous and in order. */
  protected get isPacked(): boolean {
    return this.#capacityEnds === undefined;
  }

  /** Ensures that lists with numbers below `count` exist. */
  ensureLists(count: number): void {
    if (count <= this.first.length) return;
    this.#capacityEnds = growArray(this.#makeEditable(), count);
    this.first = growArray(this.first, count);
    this.last = growArray(this.last, count);
  }

  /**
   * Opens a gap in a list for a new entry before position `at`.
   *
   * @returns the position of the gap
   */
  protected open(list: number, at: number): number {
    const capacityEnds = this.#makeEditable();
    const end = this.last[list] as number;
    let gap = at;
    if (end === capacityEnds[list]) gap += this.#enlarge(list, capacityEnds);
    const newEnd = this.last[list] as number;
    if (gap < newEnd) this.move(gap + 1, gap, newEnd);
    this.last[list] = newEnd + 1;
    return gap;
  }

  /** Removes the entry at that position from a list. */
  protected close(list: number, at: number): void {
    this.#makeEditable();
    const end = this.last[list] as number;
    if (at + 1 < end) this.move(at, at + 1, end);
    this.last[list] = end - 1;
  }

  /**
   * Doubles a list's capacity.
   *
   * @returns the distance that its entries have moved
   */
  #enlarge(list: number, capacityEnds: Uint32Array): number {
    const start = this.first[list] as number;
    const end = this.last[list] as number;
    const capacity = Math.max(2, 2 * (end - start));
    // The list at the very end need not move.
    const target = end === this.#used ? start : this.#used;
    this.reserve(target + capacity);
    if (target !== start) this.move(target, start, end);
    this.first[list] = target;
    this.last[list] = target + end - start;
    capacityEnds[list] = target + capacity;
    this.#used = target + capacity;
    return target - start;
  }

  /**
   * The end of each list's capacity. {@link begin} leaves two views of one array without spare capacity; on the first
   * call this makes separate copies.
   */
  #makeEditable(): Uint32Array {
    if (this.#capacityEnds === undefined) {
      this.first = this.first.slice();
      this.last = this.last.slice();
      this.#capacityEnds = this.last.slice();
    }
    return this.#capacityEnds;
  }
}

/**
 * Counting sort (stable): entities by the number of their list.
 *
 * @param listOf by entity
 * @returns the offset of each list, followed by the total count; and the sorted entities
 */
export function sortIntoLists(
  entities: Uint32Array,
  listOf: Uint32Array,
  lists: number,
): { readonly offsets: Uint32Array; readonly sorted: Uint32Array } {
  // Counts are stored two places further, so that the running write positions end up as the offsets.
  const offsets = new Uint32Array(lists + 2);
  for (let at = 0; at < entities.length; at++) {
    const after = (listOf[entities[at] as number] as number) + 2;
    offsets[after] = (offsets[after] as number) + 1;
  }
  for (let list = 2; list < offsets.length; list++)
    offsets[list] = (offsets[list] as number) + (offsets[list - 1] as number);
  const sorted = new Uint32Array(entities.length);
  for (let at = 0; at < entities.length; at++) {
    const entity = entities[at] as number;
    const after = (listOf[entity] as number) + 1;
    const place = offsets[after] as number;
    offsets[after] = place + 1;
    sorted[place] = entity;
  }
  return { offsets: offsets.subarray(0, lists + 1), sorted };
}
