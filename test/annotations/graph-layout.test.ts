import { expect, test } from "vitest";
import { articleOf, claimOf, HASH, ingestSample } from "./sample.ts";

const FULL = claimOf(
  1,
  "castell MEETS President Lind",
  `claimant: CASTELL
via: [Harbour Post, Ida Lind]
stance: denied
modality: planned
assessment: false
when: 2025-05/..
said: 2025-04-17
qualifiers: { place: port mira, topic: [fish, ice], guests: 40, since: 2024 }
answers: [2, 001#1]
reports: x`,
);

const ARTICLE = articleOf(
  [FULL, claimOf(2, "this article LASTED 3.5 hours"), claimOf("x", "Ida Lind LASTED 3.5 hours")].join("\n"),
).replace(
  "  title: Lind to meet Castell\n",
  `  title: Lind to meet Castell
  publisher: harbour post
  authors: Ida Lind
  published: 2025-05-04
  language: en
  origin: wire
`,
);
const OTHER = articleOf(claimOf(1, "Government of Northland SUPPLIES Southland"), "001");

const { graph, faults, counts } = ingestSample({ "a.yaml": ARTICLE, "b.yaml": OTHER });

test("there are no faults, and all is counted", () => {
  expect(faults).toEqual([]);
  expect(counts).toEqual({ articles: 2, claims: 4, entities: 8, types: 3 });
});

test("nodes are entities, articles and literals, by their ids", () => {
  expect(graph.nodes()).toEqual([
    "ana-lind",
    "bo-castell",
    "ida-lind",
    "port-mira",
    "northland",
    "southland",
    "government-of-northland",
    "harbour-post",
    "000",
    "001",
    "value:3.5 hours",
  ]);
});

test("an entity has its type, the more general one, names and properties", () => {
  expect(graph.getNodeAttributes("port-mira")).toEqual({
    labels: ["City", "Place"],
    id: "port-mira",
    name: "Port Mira",
    aliases: [],
    capital: true,
    founded: 1204,
  });
  expect(graph.getNodeAttribute("ana-lind", "aliases")).toEqual(["Lind", "President Lind"]);
});

test("an article has its metadata", () => {
  expect(graph.getNodeAttributes("000")).toEqual({
    labels: ["Article"],
    id: "000",
    name: "Lind to meet Castell",
    aliases: [],
    title: "Lind to meet Castell",
    publisher: "Harbour Post",
    authors: ["Ida Lind"],
    published: "2025-05-04",
    file: "000.txt",
    sha256: HASH,
    language: "en",
    origin: "wire",
  });
  expect(graph.getNodeAttribute("001", "origin")).toBe("001");
});

test("a literal is one node for all claims with it", () => {
  expect(graph.getNodeAttributes("value:3.5 hours")).toEqual({
    labels: ["Value"],
    id: "value:3.5 hours",
    name: "3.5 hours",
    aliases: [],
    value: 3.5,
    unit: "hours",
  });
  expect(graph.inEdges("value:3.5 hours")).toEqual(["000#2", "000#x"]);
  expect(graph.source("000#2")).toBe("000");
});

test("a claim is a relationship with all its fields", () => {
  expect(graph.extremities("000#1")).toEqual(["bo-castell", "ana-lind"]);
  expect(graph.getEdgeAttributes("000#1")).toEqual({
    type: "MEETS",
    claim: "000#1",
    article: "000",
    claimant: "Bo Castell",
    via: ["Harbour Post", "Ida Lind"],
    stance: "denied",
    modality: "planned",
    assessment: "false",
    when: "2025-05/..",
    from: "2025-05-01",
    said: "2025-04-17",
    place: "Port Mira",
    topic: ["fish", "ice"],
    guests: 40,
    since: "2024",
    gist: "invented",
    start: 10,
    end: 20,
    sha256: HASH,
    answers: ["000#2", "001#1"],
    reports: ["000#x"],
  });
});

test("absent fields of a claim have no attribute, except stance and modality", () => {
  expect(graph.getEdgeAttributes("001#1")).toEqual({
    type: "SUPPLIES",
    claim: "001#1",
    article: "001",
    stance: "affirmed",
    modality: "actual",
    gist: "invented",
    start: 10,
    end: 20,
    sha256: HASH,
  });
});

test("two spellings of a number are one node, named by the first spelling", () => {
  const claims = [claimOf(1, "this article LASTED 1,000 hours"), claimOf(2, "Ida Lind LASTED 1000 hours")];
  const { graph } = ingestSample({ "a.yaml": articleOf(claims.join("\n")) });
  expect(graph.nodes().filter((node) => node.startsWith("value:"))).toEqual(["value:1000 hours"]);
  expect(graph.getNodeAttribute("value:1000 hours", "name")).toBe("1,000 hours");
});
