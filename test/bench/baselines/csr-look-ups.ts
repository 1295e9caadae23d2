import { articleIdOf, DATES, STANCES, TYPES } from "../news/news-graph.ts";
import type { Row } from "../queries/bench-query.ts";
import type { Csr } from "./csr.ts";
import { type CsrQuery, nodeOf } from "./csr-query.ts";

export const CSR_LOOK_UPS: Readonly<Record<string, CsrQuery>> = {
  "look up by id": (csr) => (parameters) => {
    const node = nodeOf(csr, parameters, "id");
    const { names, born } = csr.news.entities;
    return [[names[node] as string, countryOf(csr, node), born[node] || null]];
  },

  "look up by name": (csr) => (parameters) =>
    (csr.nodesByName.get(parameters["name"] as string) ?? []).map((node) => [
      csr.ids[node] as string,
      countryOf(csr, node),
    ]),

  "timeline of a pair": (csr) => (parameters) => {
    const one = nodeOf(csr, parameters, "one");
    const other = nodeOf(csr, parameters, "other");
    const { claims } = csr.news;
    const rows: Row[] = [];
    for (const { offsets, neighbours, claims: found } of [csr.outgoing, csr.incoming]) {
      let low = offsets[one] as number;
      let high = offsets[one + 1] as number;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((neighbours[middle] as number) < other) low = middle + 1;
        else high = middle;
      }
      for (; low < (offsets[one + 1] as number) && neighbours[low] === other; low++) {
        const claim = found[low] as number;
        rows.push([
          DATES[claims.days[claim] as number] as string,
          articleIdOf(claims.articles[claim] as number),
          TYPES[claims.types[claim] as number] as string,
          STANCES[claims.stances[claim] as number] as string,
          claims.confidences[claim] as number,
        ]);
      }
    }
    return rows.sort(compareRows);
  },
};

export function countryOf({ news }: Csr, node: number): string | null {
  const country = news.entities.countries[node] as number;
  return country === 0 ? null : (news.entities.countryNames[country - 1] as string);
}

/** Compares rows with the same kinds of cells, by the first cell, then the second, and so on. */
export function compareRows(one: Row, other: Row): number {
  for (let at = 0; at < one.length; at++) {
    const left = one[at] as string | number;
    const right = other[at] as string | number;
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
}
