import { expect, test } from "vitest";
import { ingest } from "../../src/annotations/ingest.ts";
import { graphFromArrow } from "../../src/arrow/read-arrow.ts";
import { graphToArrow } from "../../src/arrow/write-arrow.ts";
import { Engine } from "../../src/engine.ts";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import type { GraphColumns } from "../../src/graph/graph-columns.ts";
import type { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { typeTraitsOf } from "../../src/graph/type-traits.ts";
import { readSceneData, writeSceneData } from "../../src/viewer/scene-data.ts";

const VOCABULARY = `
types:
  DATED: { meaning: has this date, subject: [Event], object: [Value], single: true }
  MEETS: { meaning: meets, subject: [Event], object: [Event], symmetric: true }
  NAMES: { meaning: names, subject: [Event], object: [Event] }
entityTypes:
  Event: { meaning: something that takes time }
`;
const CLAIMS = `
article: { id: a, title: A, file: a.txt, sha256: "${"0".repeat(64)}", length: 9 }
entities:
  - { name: Fair, type: Event }
claims:
  - { id: 1, triple: Fair DATED 2024-09, gist: one, passage: { start: 0, end: 1, sha256: "${"0".repeat(64)}" } }
  - { id: 2, triple: Fair DATED 2024-10, gist: two, passage: { start: 1, end: 2, sha256: "${"0".repeat(64)}" } }
`;

const { graph, faults } = ingest([
  { path: "v.yaml", text: VOCABULARY },
  { path: "a.yaml", text: CLAIMS },
]);
const columns = columnsOfGraph(graph);

function contradictions(of: MultiDirectedGraph | GraphColumns): unknown {
  return new Engine(of).run("CALL claims.contested() YIELD affirmed RETURN count(*)").rows[0]?.[0];
}

test("type traits from a vocabulary are stored in the graph", () => {
  expect(faults).toEqual([]);
  expect(typeTraitsOf(graph)).toEqual({ symmetricTypes: ["MEETS"], functionalTypes: ["DATED"] });
  expect(contradictions(graph)).toBe(2);
});

test("type traits are kept in columns, Arrow, subgraphs and scene data", () => {
  const { nodes, relationships } = graphToArrow(columns, "saved");
  const arrow = graphFromArrow({ name: "n", bytes: nodes }, { name: "r", bytes: relationships });
  for (const same of [columns, arrow]) {
    expect(contradictions(same)).toBe(2);
    expect(contradictions(new Engine(same).graph)).toBe(2);
  }
  for (const engine of [new Engine(graph), new Engine(arrow)])
    expect(contradictions(engine.run("MATCH ()-[r]->() RETURN r").subgraph())).toBe(2);
  expect(contradictions(readSceneData(writeSceneData({ graph })).graph)).toBe(2);
});

test("later changes of type traits take effect", () => {
  const later = graph.copy();
  const engine = new Engine(later);
  const ask = () => engine.run("CALL claims.contested() YIELD affirmed RETURN count(*)").rows[0]?.[0];
  expect(ask()).toBe(2);
  later.setAttribute("functionalTypes", []);
  expect(ask()).toBe(0);
  later.setAttribute("functionalTypes", ["DATED"]);
  expect(ask()).toBe(2);
});
