import { growArray } from "../graph/grow-array.ts";
import type { IndexMaintainer } from "./index-maintainer.ts";
import { Segments, sortIntoLists } from "./segments.ts";

const NONE: Uint32Array = new Uint32Array(0);

/** Assigns each entity to a list. */
export interface ListNumbers {
  /** The number of entities, and of lists. List 0 stays empty. */
  readonly entities: () => number;
  readonly lists: () => number;
  /** The current list of an entity; 0 if it has none. */
  readonly of: (entity: number) => number;
  /** The list numbers by entity, if there is such an array. It may be longer than the number of entities. */
  readonly all?: () => Uint32Array;
}

/**
 * Posting lists: entities by a number that each has, such as the code of its property or its type. The entities of list
 * `n`, ascending, are at positions `first[n]` (inclusive) to `last[n]` (exclusive) of `entities`.
 *
 * Building takes a few milliseconds for a million entities. A change costs a binary search in a list and a move of the
 * entries behind. A new entity moves nothing, because it has the highest number.
 */
export class Postings extends Segments implements IndexMaintainer {
  entities: Uint32Array = NONE;
  readonly #numbers: ListNumbers;
  #listBefore = 0;

  constructor(numbers: ListNumbers) {
    super();
    this.#numbers = numbers;
    this.rebuild();
  }

  /** The entities of a list, ascending. A view: read it before the next change. */
  list(number: number): Uint32Array {
    if (number >= this.first.length) return NONE;
    return this.entities.subarray(this.first[number], this.last[number]);
  }

  /** The number of entities in a list. */
  count(number: number): number {
    return number < this.first.length ? (this.last[number] as number) - (this.first[number] as number) : 0;
  }

  /** All listed entities, list after list. */
  inOrder(): Uint32Array {
    if (this.isPacked) return this.entities;
    const { first, last } = this;
    let count = 0;
    for (let list = 0; list < first.length; list++) count += this.count(list);
    const all = new Uint32Array(count);
    let at = 0;
    for (let list = 0; list < first.length; list++) {
      all.set(this.entities.subarray(first[list], last[list]), at);
      at += this.count(list);
    }
    return all;
  }

  rebuild(): void {
    const { all, of, lists, entities } = this.#numbers;
    const count = entities();
    const listOf = all?.() ?? new Uint32Array(count);
    if (all === undefined) for (let entity = 0; entity < count; entity++) listOf[entity] = of(entity);
    const { offsets, sorted } = sortIntoLists(listedEntities(listOf, count), listOf, lists());
    this.entities = sorted;
    this.begin(offsets);
  }

  before(entity: number): void {
    this.#listBefore = this.#numbers.of(entity);
  }

  after(entity: number): void {
    const list = this.#numbers.of(entity);
    if (list === this.#listBefore) return;
    if (this.#listBefore !== 0) this.close(this.#listBefore, this.#place(this.#listBefore, entity));
    if (list === 0) return;
    this.ensureLists(list + 1);
    const at = this.open(list, this.#place(list, entity));
    this.entities[at] = entity;
  }

  /** Position of the entity in a list, or the position to insert it. */
  #place(list: number, entity: number): number {
    let low = this.first[list] as number;
    let high = this.last[list] as number;
    if (high > low && (this.entities[high - 1] as number) < entity) return high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.entities[middle] as number) < entity) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  protected override reserve(capacity: number): void {
    this.entities = growArray(this.entities, capacity);
  }

  protected override move(target: number, start: number, end: number): void {
    this.entities.copyWithin(target, start, end);
  }
}

function listedEntities(listOf: Uint32Array, count: number): Uint32Array {
  const listed = new Uint32Array(count);
  let at = 0;
  for (let entity = 0; entity < count; entity++) if (listOf[entity] !== 0) listed[at++] = entity;
  return listed.subarray(0, at);
}
