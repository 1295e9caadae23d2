/**
 * Law: a graph is the same in every form, for all names of ids, labels, types, properties and values, and no object of
 * the process is changed.
 */
import fc from "fast-check";
import { parse } from "graphology-gexf/node/index.js";
import { describe, expect, test } from "vitest";
import { graphFromArrow } from "../../src/arrow/read-arrow.ts";
import { graphToArrow } from "../../src/arrow/write-arrow.ts";
import { Engine } from "../../src/engine.ts";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import type { GraphColumns } from "../../src/graph/graph-columns.ts";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { importGraphText } from "../../src/import/import-graph.ts";
import { toGexf } from "../../src/output/graph/gexf.ts";
import { layoutPositions } from "../../src/output/graph/layout.ts";
import { valueText } from "../../src/values/value-text.ts";
import { makeDrawnGraph } from "../../src/viewer/make-drawn-graph.ts";
import { sceneOf } from "../../src/viewer/scene.ts";
import { readSceneData, writeSceneData } from "../../src/viewer/scene-data.ts";
import { runs } from "../random-runs.ts";
import { checkThatObjectsStayClean, ODD_NAMES, quoted } from "./inherited-names.ts";

checkThatObjectsStayClean();

const RUNS = runs(12);

const name = fc.constantFrom(...ODD_NAMES);
const value = fc.oneof(name, fc.integer(), fc.boolean(), fc.array(name, { maxLength: 2 }));
const properties = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 5 });

interface PlainNode {
  readonly id: string;
  readonly labels: readonly string[];
  readonly properties: readonly (readonly [string, unknown])[];
}

interface PlainRelationship {
  readonly id: string;
  readonly label: string;
  readonly start: string;
  readonly end: string;
  readonly properties: readonly (readonly [string, unknown])[];
}

interface PlainGraph {
  readonly nodes: readonly PlainNode[];
  readonly relationships: readonly PlainRelationship[];
}

const plainGraph: fc.Arbitrary<PlainGraph> = fc
  .uniqueArray(fc.record({ id: name, labels: fc.uniqueArray(name, { maxLength: 2 }), properties }), {
    selector: ({ id }) => id,
    minLength: 1,
    maxLength: 6,
  })
  .chain((nodes) => {
    const end = fc.constantFrom(...nodes.map(({ id }) => id));
    const relationship = fc.record({ id: name, label: name, start: end, end, properties });
    const relationships = fc.uniqueArray(relationship, { selector: ({ id }) => id, maxLength: 8 });
    return relationships.map((all) => ({ nodes, relationships: all }));
  });

async function imported({ nodes, relationships }: PlainGraph): Promise<GraphColumns> {
  const line = (type: string, entity: PlainNode | PlainRelationship) =>
    JSON.stringify({ type, ...entity, properties: Object.fromEntries(entity.properties) });
  const source = (file: string, lines: readonly string[]) => ({ name: file, chunks: [lines.join("\n")] });
  return importGraphText({
    nodes: [
      source(
        "nodes.jsonl",
        nodes.map((node) => line("node", node)),
      ),
    ],
    relationships: [
      source(
        "relationships.jsonl",
        relationships.map((one) => line("relationship", one)),
      ),
    ],
  });
}

/** The contents of a graph as queries return them, sorted. */
function contentsOf(engine: Engine): readonly string[] {
  const rows = (query: string) => engine.run(query).rows.map((row) => row.map(valueText).join(" | "));
  return [
    ...rows("MATCH (n) UNWIND keys(n) AS k RETURN id(n), k, n[k], properties(n)[k]"),
    ...rows("MATCH (n) UNWIND labels(n) AS l RETURN id(n), l"),
    ...rows("MATCH (a)-[r]->(b) RETURN id(a), type(r), id(b), id(r)"),
    ...rows("MATCH ()-[r]->() UNWIND keys(r) AS k RETURN id(r), k, r[k]"),
  ].sort();
}

/** The contents of the plain graph, in the same form. */
function expected({ nodes, relationships }: PlainGraph): readonly string[] {
  const row = (...values: readonly unknown[]) => values.map((one) => valueText(one as string)).join(" | ");
  return [
    ...nodes.flatMap(({ id, properties }) => properties.map(([key, value]) => row(id, key, value, value))),
    ...nodes.flatMap(({ id, labels }) => labels.map((label) => row(id, label))),
    ...relationships.map(({ id, label, start, end }) => row(start, label, end, id)),
    ...relationships.flatMap(({ id, properties }) => properties.map(([key, value]) => row(id, key, value))),
  ].sort();
}

/** Conversions of a graph to another form and back. */
const FORMS: Readonly<Record<string, (columns: GraphColumns) => Engine>> = {
  columns: (columns) => new Engine(columns),
  graphology: (columns) => new Engine(new Engine(columns).graph),
  "columns of graphology": (columns) => new Engine(columnsOfGraph(new Engine(columns).graph)),
  "a copy by graphology": (columns) => new Engine(new Engine(columns).graph.copy() as MultiDirectedGraph),
  "graphology's own JSON": (columns) =>
    new Engine(
      MultiDirectedGraph.from(JSON.parse(JSON.stringify(new Engine(columns).graph))) as MultiDirectedGraph,
    ),
  Arrow: (columns) => {
    const { nodes, relationships } = graphToArrow(columns, "saved");
    return new Engine(
      graphFromArrow({ name: "nodes", bytes: nodes }, { name: "relationships", bytes: relationships }),
    );
  },
  "scene data": (columns) =>
    new Engine(readSceneData(writeSceneData({ graph: new Engine(columns).graph })).graph),
  subgraph: (columns) => {
    const engine = new Engine(columns);
    return new Engine(engine.run("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r").subgraph());
  },
  "subgraph of graphology": (columns) => {
    const engine = new Engine(new Engine(columns).graph);
    return new Engine(engine.run("MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN n, r").subgraph());
  },
  "a patched index": (columns) => {
    const { graph } = new Engine(columns);
    const followed = new MultiDirectedGraph();
    const engine = new Engine(followed);
    engine.run("MATCH (n)-[r]->(m) RETURN n, r, m");
    graph.forEachNode((key, attributes) => void followed.addNode(key, attributes));
    engine.run("MATCH (n) RETURN labels(n), properties(n)");
    graph.forEachEdge((key, attributes, source, target) => {
      followed.addEdgeWithKey(key, source, target, attributes);
    });
    return engine;
  },
  "a graph after a rolled-back deletion": (columns) => {
    const engine = new Engine(columns);
    expect(() => engine.run("MATCH (n) DETACH DELETE n WITH count(*) AS n RETURN 1 / (n - n)")).toThrow(
      /zero/,
    );
    return engine;
  },
  "a graph whose properties were removed and set again": (columns) => {
    const engine = new Engine(columns);
    engine.run("MATCH (n) WITH n, properties(n) AS p SET n = {} SET n += p");
    engine.run("MATCH ()-[r]->() WITH r, properties(r) AS p SET r = {} SET r = p");
    return engine;
  },
};

describe(`a graph of ${ODD_NAMES.length} odd names, ${RUNS} of them at random`, () => {
  for (const [form, convert] of Object.entries(FORMS)) {
    test(`is the same as ${form}`, () =>
      fc.assert(
        fc.asyncProperty(plainGraph, async (graph) => {
          expect(contentsOf(convert(await imported(graph)))).toEqual(expected(graph));
        }),
        { numRuns: RUNS },
      ));
  }

  test("keeps its ends and attributes in GEXF, as read by graphology-gexf", () =>
    fc.assert(
      fc.asyncProperty(plainGraph, async (plain) => {
        const gexf = toGexf(new Engine(await imported(plain)).graph);
        const read = parse(MultiDirectedGraph, gexf, { respectInputGraphType: true }) as MultiDirectedGraph;
        const ids = new Engine(read).run("MATCH (n) RETURN id(n) AS id").rows.flat();
        expect(ids).toEqual(plain.nodes.map(({ id }) => id));
        const ends = read.mapEdges((key, { kind }, source, target) => [key, source, kind, target]);
        expect(ends).toHaveLength(plain.relationships.length);
        for (const { id, properties } of plain.nodes) {
          const [{ texts } = { texts: "" }] = new Engine(read)
            .run("MATCH (n) WHERE id(n) = $id RETURN properties(n) AS texts", { id })
            .toObjects();
          for (const [, value] of properties) {
            if (typeof value !== "string") continue;
            expect(Object.values(texts as object).map(String)).toContain(value);
          }
        }
      }),
      { numRuns: RUNS },
    ));

  test("has a position for each node in the layout, the scene and the drawing", () =>
    fc.assert(
      fc.asyncProperty(plainGraph, async (plain) => {
        const { graph } = new Engine(await imported(plain));
        const places = [...layoutPositions(graph).values()];
        expect(places).toHaveLength(plain.nodes.length);
        expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length);
        const scene = sceneOf(graph, new Set());
        const ids = plain.nodes.map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(scene.nodes.map(({ key }) => key)));
        const drawn = makeDrawnGraph(scene);
        expect(drawn.order).toBe(scene.nodes.length);
        drawn.forEachNode((_, { x, y }) => expect([x, y].every(Number.isFinite)).toBe(true));
        expect(drawn.size).toBe(scene.bundles.filter(({ source, target }) => source !== target).length);
      }),
      { numRuns: RUNS },
    ));

  test("is read from CSV with odd headers, cells, ids, labels and types", async () => {
    for (const odd of ODD_NAMES) {
      const cell = `"${odd}"`;
      const relationships = [
        {
          name: "r.csv",
          chunks: [`:START_ID,:END_ID,:TYPE,${cell}\n${cell},other,${cell},${cell}\nother,${cell},T,\n`],
        },
      ];
      const files = [
        `:ID,:LABEL,${cell}\n${cell},${cell},${cell}\nother,,other\n`,
        `"${odd}:ID",:LABEL\n${cell},${cell}\nother,\n`,
      ];
      for (const file of files) {
        const columns = await importGraphText({ nodes: [{ name: "n.csv", chunks: [file] }], relationships });
        for (const engine of [new Engine(columns), new Engine(new Engine(columns).graph)]) {
          const key = quoted(odd);
          const query = `MATCH (n:${key} {${key}: $odd})-[r:${key}]->(m)-[:T]->(n)`;
          const result = engine.run(`${query} RETURN id(n), n.${key}, r.${key}, m.${key}, keys(m)`, { odd });
          expect(result.rows).toEqual([[odd, odd, odd, "other", [odd]]]);
        }
      }
    }
  });
});
