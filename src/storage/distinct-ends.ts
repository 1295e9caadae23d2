/** A count of different nodes, and of how many relationships it was made. */
interface Counted {
  readonly relationships: number;
  readonly nodes: number;
}

/**
 * How many different nodes relationships start at, or end at: a statistic to plan with. It is counted when first asked
 * for, and again when there are a tenth more or fewer relationships, so that it is not quite exact after writes.
 */
export class DistinctEnds {
  readonly #counted = new Map<string, Counted>();

  /**
   * @param name says of which relationships and which end of them
   * @param relationships as they are now
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
