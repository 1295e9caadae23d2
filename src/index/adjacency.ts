/**
 * Relationships by node, in compressed sparse rows: those of node `n` stand at the positions from `offsets[n]`
 * up to and without `offsets[n + 1]` of the other two arrays.
 */
export interface Adjacency {
  readonly offsets: Uint32Array;
  /** The node at the other end. */
  readonly neighbours: Uint32Array;
  readonly relationships: Uint32Array;
}

/**
 * @param near for each relationship, the node that it is listed under
 * @param far for each relationship, the node at its other end
 */
export function buildAdjacency(
  nodeCount: number,
  near: Uint32Array,
  far: Uint32Array,
  includes: (relationship: number) => boolean,
): Adjacency {
  const offsets = new Uint32Array(nodeCount + 1);
  let count = 0;
  for (let relationship = 0; relationship < near.length; relationship++) {
    if (!includes(relationship)) continue;
    const after = (near[relationship] as number) + 1;
    offsets[after] = (offsets[after] as number) + 1;
    count++;
  }
  for (let node = 0; node < nodeCount; node++) {
    offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number);
  }
  const neighbours = new Uint32Array(count);
  const relationships = new Uint32Array(count);
  const next = offsets.slice(0, nodeCount);
  for (let relationship = 0; relationship < near.length; relationship++) {
    if (!includes(relationship)) continue;
    const node = near[relationship] as number;
    const at = next[node] as number;
    next[node] = at + 1;
    neighbours[at] = far[relationship] as number;
    relationships[at] = relationship;
  }
  return { offsets, neighbours, relationships };
}
