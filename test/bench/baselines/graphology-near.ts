import type { Cell, Row } from "../queries/bench-query.ts";
import { compareRows } from "./csr-look-ups.ts";
import {
  around,
  type GraphologyQuery,
  increase,
  largest,
  outgoing,
  property,
  text,
} from "./graphology-reading.ts";

/** Queries that start at a node. */
export const GRAPHOLOGY_NEAR: Readonly<Record<string, GraphologyQuery>> = {
  "look up by id": (graph, parameters) => {
    const id = text(parameters, "id");
    return [[property(graph, id, "name"), property(graph, id, "country"), property(graph, id, "born")]];
  },

  "look up by name": (graph, parameters) => {
    const name = text(parameters, "name");
    return graph
      .filterNodes((_, attributes) => attributes["name"] === name)
      .map((id) => [id, property(graph, id, "country")]);
  },

  "timeline of a pair": (graph, parameters) => {
    const rows: Row[] = [];
    graph.forEachEdge(text(parameters, "one"), text(parameters, "other"), (_, claim) => {
      rows.push(["said", "article", "type", "stance", "confidence"].map((name) => claim[name] as Cell));
    });
    return rows.sort(compareRows);
  },

  "one hop with a filter": (graph, parameters) => {
    const rows: Row[] = [];
    outgoing(graph, text(parameters, "id"), "ACCUSES", (claim, object) => {
      const { confidence, said } = graph.getEdgeAttributes(claim);
      if (confidence >= (parameters["least"] as number))
        rows.push([object, property(graph, object, "name"), said]);
    });
    return rows;
  },

  "distinct two hops": (graph, parameters) => {
    const id = text(parameters, "id");
    const reached = new Set<string>();
    around(graph, id, "MEETS", (_, between) => around(graph, between, "MEETS", (_, far) => reached.add(far)));
    reached.delete(id);
    return [...reached].map((far) => [far]);
  },

  "three hops counted": (graph, parameters) => {
    let paths = 0;
    outgoing(graph, text(parameters, "id"), "MEETS", (first, second) =>
      outgoing(graph, second, "MEETS", (_, third) =>
        outgoing(graph, third, "MEETS", (last) => {
          if (last !== first) paths++;
        }),
      ),
    );
    return [[paths]];
  },

  "friends of friends": (graph, parameters) => {
    const id = text(parameters, "id");
    const friends = new Set<string>();
    around(graph, id, "SUPPORTS", (_, friend) => friends.add(friend));
    const common = new Map<string, number>();
    for (const friend of friends) {
      const theirs = new Set<string>();
      around(graph, friend, "SUPPORTS", (_, far) => theirs.add(far));
      for (const far of theirs) if (far !== id && !friends.has(far)) increase(common, far);
    }
    return largest(common, 10);
  },

  "common neighbours": (graph, parameters) => {
    const one = text(parameters, "one");
    const near = new Map<string, number>();
    graph.forEachEdge(one, (_, __, subject, object) => increase(near, subject === one ? object : subject));
    const other = text(parameters, "other");
    const links = new Map<string, number>();
    graph.forEachEdge(other, (_, __, subject, object) => {
      const between = subject === other ? object : subject;
      const ofOne = near.get(between);
      if (ofOne !== undefined) links.set(between, (links.get(between) ?? 0) + ofOne);
    });
    return largest(links, 20);
  },

  "who speaks of one": (graph, parameters) => {
    const counts = new Map<string, number>();
    graph.forEachEdge(text(parameters, "id"), (_, { claimant }) => {
      if (claimant !== undefined) increase(counts, claimant);
    });
    return largest(counts, 10).map(([id, claims]) => [id, property(graph, id, "name"), claims]);
  },

  "unwound parameters": (graph, parameters) => {
    const rows: Row[] = [];
    for (const id of (parameters["ids"] as readonly string[]).toSorted()) {
      const met = new Set<string>();
      outgoing(graph, id, "MEETS", (_, object) => met.add(object));
      if (met.size > 0) rows.push([id, met.size]);
    }
    return rows;
  },
};
