import { type NewsGraph, TYPES } from "../news/news-graph.ts";
import { groupStable } from "./csr-sorting.ts";

/**
 * The claims of node `n` are at `offsets[n]` (inclusive) to `offsets[n + 1]` (exclusive), sorted by neighbour, type and
 * number.
 */
export interface Adjacency {
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  readonly claims: Uint32Array;
  readonly types: Uint8Array;
}

export interface TypedAdjacency {
  readonly outgoing: Adjacency;
  readonly incoming: Adjacency;
}

export interface Adjacencies extends TypedAdjacency {
  readonly byType: readonly TypedAdjacency[];
}

export function adjacencies(news: NewsGraph): Adjacencies {
  const { subjects, objects, types, count } = news.claims;
  const all = Uint32Array.from({ length: count }, (_, claim) => claim);
  const byType = groupStable(all, types, TYPES.length);
  const bothDirections = (claims: Uint32Array): TypedAdjacency => ({
    outgoing: adjacency(news, claims, subjects, objects),
    incoming: adjacency(news, claims, objects, subjects),
  });
  return { ...bothDirections(byType.flat), byType: byType.groups.map(bothDirections) };
}

/** @param claims in the order to keep for claims between the same two nodes */
function adjacency(
  { entities, claims: { types } }: NewsGraph,
  claims: Uint32Array,
  near: Uint32Array,
  far: Uint32Array,
): Adjacency {
  const byFar = groupStable(claims, far, entities.count).flat;
  const { flat, offsets } = groupStable(byFar, near, entities.count);
  return {
    offsets,
    neighbours: flat.map((claim) => far[claim] as number),
    claims: flat,
    types: Uint8Array.from(flat, (claim) => types[claim] as number),
  };
}
