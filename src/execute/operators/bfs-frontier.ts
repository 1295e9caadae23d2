import type { GraphIndex } from "../../storage/graph-index.ts";
import type { Traversal } from "./traversals.ts";

/** The condition for traversing a node or relationship; undefined if there is none. */
export type Admits = ((number: number) => boolean) | undefined;

/** The conditions of a search, and its counter of db hits. */
export interface TraversalFilter {
  readonly node: Admits;
  readonly relationship: Admits;
  /** Called before the search reads `count` entries of the index. */
  readonly countDbHits: (count: number) => void;
}

const NONE: readonly number[] = [];

/**
 * The nodes reached by a breadth-first search from one end, level by level. Its arrays have an entry for each node and
 * are reused by the next search. The marks of a search are greater than those of all earlier searches, so nothing needs
 * to be cleared, and the cost of a search is proportional to the nodes that it reaches.
 */
export class BfsFrontier {
  /**
   * By node: `#base` plus its distance from the end, if it was reached; `#base` - 1 if its condition failed; less if
   * this search has not visited it.
   */
  #marks = new Uint32Array(0);
  /** By reached node: the relationship by which it was reached. */
  #via = new Uint32Array(0);
  /** The nodes in the order in which they were reached; those of the last level begin at `#level`. */
  #reached = new Uint32Array(64);
  #level = 0;
  #count = 0;
  #base = 2;
  #depth = 0;
  #cost: number | undefined;

  begin(node: number, nodeCount: number): void {
    const { length } = this.#marks;
    this.#base += this.#depth + 3;
    if (length < nodeCount || this.#base > 2 ** 32 - 2 * nodeCount - 4) {
      this.#marks = new Uint32Array(Math.max(length, nodeCount));
      this.#via = new Uint32Array(this.#marks.length);
      this.#base = 2;
    }
    this.#depth = 0;
    this.#level = 0;
    this.#count = 1;
    this.#cost = undefined;
    this.#reached[0] = node;
    this.#marks[node] = this.#base;
  }

  /** The number of completed levels. */
  get depth(): number {
    return this.#depth;
  }

  /** Whether the last level is empty, so that the search cannot continue. */
  get isExhausted(): boolean {
    return this.#level === this.#count;
  }

  /** The number of relationships that the next level must read. */
  cost(traversals: readonly Traversal[]): number {
    if (this.#cost !== undefined) return this.#cost;
    let cost = 0;
    for (const { adjacency } of traversals) {
      const { first, last } = adjacency;
      for (let at = this.#level; at < this.#count; at++) {
        const node = this.#reached[at] as number;
        cost += (last[node] as number) - (first[node] as number);
      }
    }
    this.#cost = cost;
    return cost;
  }

  /** The distance of a node from the end; negative if it was not reached. */
  distance(node: number): number {
    return (this.#marks[node] as number) - this.#base;
  }

  /** The relationship by which a node was reached. */
  via(node: number): number {
    return this.#via[node] as number;
  }

  /**
   * Advances by one level. Returns the nodes of the level that `other` has also reached: all of them, or the first if
   * `oneIsEnough`; the level may then be incomplete.
   */
  advance(
    traversals: readonly Traversal[],
    other: BfsFrontier,
    passing: TraversalFilter,
    oneIsEnough: boolean,
  ): readonly number[] {
    const { node: allowsNode, relationship: allowsRelationship, countDbHits } = passing;
    const marks = this.#marks;
    const mark = this.#base + this.#depth + 1;
    const known = this.#base - 1;
    const levelEnd = this.#count;
    let met = NONE;
    for (let from = this.#level; from < levelEnd; from++) {
      const node = this.#reached[from] as number;
      for (const { adjacency } of traversals) {
        const { neighbours, relationships } = adjacency;
        const last = adjacency.last[node] as number;
        const first = adjacency.first[node] as number;
        countDbHits(last - first);
        for (let at = first; at < last; at++) {
          const neighbour = neighbours[at] as number;
          if ((marks[neighbour] as number) >= known) continue;
          const relationship = relationships[at] as number;
          if (allowsRelationship !== undefined && !allowsRelationship(relationship)) continue;
          const isMet = other.distance(neighbour) >= 0;
          if (!isMet && allowsNode !== undefined && !allowsNode(neighbour)) {
            marks[neighbour] = known;
            continue;
          }
          marks[neighbour] = mark;
          this.#via[neighbour] = relationship;
          this.#reach(neighbour);
          if (isMet) {
            met = [...met, neighbour];
            if (oneIsEnough) return met;
          }
        }
      }
    }
    this.#level = levelEnd;
    this.#depth++;
    this.#cost = undefined;
    return met;
  }

  #reach(node: number): void {
    if (this.#count === this.#reached.length) {
      const larger = new Uint32Array(2 * this.#count);
      larger.set(this.#reached);
      this.#reached = larger;
    }
    this.#reached[this.#count++] = node;
  }
}

/** Frontiers not in use. Their arrays have an entry for each node of the graph, so all queries share them. */
const idle = new WeakMap<GraphIndex, BfsFrontier[]>();

/** A frontier for a search; return it with {@link releaseFrontier}. */
export function acquireFrontier(index: GraphIndex): BfsFrontier {
  return idle.get(index)?.pop() ?? new BfsFrontier();
}

export function releaseFrontier(index: GraphIndex, front: BfsFrontier): void {
  const fronts = idle.get(index);
  if (fronts === undefined) idle.set(index, [front]);
  else fronts.push(front);
}
