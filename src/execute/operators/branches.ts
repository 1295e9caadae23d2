/**
 * By which neighbour of its start a search came to each node, to find circles through the start: two ways from there
 * to one node that have no relationship in common. The shortest one has a step between nodes of two branches.
 */
export class Branches {
  #branches = new Uint32Array(0);
  #depths = new Uint32Array(0);
  #start = 0;

  /** Begins a search in a graph of so many nodes. What is known of nodes that it has not reached is of no account. */
  begin(start: number, nodeCount: number): void {
    if (this.#branches.length < nodeCount) {
      this.#branches = new Uint32Array(nodeCount);
      this.#depths = new Uint32Array(nodeCount);
    }
    this.#start = start;
    this.#branches[start] = start;
    this.#depths[start] = 0;
  }

  /** The search has come to `node` from another one, and is so many steps away from the start. */
  reach(node: number, from: number, depth: number): void {
    this.#branches[node] = depth === 1 ? node : (this.#branches[from] as number);
    this.#depths[node] = depth;
  }

  /**
   * Whether a step to a node reached before closes a circle through the start, of at most so many steps. Back to the
   * start it may be the one that the search came by.
   */
  closesCircle(from: number, to: number, longest: number): boolean {
    if (to === this.#start) return from === to;
    if (this.#branches[from] === this.#branches[to]) return false;
    return (this.#depths[from] as number) + 1 + (this.#depths[to] as number) <= longest;
  }
}
