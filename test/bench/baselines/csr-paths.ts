import type { Csr } from "./csr.ts";
import { typed } from "./csr-hops.ts";
import { type CsrQuery, nodeOf } from "./csr-query.ts";

export const CSR_PATHS: Readonly<Record<string, CsrQuery>> = {
  "within four hops": (csr) => {
    const { offsets, neighbours } = typed(csr, "SUPPORTS").outgoing;
    const { marks } = csr;
    return (parameters) => {
      // The start is not marked, because a cycle may lead back to it.
      const reached: number[] = [];
      let frontier = [nodeOf(csr, parameters, "id")];
      for (let hops = 0; hops < 4; hops++) {
        const next: number[] = [];
        for (const node of frontier) {
          const end = offsets[node + 1] as number;
          for (let at = offsets[node] as number; at < end; at++) {
            const far = neighbours[at] as number;
            if (marks[far] !== 0) continue;
            marks[far] = 1;
            next.push(far);
          }
        }
        reached.push(...next);
        frontier = next;
      }
      for (const node of reached) marks[node] = 0;
      return [[reached.length]];
    };
  },

  "shortest path": (csr) => (parameters) => {
    const hops = distance(csr, nodeOf(csr, parameters, "from"), nodeOf(csr, parameters, "to"));
    return hops === undefined ? [] : [[hops]];
  },

  "paths with a filter": (csr) => {
    const { offsets, neighbours, claims } = typed(csr, "CRITICIZES").outgoing;
    const { confidences } = csr.news.claims;
    return (parameters) => {
      const least = parameters["least"] as number;
      const path: number[] = [];
      const count = (node: number): number => {
        let paths = 0;
        const end = offsets[node + 1] as number;
        for (let at = offsets[node] as number; at < end; at++) {
          const claim = claims[at] as number;
          if ((confidences[claim] as number) < least || path.includes(claim)) continue;
          paths++;
          if (path.length === 2) continue;
          path.push(claim);
          paths += count(neighbours[at] as number);
          path.pop();
        }
        return paths;
      };
      return [[count(nodeOf(csr, parameters, "id"))]];
    };
  },
};

/**
 * Bidirectional search that always expands the frontier with fewer claims. Marks are 1 for one side and 2 for the
 * other.
 */
function distance(csr: Csr, from: number, to: number): number | undefined {
  const { marks } = csr;
  const reached = [from, to];
  marks[from] = 1;
  marks[to] = 2;
  let here = frontierOf(csr, [from], 1);
  let there = frontierOf(csr, [to], 2);
  let found: number | undefined;
  for (let hops = 1; found === undefined && here.claims > 0 && there.claims > 0; hops++) {
    if (there.claims < here.claims) [here, there] = [there, here];
    const { side } = here;
    const next: number[] = [];
    for (const { offsets, neighbours } of [csr.outgoing, csr.incoming]) {
      for (const node of here.nodes) {
        const end = offsets[node + 1] as number;
        for (let at = offsets[node] as number; at < end; at++) {
          const far = neighbours[at] as number;
          if (marks[far] === side) continue;
          if (marks[far] === 0) {
            marks[far] = side;
            next.push(far);
          } else {
            found = hops;
            break;
          }
        }
      }
    }
    for (const node of next) reached.push(node);
    here = frontierOf(csr, next, side);
  }
  for (const node of reached) marks[node] = 0;
  return found;
}

/** The frontier of one side, and the number of its claims. */
function frontierOf({ outgoing, incoming }: Csr, nodes: readonly number[], side: number) {
  let claims = 0;
  for (const node of nodes) {
    for (const { offsets } of [outgoing, incoming]) {
      claims += (offsets[node + 1] as number) - (offsets[node] as number);
    }
  }
  return { nodes, side, claims };
}
