import type { Cell, Row } from "../queries/bench-query.ts";
import { compareRows } from "./csr-look-ups.ts";
import { type GraphologyQuery, increase, largest, outgoing, property, text } from "./graphology-reading.ts";

/** Queries that scan all nodes or all claims. */
export const GRAPHOLOGY_SCANS: Readonly<Record<string, GraphologyQuery>> = {
  "top articles": (graph, parameters) => {
    const from = text(parameters, "from");
    const to = text(parameters, "to");
    const counts = new Map<string, number>();
    graph.forEachEdge((_, { type, said, article }) => {
      if (type === "ACCUSES" && said >= from && said < to) increase(counts, article);
    });
    return largest(counts, 20);
  },

  corroborated: (graph) => {
    const articles = new Map<string, Set<string>>();
    graph.forEachEdge((_, { type, article }, subject, object) => {
      const fact = `${subject} ${type} ${object}`;
      const known = articles.get(fact);
      if (known === undefined) articles.set(fact, new Set([article]));
      else known.add(article);
    });
    const counts = new Map([...articles].map(([fact, { size }]) => [fact, size]));
    return factRows(new Map([...counts].filter(([, count]) => count >= 3)));
  },

  contested: (graph) => {
    const stances = new Map<string, { affirmed: number; denied: number }>();
    graph.forEachEdge((_, { type, stance }, subject, object) => {
      if (stance !== "affirmed" && stance !== "denied") return;
      const fact = `${subject} ${type} ${object}`;
      const counted = stances.get(fact) ?? { affirmed: 0, denied: 0 };
      counted[stance as "affirmed" | "denied"]++;
      stances.set(fact, counted);
    });
    const disputes = [...stances].map(([fact, { affirmed, denied }]) => [fact, affirmed * denied] as const);
    return factRows(new Map(disputes.filter(([, count]) => count > 0)));
  },

  "top claimants": (graph, parameters) => {
    const counts = new Map<string, number>();
    graph.forEachEdge((_, { stance, claimant }) => {
      if (stance === parameters["stance"] && claimant !== undefined) increase(counts, claimant);
    });
    return largest(counts, 10);
  },

  "ten latest": (graph, parameters) => {
    const least = parameters["least"] as number;
    const rows: Row[] = [];
    graph.forEachEdge((_, { stance, said, article, type, confidence }, subject, object) => {
      if (stance !== parameters["stance"] || confidence < least) return;
      rows.push([said, article, subject, type, object, confidence]);
    });
    rows.sort((one, other) => compareRows([other[0] as Cell], [one[0] as Cell]) || compareRows(one, other));
    return rows.slice(0, 10);
  },

  "names with a text": (graph, parameters) =>
    graph
      .filterNodes((_, { name }) => name.includes(parameters["text"]))
      .map((id) => [id, property(graph, id, "name")]),

  "string function": (graph, parameters) => [
    [
      graph.filterNodes(
        (_, { labels, name }) =>
          labels.includes("Person") && name.toLowerCase().endsWith(parameters["ending"]),
      ).length,
    ],
  ],

  "optional, aggregated": (graph) => {
    const parties = new Map<string, Set<string>>();
    const sanctions = new Map<string, number>();
    for (const country of graph.filterNodes((_, { labels }) => labels.includes("Country"))) {
      parties.set(country, new Set());
      sanctions.set(country, 0);
      graph.forEachInEdge(country, (_, { type }, subject) => {
        if (type !== "SANCTIONS") return;
        parties.get(country)?.add(subject);
        increase(sanctions, country);
      });
    }
    return largest(sanctions, 20).map(([id, count]) => [id, count, parties.get(id)?.size ?? 0]);
  },

  exists: (graph, parameters) => [
    [
      graph.filterNodes((node, { labels, country }) => {
        if (country !== parameters["country"] || !labels.includes("Person")) return false;
        return graph.someOutEdge(
          node,
          (_, { type, stance }, __, object) =>
            type === "ACCUSES" &&
            stance === "denied" &&
            graph.getNodeAttribute(object, "labels").includes("Organization"),
        );
      }).length,
    ],
  ],

  "case, aggregated": (graph, parameters) => {
    const balances = new Map<string, number>();
    const means = new Map<string, number>();
    graph.forEachNode((node, { country }) => {
      if (country !== parameters["country"]) return;
      let balance = 0;
      let sum = 0;
      let count = 0;
      outgoing(graph, node, "WARNS", (claim) => {
        const { stance, confidence } = graph.getEdgeAttributes(claim);
        if (stance === "affirmed") balance++;
        else if (stance === "denied") balance--;
        sum += confidence;
        count++;
      });
      if (count === 0) return;
      balances.set(node, balance);
      means.set(node, sum / count);
    });
    return largest(balances, 10).map(([id, balance]) => [id, balance, means.get(id) ?? null]);
  },
};

function factRows(counts: ReadonlyMap<string, number>): Row[] {
  return largest(counts, 20).map(([fact, count]) => [...fact.split(" "), count]);
}
