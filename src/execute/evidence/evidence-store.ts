import type { QueryBudget } from "../query-budget.ts";

/** What a row rests on: the place of a record in the store. Whoever merges or extends it makes another record. */
export type Evidence = number;

/** The row rests on nothing. */
export const NO_EVIDENCE: Evidence = 0;

/**
 * Records of a run, one after the other in one array, from 1 on. A record is what a match bound, after what the row
 * rested on before, as in `[before, 2, node 7, relationship 3]`; or two records together, `[one, MERGED, other]`; or
 * a node that a search has reached, `[before, REACHED, start, end, longest, searched]`. There `searched` leads, from
 * `before` to `before`, to a record for each node that searches went on from: the node, then its relationships.
 */
export type EvidenceRecords = Uint32Array;

/** Stands for the number of entities in a record that is two others. */
export const MERGED = 0xffffffff;

/** Stands for the number of entities in a record that is a node reached. */
export const REACHED = 0xfffffffe;

/** Stands for the length of walks that may be of any. */
export const ANY_LENGTH = 0xffffffff;

/** How many whole numbers take as much memory as a slot of a row is reckoned to take. */
const NUMBERS_PER_SLOT = 8;
const FIRST_CAPACITY = 256;
/** A longer array is not kept from run to run. */
const MOST_KEPT = 1 << 20;

/**
 * Where the rows of a run write down what they rest on. Nothing is allocated for a row: a record is a few numbers at
 * the end of an array, and the row holds its place. What is written for a row that comes to nothing is overwritten: a
 * record is given back by who wrote it, unless somebody has kept it, or a later one, meanwhile.
 */
export class EvidenceStore {
  #records: EvidenceRecords = new Uint32Array(FIRST_CAPACITY);
  #end = 1;
  /** Records up to here are kept for good. */
  #kept = 1;
  /** Records up to here are kept until the row that they belong to has been dealt with. */
  #held = 1;
  /** How many patterns are being matched inside one another for one expression. */
  #depth = 0;
  readonly #budget: QueryBudget;
  /** Where a row holds what it rests on. */
  readonly slot: number;

  constructor(slot: number, budget: QueryBudget) {
    this.slot = slot;
    this.#budget = budget;
  }

  /** Forgets all records. */
  begin(): void {
    this.#end = 1;
    this.#kept = 1;
    this.#held = 1;
    this.#depth = 0;
    if (this.#records.length > MOST_KEPT) this.#records = new Uint32Array(FIRST_CAPACITY);
  }

  /** A copy of all records. */
  records(): EvidenceRecords {
    return this.#records.slice(0, this.#end);
  }

  /** Where the next record will be. */
  get end(): number {
    return this.#end;
  }

  /** Begins a record, to be ended by {@link close}. */
  open(before: Evidence): Evidence {
    const record = this.#end;
    if (record + 2 > this.#records.length) this.#grow();
    this.#records[record] = before;
    this.#end = record + 2;
    return record;
  }

  node(node: number): void {
    this.#add(2 * node);
  }

  relationship(relationship: number): void {
    this.#add(2 * relationship + 1);
  }

  /** Those from `first` to before `last`. */
  relationships(relationships: Uint32Array, first: number, last: number): void {
    while (this.#end + last - first > this.#records.length) this.#grow();
    const records = this.#records;
    let end = this.#end;
    for (let at = first; at < last; at++) records[end++] = 2 * (relationships[at] as number) + 1;
    this.#end = end;
  }

  #add(entity: number): void {
    if (this.#end === this.#records.length) this.#grow();
    this.#records[this.#end++] = entity;
  }

  close(record: Evidence): void {
    this.#records[record + 1] = this.#end - record - 2;
  }

  /** A whole record: the entities that these slots of the row hold, as most matches leave it. */
  add(
    before: Evidence,
    row: readonly unknown[],
    nodes: readonly number[],
    relationships: readonly number[],
  ): Evidence {
    const record = this.#end;
    const count = nodes.length + relationships.length;
    if (record + 2 + count > this.#records.length) this.#grow();
    const records = this.#records;
    records[record] = before;
    records[record + 1] = count;
    let end = record + 2;
    for (let at = 0; at < nodes.length; at++) records[end++] = 2 * (row[nodes[at] as number] as number);
    for (let at = 0; at < relationships.length; at++) {
      records[end++] = 2 * (row[relationships[at] as number] as number) + 1;
    }
    this.#end = end;
    return record;
  }

  /** A whole record: a search from `start` along at most so many relationships has reached `end`. */
  reached(before: Evidence, start: number, end: number, longest: number, searched: Evidence): Evidence {
    const record = this.#end;
    if (record + 6 > this.#records.length) this.#grow();
    const records = this.#records;
    records[record] = before;
    records[record + 1] = REACHED;
    records[record + 2] = start;
    records[record + 3] = end;
    records[record + 4] = Math.min(longest, ANY_LENGTH);
    records[record + 5] = searched;
    this.#end = record + 6;
    return record;
  }

  /** Makes `before` what comes before a record that is kept. */
  goOnTo(record: Evidence, before: Evidence): void {
    this.#records[record] = before;
  }

  merge(one: Evidence, other: Evidence): Evidence {
    if (one === NO_EVIDENCE || one === other) return other;
    if (other === NO_EVIDENCE) return one;
    const record = this.#end;
    if (record + 3 > this.#records.length) this.#grow();
    const records = this.#records;
    records[record] = one;
    records[record + 1] = MERGED;
    records[record + 2] = other;
    this.#end = record + 3;
    return record;
  }

  /** All records so far stay. */
  keep(): void {
    this.#kept = this.#end;
  }

  /** All records so far stay until {@link giveBackHeld}. */
  hold(): void {
    this.#held = this.#end;
  }

  get held(): number {
    return this.#held;
  }

  /** Gives back the records from `start` on, unless somebody keeps or holds them. */
  releaseFrontier(start: number): void {
    if (this.#kept <= start && this.#held <= start) this.#end = start;
  }

  /** To be called when an expression begins to look for a pattern, and when it ends. */
  enterPattern(): void {
    this.#depth++;
  }

  leavePattern(): void {
    this.#depth--;
  }

  /**
   * Gives back the records from `start` on, also if they are held: what was held before is `held`. Within a pattern
   * of an expression nothing is, as what holds them may be the row of that expression.
   */
  giveBackHeld(start: number, held: number): void {
    if (this.#depth > 0) return;
    this.#held = held;
    if (this.#kept <= start) this.#end = start;
  }

  #grow(): void {
    const { length } = this.#records;
    this.#budget.keep(length / NUMBERS_PER_SLOT);
    const grown = new Uint32Array(2 * length);
    grown.set(this.#records);
    this.#records = grown;
  }
}
