import { articleIdOf, stanceNumber, TYPES, typeNumber } from "../news/news-graph.ts";
import type { Row } from "../queries/bench-query.ts";
import { type Csr, lowerBound } from "./csr.ts";
import { compareRows } from "./csr-look-ups.ts";
import { type CsrQuery, mostFrequent } from "./csr-query.ts";

const AFFIRMED = stanceNumber("affirmed");
const DENIED = stanceNumber("denied");

export const CSR_AGGREGATES: Readonly<Record<string, CsrQuery>> = {
  "top articles": (csr) => {
    const claims = csr.claimsOfType[typeNumber("ACCUSES")] as Uint32Array;
    const { days, articles } = csr.news.claims;
    return (parameters) => {
      const first = lowerBound(claims, days, csr.dayByDate.get(parameters["from"] as string) as number);
      const end = lowerBound(claims, days, csr.dayByDate.get(parameters["to"] as string) as number);
      const found: number[] = [];
      for (let at = first; at < end; at++) {
        const article = articles[claims[at] as number] as number;
        if (csr.counts[article] === 0) found.push(article);
        csr.counts[article] = (csr.counts[article] as number) + 1;
      }
      return mostFrequent(csr.counts, found, 20, (article, count) => [articleIdOf(article), count]);
    };
  },

  corroborated: (csr) => () => {
    const { articles } = csr.news.claims;
    const { claims } = csr.outgoing;
    const best = new BestRows(csr);
    forEachFact(csr, 3, (subject, first, end) => {
      // Claims are numbered in the order of their articles.
      let distinct = 1;
      for (let at = first + 1; at < end; at++) {
        if (articles[claims[at] as number] !== articles[claims[at - 1] as number]) distinct++;
      }
      if (distinct >= 3) best.add(distinct, subject, first);
    });
    return best.rows();
  },

  contested: (csr) => () => {
    const { stances } = csr.news.claims;
    const { claims } = csr.outgoing;
    const best = new BestRows(csr);
    forEachFact(csr, 2, (subject, first, end) => {
      let affirmed = 0;
      let denied = 0;
      for (let at = first; at < end; at++) {
        const stance = stances[claims[at] as number];
        if (stance === AFFIRMED) affirmed++;
        else if (stance === DENIED) denied++;
      }
      if (affirmed * denied > 0) best.add(affirmed * denied, subject, first);
    });
    return best.rows();
  },

  "top claimants": (csr) => (parameters) => {
    const { claimants } = csr.news.claims;
    const found: number[] = [];
    for (const claim of csr.claimsOfStance[stanceNumber(parameters["stance"] as string)] as Uint32Array) {
      const claimant = (claimants[claim] as number) - 1;
      if (claimant < 0) continue;
      if (csr.counts[claimant] === 0) found.push(claimant);
      csr.counts[claimant] = (csr.counts[claimant] as number) + 1;
    }
    return mostFrequent(csr.counts, found, 10, (claimant, count) => [csr.ids[claimant] as string, count]);
  },
};

/** Visits the claims of each subject, type and object with at least `least` claims. They are contiguous. */
function forEachFact(
  { news, outgoing }: Csr,
  least: number,
  visit: (subject: number, first: number, end: number) => void,
): void {
  const { offsets, neighbours, types } = outgoing;
  for (let subject = 0; subject < news.entities.count; subject++) {
    const last = offsets[subject + 1] as number;
    for (let first = offsets[subject] as number; first + least <= last; ) {
      const object = neighbours[first] as number;
      const type = types[first] as number;
      if (neighbours[first + least - 1] !== object || types[first + least - 1] !== type) {
        first++;
        continue;
      }
      let end = first + least;
      while (end < last && neighbours[end] === object && types[end] === type) end++;
      visit(subject, first, end);
      first = end;
    }
  }
}

/** Keeps the twenty facts with the largest counts. Most others are rejected by their count alone. */
class BestRows {
  readonly #csr: Csr;
  #rows: Row[] = [];
  #least = 0;

  constructor(csr: Csr) {
    this.#csr = csr;
  }

  add(count: number, subject: number, position: number): void {
    if (count < this.#least) return;
    const { ids, outgoing } = this.#csr;
    this.#rows.push([
      ids[subject] as string,
      TYPES[outgoing.types[position] as number] as string,
      ids[outgoing.neighbours[position] as number] as string,
      count,
    ]);
    if (this.#rows.length >= 100) this.#cut();
  }

  rows(): Row[] {
    this.#cut();
    return this.#rows;
  }

  #cut(): void {
    this.#rows.sort((one, other) => (other[3] as number) - (one[3] as number) || compareRows(one, other));
    this.#rows.length = Math.min(this.#rows.length, 20);
    if (this.#rows.length === 20) this.#least = this.#rows[19]?.[3] as number;
  }
}
