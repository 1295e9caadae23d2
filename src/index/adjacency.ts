/**
 * Relationships by node: those of node `n` stand at the positions from `first[n]` up to and without `last[n]` of
 * `neighbours` and `relationships`, sorted by neighbour, then by type, then by relationship.
 */
export interface Adjacency {
  readonly first: Uint32Array;
  readonly last: Uint32Array;
  /** The node at the other end. */
  readonly neighbours: Uint32Array;
  readonly relationships: Uint32Array;
}

/**
 * @param chosen the relationships to be listed, sorted by type, then by number
 * @param near for each relationship, the node that it is listed under
 * @param far for each relationship, the node at its other end
 */
export function buildAdjacency(
  nodeCount: number,
  chosen: Uint32Array,
  near: Uint32Array,
  far: Uint32Array,
): Adjacency {
  // Two stable counting sorts, by neighbour and then by node: what was sorted before stays so among equals.
  const byNeighbour = sortedByNode(chosen, far, nodeCount).sorted;
  const { offsets, sorted: relationships } = sortedByNode(byNeighbour, near, nodeCount);
  const neighbours = new Uint32Array(relationships.length);
  for (let at = 0; at < relationships.length; at++)
    neighbours[at] = far[relationships[at] as number] as number;
  return { first: offsets.subarray(0, nodeCount), last: offsets.subarray(1), neighbours, relationships };
}

function sortedByNode(
  relationships: Uint32Array,
  nodes: Uint32Array,
  nodeCount: number,
): { readonly offsets: Uint32Array; readonly sorted: Uint32Array } {
  const offsets = new Uint32Array(nodeCount + 1);
  for (let at = 0; at < relationships.length; at++) {
    const after = (nodes[relationships[at] as number] as number) + 1;
    offsets[after] = (offsets[after] as number) + 1;
  }
  for (let node = 0; node < nodeCount; node++)
    offsets[node + 1] = (offsets[node + 1] as number) + (offsets[node] as number);
  const sorted = new Uint32Array(relationships.length);
  const next = offsets.slice(0, nodeCount);
  for (let at = 0; at < relationships.length; at++) {
    const relationship = relationships[at] as number;
    const node = nodes[relationship] as number;
    const place = next[node] as number;
    next[node] = place + 1;
    sorted[place] = relationship;
  }
  return { offsets, sorted };
}
