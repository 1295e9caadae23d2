/** A count of distinct nodes, and the number of relationships when it was made. */
interface Counted {
  readonly relationships: number;
  readonly nodes: number;
}

/**
 * The number of distinct nodes that relationships start at, or end at: a statistic for the planner. It is computed on
 * first use, and again after the number of relationships has changed by a tenth, so it is approximate after writes.
 */
export class DistinctEnds {
  readonly #counted = new Map<string, Counted>();

  /**
   * @param name identifies the set of relationships and which end of them
   * @param relationships current relationships
   * @param nodeOf by relationship, the node at that end
   */
  count(name: string, relationships: Uint32Array, nodeOf: Uint32Array, nodeCount: number): number {
    const known = this.#counted.get(name);
    const { length } = relationships;
    if (known !== undefined && Math.abs(length - known.relationships) * 10 <= known.relationships)
      return known.nodes;
    const isSeen = new Uint8Array(nodeCount);
    for (let at = 0; at < length; at++) isSeen[nodeOf[relationships[at] as number] as number] = 1;
    const nodes = isSeen.reduce((sum, seen) => sum + seen, 0);
    this.#counted.set(name, { relationships: length, nodes });
    return nodes;
  }
}
