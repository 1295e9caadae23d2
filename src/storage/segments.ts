import { growArray } from "../graph/grow-array.ts";

/**
 * Many lists in few arrays: the entries of list `n` stand at the positions from `first[n]` up to and without
 * `last[n]`. Freshly built they stand side by side, and `first` and `last` are views of one array.
 *
 * Entries are inserted and removed in place. A list that is full moves to the end with room for twice as much, so
 * that entries that come at the end of their list cost the same however many there are; the arrays take at most
 * four times what is in them. Entries that come in the middle move those after them.
 */
export abstract class Segments {
  /** Another array once it has grown, as with all arrays here. There may be more lists than are used; empty. */
  first: Uint32Array = new Uint32Array(0);
  last: Uint32Array = new Uint32Array(0);
  /** By list: where its room ends. Undefined as long as nothing has changed. */
  #roomEnds: Uint32Array | undefined;
  /** Positions from here on belong to no list. */
  #used = 0;

  /** Makes room for so many entries, and keeps those that there are. */
  protected abstract reserve(capacity: number): void;
  /** Copies the entries from `start` up to `end` to `target`; the two may overlap. */
  protected abstract move(target: number, start: number, end: number): void;

  /** @param offsets by list, where it begins; and at the end the count of all entries */
  protected begin(offsets: Uint32Array): void {
    const lists = offsets.length - 1;
    this.first = offsets.subarray(0, lists);
    this.last = offsets.subarray(1);
    this.#roomEnds = undefined;
    this.#used = offsets[lists] as number;
  }

  /** Whether the lists stand side by side, in order. */
  protected get isPacked(): boolean {
    return this.#roomEnds === undefined;
  }

  /** Makes sure that there are lists for the numbers below `count`. */
  ensureLists(count: number): void {
    if (count <= this.first.length) return;
    this.#roomEnds = growArray(this.#own(), count);
    this.first = growArray(this.first, count);
    this.last = growArray(this.last, count);
  }

  /** Makes a gap in a list for an entry to be put before position `at`. @returns the position of the gap */
  protected open(list: number, at: number): number {
    const roomEnds = this.#own();
    const end = this.last[list] as number;
    let gap = at;
    if (end === roomEnds[list]) gap += this.#enlarge(list, roomEnds);
    const newEnd = this.last[list] as number;
    if (gap < newEnd) this.move(gap + 1, gap, newEnd);
    this.last[list] = newEnd + 1;
    return gap;
  }

  /** Takes the entry at that position out of a list. */
  protected close(list: number, at: number): void {
    this.#own();
    const end = this.last[list] as number;
    if (at + 1 < end) this.move(at, at + 1, end);
    this.last[list] = end - 1;
  }

  /** Gives a list twice the room. @returns by how much its entries have moved */
  #enlarge(list: number, roomEnds: Uint32Array): number {
    const start = this.first[list] as number;
    const end = this.last[list] as number;
    const room = Math.max(2, 2 * (end - start));
    // The last list of all need not move.
    const target = end === this.#used ? start : this.#used;
    this.reserve(target + room);
    if (target !== start) this.move(target, start, end);
    this.first[list] = target;
    this.last[list] = target + end - start;
    roomEnds[list] = target + room;
    this.#used = target + room;
    return target - start;
  }

  /** Where the room of each list ends. What comes out of {@link begin} is two views of one array, and no room. */
  #own(): Uint32Array {
    if (this.#roomEnds === undefined) {
      this.first = this.first.slice();
      this.last = this.last.slice();
      this.#roomEnds = this.last.slice();
    }
    return this.#roomEnds;
  }
}

/**
 * Counting sort: entities by the number of their list, those of one list as they came.
 *
 * @param listOf by entity
 * @returns where each list begins, the count of all at the end, and the entities
 */
export function sortIntoLists(
  entities: Uint32Array,
  listOf: Uint32Array,
  lists: number,
): { readonly offsets: Uint32Array; readonly sorted: Uint32Array } {
  // One place further than they belong, so that what counts where a list goes on ends up where it begins.
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
