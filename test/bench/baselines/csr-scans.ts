import { articleIdOf, DATES, stanceNumber, TYPES } from "../news/news-graph.ts";
import type { Row } from "../queries/bench-query.ts";
import { compareRows } from "./csr-look-ups.ts";
import type { CsrQuery } from "./csr-query.ts";

export const CSR_SCANS: Readonly<Record<string, CsrQuery>> = {
  "ten latest": (csr) => (parameters) => {
    const ofStance = csr.claimsOfStance[stanceNumber(parameters["stance"] as string)] as Uint32Array;
    const least = parameters["least"] as number;
    const { claims } = csr.news;
    const rows: Row[] = [];
    let lastDay = -1;
    // Backwards by day, including all of the day on which the tenth is found.
    for (let at = ofStance.length - 1; at >= 0; at--) {
      const claim = ofStance[at] as number;
      const day = claims.days[claim] as number;
      if (rows.length >= 10 && day !== lastDay) break;
      if ((claims.confidences[claim] as number) < least) continue;
      lastDay = day;
      rows.push([
        DATES[day] as string,
        articleIdOf(claims.articles[claim] as number),
        csr.ids[claims.subjects[claim] as number] as string,
        TYPES[claims.types[claim] as number] as string,
        csr.ids[claims.objects[claim] as number] as string,
        claims.confidences[claim] as number,
      ]);
    }
    const byDay = (one: Row, other: Row) =>
      one[0] === other[0] ? compareRows(one, other) : (one[0] as string) > (other[0] as string) ? -1 : 1;
    return rows.sort(byDay).slice(0, 10);
  },

  "names with a text": (csr) => (parameters) => {
    const text = parameters["text"] as string;
    const { names, nameStarts, ids } = csr;
    const rows: Row[] = [];
    for (let found = names.indexOf(text); found >= 0; ) {
      let low = 0;
      let high = ids.length;
      while (high - low > 1) {
        const middle = (low + high) >>> 1;
        if ((nameStarts[middle] as number) <= found) low = middle;
        else high = middle;
      }
      rows.push([ids[low] as string, csr.news.entities.names[low] as string]);
      found = names.indexOf(text, nameStarts[low + 1]);
    }
    return rows;
  },
};
