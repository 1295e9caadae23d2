import { DATES, typeNumber } from "../news/news-graph.ts";
import type { Row } from "../queries/bench-query.ts";
import type { Csr } from "./csr.ts";
import type { Adjacency, TypedAdjacency } from "./csr-adjacency.ts";
import { type CsrQuery, mostFrequent, nodeOf } from "./csr-query.ts";

export const CSR_HOPS: Readonly<Record<string, CsrQuery>> = {
  "one hop with a filter": (csr) => {
    const { outgoing } = typed(csr, "ACCUSES");
    const { confidences, days } = csr.news.claims;
    return (parameters) => {
      const node = nodeOf(csr, parameters, "id");
      const least = parameters["least"] as number;
      const rows: Row[] = [];
      const end = outgoing.offsets[node + 1] as number;
      for (let at = outgoing.offsets[node] as number; at < end; at++) {
        const claim = outgoing.claims[at] as number;
        if ((confidences[claim] as number) < least) continue;
        const other = outgoing.neighbours[at] as number;
        rows.push([
          csr.ids[other] as string,
          csr.news.entities.names[other] as string,
          DATES[days[claim] as number] as string,
        ]);
      }
      return rows;
    };
  },

  "distinct two hops": (csr) => {
    const meets = typed(csr, "MEETS");
    const { marks } = csr;
    return (parameters) => {
      const node = nodeOf(csr, parameters, "id");
      const seen: number[] = [node];
      marks[node] = 1;
      forEachNeighbour(meets, node, (between) =>
        forEachNeighbour(meets, between, (far) => {
          if (marks[far] !== 0) return;
          marks[far] = 1;
          seen.push(far);
        }),
      );
      for (const far of seen) marks[far] = 0;
      return seen.slice(1).map((far) => [csr.ids[far] as string]);
    };
  },

  "three hops counted": (csr) => {
    const { outgoing } = typed(csr, "MEETS");
    const { offsets, neighbours } = outgoing;
    return (parameters) => {
      const node = nodeOf(csr, parameters, "id");
      let paths = 0;
      for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
        const second = neighbours[at] as number;
        const end = offsets[second + 1] as number;
        for (let next = offsets[second] as number; next < end; next++) {
          const third = neighbours[next] as number;
          paths += (offsets[third + 1] as number) - (offsets[third] as number);
          // Back at the start, the first claim cannot be used again.
          if (third === node) paths--;
        }
      }
      return [[paths]];
    };
  },

  "friends of friends": (csr) => {
    const supports = typed(csr, "SUPPORTS");
    const { marks, counts } = csr;
    return (parameters) => {
      const node = nodeOf(csr, parameters, "id");
      const friends: number[] = [];
      marks[node] = 1;
      forEachNeighbour(supports, node, (friend) => {
        if (marks[friend] === 0) friends.push(friend);
        marks[friend] = 1;
      });
      const found: number[] = [];
      const last = new Map<number, number>();
      for (const friend of friends) {
        forEachNeighbour(supports, friend, (far) => {
          if (marks[far] !== 0 || last.get(far) === friend) return;
          last.set(far, friend);
          if (counts[far] === 0) found.push(far);
          counts[far] = (counts[far] as number) + 1;
        });
      }
      for (const friend of friends) marks[friend] = 0;
      marks[node] = 0;
      return mostFrequent(counts, found, 10, (far, common) => [csr.ids[far] as string, common]);
    };
  },

  "common neighbours": (csr) => {
    const { counts, marks } = csr;
    return (parameters) => {
      const one = nodeOf(csr, parameters, "one");
      const near: number[] = [];
      forEachNeighbour(csr, one, (between) => {
        if (marks[between] === 0) near.push(between);
        marks[between] = (marks[between] as number) + 1;
      });
      const found: number[] = [];
      forEachNeighbour(csr, nodeOf(csr, parameters, "other"), (between) => {
        const links = marks[between] as number;
        if (links === 0) return;
        if (counts[between] === 0) found.push(between);
        counts[between] = (counts[between] as number) + links;
      });
      for (const between of near) marks[between] = 0;
      return mostFrequent(counts, found, 20, (between, links) => [csr.ids[between] as string, links]);
    };
  },

  "who speaks of one": (csr) => {
    const { counts, news } = csr;
    return (parameters) => {
      const node = nodeOf(csr, parameters, "id");
      const found: number[] = [];
      for (const { offsets, claims } of [csr.outgoing, csr.incoming]) {
        for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
          const claimant = (news.claims.claimants[claims[at] as number] as number) - 1;
          if (claimant < 0) continue;
          if (counts[claimant] === 0) found.push(claimant);
          counts[claimant] = (counts[claimant] as number) + 1;
        }
      }
      return mostFrequent(counts, found, 10, (claimant, claims) => [
        csr.ids[claimant] as string,
        news.entities.names[claimant] as string,
        claims,
      ]);
    };
  },
};

export function typed(csr: Csr, type: Parameters<typeof typeNumber>[0]): TypedAdjacency {
  return csr.byType[typeNumber(type)] as TypedAdjacency;
}

export function forEachNeighbour(
  { outgoing, incoming }: { readonly outgoing: Adjacency; readonly incoming: Adjacency },
  node: number,
  visit: (neighbour: number) => void,
): void {
  const afterOut = outgoing.offsets[node + 1] as number;
  for (let at = outgoing.offsets[node] as number; at < afterOut; at++) {
    visit(outgoing.neighbours[at] as number);
  }
  const afterIn = incoming.offsets[node + 1] as number;
  for (let at = incoming.offsets[node] as number; at < afterIn; at++) {
    visit(incoming.neighbours[at] as number);
  }
}
