import { everything } from "./csr.ts";
import type { Adjacency } from "./csr-adjacency.ts";
import { typed } from "./csr-hops.ts";
import type { CsrQuery } from "./csr-query.ts";

export const CSR_CYCLES: Readonly<Record<string, CsrQuery>> = {
  triangles: (csr) => {
    const { outgoing, incoming } = typed(csr, "ACCUSES");
    const { counts } = csr;
    const { count } = csr.news.entities;
    const degree = (node: number) =>
      (outgoing.offsets[node + 1] as number) -
      (outgoing.offsets[node] as number) +
      (incoming.offsets[node + 1] as number) -
      (incoming.offsets[node] as number);
    const order = everything(count)
      .sort((one, other) => degree(one) - degree(other) || one - other)
      .reduce((places, node, place) => places.fill(place, node, node + 1), new Uint32Array(count));
    return () => {
      let triangles = 0;
      // Each cycle is found from its node with the fewest claims.
      for (let first = 0; first < count; first++) {
        const outBegin = outgoing.offsets[first] as number;
        const outEnd = outgoing.offsets[first + 1] as number;
        if (outBegin === outEnd) continue;
        const rank = order[first] as number;
        const thirds: number[] = [];
        const inEnd = incoming.offsets[first + 1] as number;
        for (let at = incoming.offsets[first] as number; at < inEnd; at++) {
          const third = incoming.neighbours[at] as number;
          if ((order[third] as number) < rank) continue;
          if (counts[third] === 0) thirds.push(third);
          counts[third] = (counts[third] as number) + 1;
        }
        if (thirds.length === 0) continue;
        for (let at = outBegin; at < outEnd; at++) {
          const second = outgoing.neighbours[at] as number;
          if ((order[second] as number) > rank) triangles += closings(outgoing, second, thirds, counts);
        }
        for (const third of thirds) counts[third] = 0;
      }
      // The pattern matches it from any of its three nodes.
      return [[triangles * 3]];
    };
  },

  diamonds: (csr) => {
    const meets = typed(csr, "MEETS").incoming;
    const accuses = typed(csr, "ACCUSES").incoming;
    const { counts } = csr;
    const { confidences } = csr.news.claims;
    return (parameters) => {
      const least = parameters["least"] as number;
      let diamonds = 0;
      for (const bottom of csr.nodesByCountry.get(parameters["country"] as string) ?? []) {
        const begin = accuses.offsets[bottom] as number;
        const end = accuses.offsets[bottom + 1] as number;
        const found: number[] = [];
        // Equal middles are adjacent, in ascending order. A pair is a path by this middle and a path by a smaller,
        // earlier one.
        for (let at = begin; at < end; ) {
          const middle = accuses.neighbours[at] as number;
          let accusations = 0;
          for (; at < end && accuses.neighbours[at] === middle; at++) accusations++;
          const last = meets.offsets[middle + 1] as number;
          const tops: number[] = [];
          for (let next = meets.offsets[middle] as number; next < last; next++) {
            if ((confidences[meets.claims[next] as number] as number) < least) continue;
            const top = meets.neighbours[next] as number;
            diamonds += accusations * (counts[top] as number);
            tops.push(top);
          }
          for (const top of tops) {
            counts[top] = (counts[top] as number) + accusations;
            found.push(top);
          }
        }
        for (const top of found) counts[top] = 0;
      }
      return [[diamonds]];
    };
  },
};

/** The number of claims from `node` to one of `targets`, each multiplied by the target's count. */
function closings(
  { offsets, neighbours }: Adjacency,
  node: number,
  targets: readonly number[],
  counts: Uint32Array,
): number {
  const begin = offsets[node] as number;
  const end = offsets[node + 1] as number;
  let sum = 0;
  if (end - begin <= 8 * targets.length) {
    for (let at = begin; at < end; at++) sum += counts[neighbours[at] as number] as number;
    return sum;
  }
  for (const target of targets) {
    let low = begin;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((neighbours[middle] as number) < target) low = middle + 1;
      else high = middle;
    }
    for (; low < end && neighbours[low] === target; low++) sum += counts[target] as number;
  }
  return sum;
}
