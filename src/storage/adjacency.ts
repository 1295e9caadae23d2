import { growArray } from "../graph/grow-array.ts";
import type { IndexMaintainer } from "./index-maintainer.ts";
import { Segments, sortIntoLists } from "./segments.ts";
import type { Structure } from "./structure.ts";

export type Direction = "outgoing" | "incoming";

/** The data that an adjacency list is built from. */
export interface AdjacencySource {
  readonly structure: Structure;
  readonly direction: Direction;
  readonly nodeCount: () => number;
  /** The listed relationships, sorted by type, then by number. */
  readonly chosen: () => Uint32Array;
  /** Whether a relationship is listed. */
  readonly includes: (relationship: number) => boolean;
}

/**
 * Adjacency lists: the relationships of node `n` are at positions `first[n]` (inclusive) to `last[n]` (exclusive) of
 * `neighbours` and `relationships`, sorted by neighbour, then by type, then by relationship.
 *
 * Building lists for a million relationships takes some tens of milliseconds. A change costs a binary search among the
 * relationships of the node and a move of the entries behind.
 */
export class Adjacency extends Segments implements IndexMaintainer {
  /** The node at the other end. */
  neighbours: Uint32Array = new Uint32Array(0);
  relationships: Uint32Array = new Uint32Array(0);
  readonly #source: AdjacencySource;
  /** The changing relationship's entry before the change. Undefined: it was not listed. */
  #before: { readonly near: number; readonly far: number; readonly type: number } | undefined;

  constructor(source: AdjacencySource) {
    super();
    this.#source = source;
    this.rebuild();
  }

  rebuild(): void {
    const { near, far } = this.#ends();
    const nodeCount = this.#source.nodeCount();
    // Two stable counting sorts, by neighbour and then by node. Stability keeps equal entries in their earlier order.
    const byNeighbour = sortIntoLists(this.#source.chosen(), far, nodeCount).sorted;
    const { offsets, sorted } = sortIntoLists(byNeighbour, near, nodeCount);
    this.relationships = sorted;
    this.neighbours = new Uint32Array(sorted.length);
    for (let at = 0; at < sorted.length; at++) this.neighbours[at] = far[sorted[at] as number] as number;
    this.begin(offsets);
  }

  before(relationship: number): void {
    this.#before = this.#source.includes(relationship) ? this.#entryOf(relationship) : undefined;
  }

  after(relationship: number): void {
    const before = this.#before;
    const now = this.#source.includes(relationship) ? this.#entryOf(relationship) : undefined;
    if (before?.near === now?.near && before?.far === now?.far && before?.type === now?.type) return;
    if (before !== undefined)
      this.close(before.near, this.#place(before.near, before.far, before.type, relationship));
    if (now === undefined) return;
    const at = this.open(now.near, this.#place(now.near, now.far, now.type, relationship));
    this.neighbours[at] = now.far;
    this.relationships[at] = relationship;
  }

  #ends(): { readonly near: Uint32Array; readonly far: Uint32Array } {
    const { starts, ends } = this.#source.structure;
    return this.#source.direction === "outgoing" ? { near: starts, far: ends } : { near: ends, far: starts };
  }

  #entryOf(relationship: number): { readonly near: number; readonly far: number; readonly type: number } {
    const { near, far } = this.#ends();
    return {
      near: near[relationship] as number,
      far: far[relationship] as number,
      type: this.#source.structure.types[relationship] as number,
    };
  }

  /**
   * Position of a relationship in the list of `node`, or the position to insert it. The changing relationship is
   * compared by its old `far` and `type`, which the caller passes.
   */
  #place(node: number, far: number, type: number, relationship: number): number {
    const { types } = this.#source.structure;
    let low = this.first[node] as number;
    let high = this.last[node] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.relationships[middle] as number;
      const order =
        (this.neighbours[middle] as number) - far ||
        (other === relationship ? 0 : (types[other] as number) - type) ||
        other - relationship;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  protected override reserve(capacity: number): void {
    this.neighbours = growArray(this.neighbours, capacity);
    this.relationships = growArray(this.relationships, capacity);
  }

  protected override move(target: number, start: number, end: number): void {
    this.neighbours.copyWithin(target, start, end);
    this.relationships.copyWithin(target, start, end);
  }
}
