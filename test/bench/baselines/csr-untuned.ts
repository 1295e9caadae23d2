import { labelNumber, stanceNumber } from "../news/news-graph.ts";
import type { Row } from "../queries/bench-query.ts";
import { typed } from "./csr-hops.ts";
import type { CsrQuery } from "./csr-query.ts";

export const CSR_UNTUNED: Readonly<Record<string, CsrQuery>> = {
  "string function": (csr) => (parameters) => {
    const { labels, names } = csr.news.entities;
    const ending = parameters["ending"] as string;
    const person = labelNumber("Person");
    let persons = 0;
    for (const [node, name] of names.entries()) {
      if (labels[node] === person && name.toLowerCase().endsWith(ending)) persons++;
    }
    return [[persons]];
  },

  "optional, aggregated": (csr) => {
    const { labels, count } = csr.news.entities;
    const { offsets, neighbours } = typed(csr, "SANCTIONS").incoming;
    const country = labelNumber("Country");
    return () => {
      const rows: Row[] = [];
      for (let node = 0; node < count; node++) {
        if (labels[node] !== country) continue;
        const first = offsets[node] as number;
        const end = offsets[node + 1] as number;
        let by = 0;
        for (let at = first; at < end; at++) if (at === first || neighbours[at] !== neighbours[at - 1]) by++;
        rows.push([csr.ids[node] as string, end - first, by]);
      }
      return rows.sort((one, other) => (other[1] as number) - (one[1] as number)).slice(0, 20);
    };
  },

  "unwound parameters": (csr) => {
    const { offsets, neighbours } = typed(csr, "MEETS").outgoing;
    return (parameters) => {
      const rows: Row[] = [];
      for (const id of (parameters["ids"] as readonly string[]).toSorted()) {
        const node = csr.nodeById.get(id) as number;
        const first = offsets[node] as number;
        const end = offsets[node + 1] as number;
        let met = 0;
        for (let at = first; at < end; at++) if (at === first || neighbours[at] !== neighbours[at - 1]) met++;
        if (met > 0) rows.push([id, met]);
      }
      return rows;
    };
  },

  exists: (csr) => {
    const { labels } = csr.news.entities;
    const { stances } = csr.news.claims;
    const { offsets, neighbours, claims } = typed(csr, "ACCUSES").outgoing;
    const person = labelNumber("Person");
    const organization = labelNumber("Organization");
    const denied = stanceNumber("denied");
    return (parameters) => {
      let persons = 0;
      for (const node of csr.nodesByCountry.get(parameters["country"] as string) ?? []) {
        if (labels[node] !== person) continue;
        for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
          if (stances[claims[at] as number] !== denied) continue;
          if (labels[neighbours[at] as number] !== organization) continue;
          persons++;
          break;
        }
      }
      return [[persons]];
    };
  },

  "case, aggregated": (csr) => {
    const { stances, confidences } = csr.news.claims;
    const { offsets, claims } = typed(csr, "WARNS").outgoing;
    const worth = new Int8Array(4);
    worth[stanceNumber("affirmed")] = 1;
    worth[stanceNumber("denied")] = -1;
    return (parameters) => {
      const rows: Row[] = [];
      for (const node of csr.nodesByCountry.get(parameters["country"] as string) ?? []) {
        const first = offsets[node] as number;
        const end = offsets[node + 1] as number;
        if (first === end) continue;
        let balance = 0;
        let confidence = 0;
        for (let at = first; at < end; at++) {
          const claim = claims[at] as number;
          balance += worth[stances[claim] as number] as number;
          confidence += confidences[claim] as number;
        }
        rows.push([csr.ids[node] as string, balance, confidence / (end - first)]);
      }
      return rows.sort((one, other) => (other[1] as number) - (one[1] as number)).slice(0, 10);
    };
  },
};
