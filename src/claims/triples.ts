import type { Adjacency } from "../storage/adjacency.ts";
import type { ClaimGraph } from "./claim-graph.ts";

/**
 * Visits the claims of each triple, ascending. Claims of one triple have the same subject, type and object; or, if the
 * type is symmetric, the same two ends. Takes one pass over the adjacency lists, in which these claims are contiguous.
 *
 * @param least triples with fewer claims are not visited
 */
export function forEachTriple(graph: ClaimGraph, least: number, visit: (claims: Uint32Array) => void): void {
  const { index } = graph;
  const adjacency = index.adjacency("outgoing", undefined);
  const { first, last, neighbours, relationships } = adjacency;
  const { types } = index;
  const isSymmetric = symmetricTypes(graph);
  for (let node = 0; node < index.nodeCount; node++) {
    const end = last[node] as number;
    for (let at = first[node] as number, next = at; at < end; at = next) {
      const neighbour = neighbours[at] as number;
      const type = types[relationships[at] as number] as number;
      do next++;
      while (next < end && neighbours[next] === neighbour && types[relationships[next] as number] === type);
      if (isSymmetric[type] === 1 && neighbour !== node) {
        const back = relationshipsBetween(graph, adjacency, { near: neighbour, far: node, type });
        // The two directions are visited together, once.
        if (back.length > 0) {
          if (neighbour < node || next - at + back.length < least) continue;
          visit(merged(relationships.subarray(at, next), back));
          continue;
        }
      }
      if (next - at >= least) visit(relationships.subarray(at, next));
    }
  }
}

/** All claims of the same triple as `claim`, including itself, ascending. */
export function claimsOfTriple(graph: ClaimGraph, claim: number): Uint32Array {
  const { index } = graph;
  const adjacency = index.adjacency("outgoing", undefined);
  const [near, far, type] = [index.starts, index.ends, index.types].map((all) => all[claim] as number) as [
    number,
    number,
    number,
  ];
  const forth = relationshipsBetween(graph, adjacency, { near, far, type });
  if (near === far || symmetricTypes(graph)[type] !== 1) return forth;
  return merged(forth, relationshipsBetween(graph, adjacency, { near: far, far: near, type }));
}

interface Ends {
  readonly near: number;
  readonly far: number;
  readonly type: number;
}

/**
 * The relationships of a type from one node to another. They are contiguous: lists are sorted by neighbour, then by
 * type.
 */
function relationshipsBetween(
  { index }: ClaimGraph,
  adjacency: Adjacency,
  { near, far, type }: Ends,
): Uint32Array {
  const { first, last, neighbours, relationships } = adjacency;
  const { types } = index;
  const isBefore = (at: number, limit: number) =>
    (neighbours[at] as number) - far || (types[relationships[at] as number] as number) - limit;
  const search = (limit: number) => {
    let low = first[near] as number;
    let high = last[near] as number;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(middle, limit) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return relationships.subarray(search(type), search(type + 1));
}

/** By type number: 1 if the type is symmetric. */
function symmetricTypes({ index, traits }: ClaimGraph): Uint8Array {
  const flags = new Uint8Array(index.typeNames.length);
  for (const type of traits.symmetricTypes) {
    const number = index.typeNumber(type);
    if (number !== undefined) flags[number] = 1;
  }
  return flags;
}

function merged(some: Uint32Array, others: Uint32Array): Uint32Array {
  const all = new Uint32Array(some.length + others.length);
  all.set(some);
  all.set(others, some.length);
  return all.sort();
}
