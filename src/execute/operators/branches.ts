/**
 * Records, for each node that a search reaches, through which neighbour of the start it was reached (its branch). This
 * finds cycles through the start: two paths from the start to one node that have no relationship in common. The
 * shortest cycle has a step between nodes of two branches.
 */
export class Branches {
  #branches = new Uint32Array(0);
  #depths = new Uint32Array(0);
  #start = 0;

  /** Begins a search in a graph of `nodeCount` nodes. Entries of nodes that it has not reached are stale. */
  begin(start: number, nodeCount: number): void {
    if (this.#branches.length < nodeCount) {
      this.#branches = new Uint32Array(nodeCount);
      this.#depths = new Uint32Array(nodeCount);
    }
    this.#start = start;
    this.#branches[start] = start;
    this.#depths[start] = 0;
  }

  /** Records that the search reached `node` from node `from`, `depth` steps away from the start. */
  reach(node: number, from: number, depth: number): void {
    this.#branches[node] = depth === 1 ? node : (this.#branches[from] as number);
    this.#depths[node] = depth;
  }

  /**
   * Whether a step to a node reached before closes a cycle through the start, of at most `longest` steps. A step back
   * to the start counts only as a loop, because it may be the step by which the search left the start.
   */
  closesCycle(from: number, to: number, longest: number): boolean {
    if (to === this.#start) return from === to;
    if (this.#branches[from] === this.#branches[to]) return false;
    return (this.#depths[from] as number) + 1 + (this.#depths[to] as number) <= longest;
  }
}
