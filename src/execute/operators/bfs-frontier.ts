import type { GraphIndex } from "../../storage/graph-index.ts";
import type { Traversal } from "./traversals.ts";

/** What a node or relationship must meet to be passed; absent where it need not meet anything. */
export type Admits = ((number: number) => boolean) | undefined;

/** What a search passes, and how it tells of its work. */
export interface TraversalFilter {
  readonly node: Admits;
  readonly relationship: Admits;
  /** To be called before `count` entries of the index are gone over. */
  readonly countDbHits: (count: number) => void;
}

const NONE: readonly number[] = [];

/**
 * What a breadth-first search has reached from one end, level by level. Its arrays have a place for each node and are
 * used again by the next search: the marks of a search lie above those of all searches before it, so nothing has to be
 * wiped out, and a search costs what it reaches.
 */
export class BfsFrontier {
  /**
   * For each node, `#base` and its distance from the end, where it has been reached; `#base` - 1 where it is not to be
   * passed; less where this search has not met it.
   */
  #marks = new Uint32Array(0);
  /** For each node that has been reached, the relationship that it was reached by. */
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

  /** How far the search has come. */
  get depth(): number {
    return this.#depth;
  }

  /** Whether there is nothing to go on from. */
  get isExhausted(): boolean {
    return this.#level === this.#count;
  }

  /** How many relationships the next level has to look at. */
  cost(ways: readonly Traversal[]): number {
    if (this.#cost !== undefined) return this.#cost;
    let cost = 0;
    for (const { adjacency } of ways) {
      const { first, last } = adjacency;
      for (let at = this.#level; at < this.#count; at++) {
        const node = this.#reached[at] as number;
        cost += (last[node] as number) - (first[node] as number);
      }
    }
    this.#cost = cost;
    return cost;
  }

  /** How far a node is from the end; less than 0 where it has not been reached. */
  distance(node: number): number {
    return (this.#marks[node] as number) - this.#base;
  }

  /** The relationship that a node was reached by. */
  via(node: number): number {
    return this.#via[node] as number;
  }

  /**
   * Goes on by one level. Gives the nodes of the level that `other` has reached too: all, or one where one is enough,
   * and then the level may be incomplete.
   */
  advance(
    ways: readonly Traversal[],
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
      for (const { adjacency } of ways) {
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

/** Fronts that no search is using. Their arrays are as long as the graph has nodes: all queries share them. */
const idle = new WeakMap<GraphIndex, BfsFrontier[]>();

/** A front to search with; to be given back after. */
export function acquireFrontier(index: GraphIndex): BfsFrontier {
  return idle.get(index)?.pop() ?? new BfsFrontier();
}

export function releaseFrontier(index: GraphIndex, front: BfsFrontier): void {
  const fronts = idle.get(index);
  if (fronts === undefined) idle.set(index, [front]);
  else fronts.push(front);
}
