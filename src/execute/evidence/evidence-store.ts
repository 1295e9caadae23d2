import type { QueryBudget } from "../query-budget.ts";

/** Evidence of a row: the position of a record in the store. Merging or extending it makes a new record. */
export type Evidence = number;

/** A row without evidence. */
export const NO_EVIDENCE: Evidence = 0;

/**
 * The records of a run, consecutive in one array, starting at position 1. `before` is the evidence that the row had
 * before. A record is one of:
 *
 * - the entities that a match bound: `[before, 2, node 7, relationship 3]`, where 2 is their number;
 * - two merged records: `[one, MERGED, other]`;
 * - a node that a search reached: `[before, REACHED, start, end, longest, searched]`. `searched` heads a list, linked
 *   by `before`, with a record for each node that the search expanded: the node, then its relationships.
 */
export type EvidenceRecords = Uint32Array;

/** In place of the number of entities: the record merges two others. */
export const MERGED = 0xffffffff;

/** In place of the number of entities: the record is a node that a search reached. */
export const REACHED = 0xfffffffe;

/** The longest walk of a search that has no upper bound. */
export const ANY_LENGTH = 0xffffffff;

/** The number of integers that take as much memory as the budget charges for one slot of a row. */
const NUMBERS_PER_SLOT = 8;
const FIRST_CAPACITY = 256;
/** A longer array is not reused by the next run. */
const MOST_KEPT = 1 << 20;

/**
 * Stores the evidence of the rows of a run. Nothing is allocated per row: a record is a few numbers at the end of an
 * array, and the row holds its position. Records of discarded rows are overwritten: the operator that wrote a record
 * releases it, unless that record or a later one has been kept since.
 */
export class EvidenceStore {
  #records: EvidenceRecords = new Uint32Array(FIRST_CAPACITY);
  #end = 1;
  /** Records before this position are kept until the run ends. */
  #kept = 1;
  /** Records before this position are kept until the row that they belong to has been processed. */
  #held = 1;
  /** The number of nested patterns that expressions are matching. */
  #depth = 0;
  readonly #budget: QueryBudget;
  /** The slot of a row that holds its evidence. */
  readonly slot: number;

  constructor(slot: number, budget: QueryBudget) {
    this.slot = slot;
    this.#budget = budget;
  }

  /** Drops all records. */
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

  /** The position of the next record. */
  get end(): number {
    return this.#end;
  }

  /** Begins a record; {@link close} ends it. */
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

  /** Adds the relationships from position `first` (inclusive) to `last` (exclusive). */
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

  /** Writes a complete record of the entities in these slots of the row. Most matches need only this. */
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

  /** Writes a complete record: a search from `start` reached `end` by at most `longest` relationships. */
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

  /** Sets the evidence that precedes a kept record. */
  setBefore(record: Evidence, before: Evidence): void {
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

  /** Keeps all records so far until the run ends. */
  keep(): void {
    this.#kept = this.#end;
  }

  /** Keeps all records so far until {@link releaseHeld}. */
  hold(): void {
    this.#held = this.#end;
  }

  get held(): number {
    return this.#held;
  }

  /** Releases the records from `start` on, unless they are kept or held. */
  release(start: number): void {
    if (this.#kept <= start && this.#held <= start) this.#end = start;
  }

  /** Called when an expression begins to match a pattern; {@link leavePattern} when it ends. */
  enterPattern(): void {
    this.#depth++;
  }

  leavePattern(): void {
    this.#depth--;
  }

  /**
   * Releases the records from `start` on, even if they are held, and restores the previous value of {@link held}.
   * Releases nothing within a pattern of an expression, as they may belong to the row of that expression.
   */
  releaseHeld(start: number, held: number): void {
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
