import { expect, test } from "vitest";
import type { GraphColumns } from "../../src/graph/graph-columns.ts";
import { ImportError } from "../../src/import/import-faults.ts";
import { importGraphText } from "../../src/import/import-graph.ts";
import { Float } from "../../src/values/float.ts";
import { CypherDate } from "../../src/values/temporal/date.ts";
import { plainGraph } from "../graph/arbitrary-columns.ts";

const NODES = `id:ID,:LABEL,name,aliases:string[],born:int,active:boolean
xi,Person;Leader,"Xi Jinping",Xi;President Xi,1953,true
`;

const source = (name: string, ...chunks: (string | Uint8Array)[]) => ({ name, chunks });

function properties(graph: GraphColumns, kind: "nodes" | "relationships", entity: number) {
  return Object.fromEntries(
    [...graph[kind].properties].map(([name, column]) => [name, column.valueOf(entity)]),
  );
}

test("nodes and relationships in the format of neo4j-admin", async () => {
  const nodes = `${NODES}moscow,City,Moscow,,,\n`;
  const relationships =
    ':START_ID,:TYPE,:END_ID,said:date,confidence:float,gist\r\nxi,VISITS,moscow,2025-05-07,1,"Xi, in ""Moscow""\nagain"\r\n';
  const graph = await importGraphText({
    nodes: [source("nodes.csv", nodes)],
    relationships: [source("claims.csv", relationships)],
  });
  expect(graph.nodes).toMatchObject({ count: 2, labelSets: [[], ["Person", "Leader"], ["City"]] });
  expect([...graph.nodes.labelCodes]).toEqual([1, 2]);
  expect(properties(graph, "nodes", 0)).toEqual({
    id: "xi",
    name: "Xi Jinping",
    aliases: ["Xi", "President Xi"],
    born: 1953,
    active: true,
  });
  expect(properties(graph, "nodes", 1)).toMatchObject({ id: "moscow", aliases: null, born: null });
  expect([graph.nodes.keys.keyOf(1), graph.nodes.keys.find("moscow"), graph.nodes.keys.find("x")]).toEqual([
    "moscow",
    1,
    undefined,
  ]);
  const { starts, ends, types, typeNames, keys } = graph.relationships;
  expect({ starts: [...starts], ends: [...ends], types: [...types], typeNames }).toEqual({
    starts: [0],
    ends: [1],
    types: [0],
    typeNames: ["VISITS"],
  });
  expect([keys.keyOf(0), keys.find("r0"), keys.find("r1"), keys.find("x")]).toEqual([
    "r0",
    0,
    undefined,
    undefined,
  ]);
  expect(properties(graph, "relationships", 0)).toEqual({
    said: new CypherDate(2025, 5, 7),
    confidence: new Float(1),
    gist: 'Xi, in "Moscow"\nagain',
  });
});

test("several files with different columns", async () => {
  const graph = await importGraphText({
    nodes: [
      source("people.csv", ":ID(Person),name,born:int,:IGNORE\na,Ann,1953,x\n", "b,Bob,1960,x\n"),
      source("places.csv", "\ufeffplace:ID,:LABEL,name,born:string\nc,City,Ann,c. 1147\n"),
    ],
    relationships: [
      source("meetings.csv", ":START_ID,:END_ID,:TYPE,said\na,b,MEETS,2025\n"),
      source("visits.csv", ":TYPE,:START_ID,:END_ID,count:int\nVISITS,b,c,2\nMEETS,b,a,\n"),
    ],
  });
  expect(plainGraph(graph)).toEqual({
    nodes: [
      { key: "a", labels: [], properties: { name: "Ann", born: 1953, place: null } },
      { key: "b", labels: [], properties: { name: "Bob", born: 1960, place: null } },
      { key: "c", labels: ["City"], properties: { name: "Ann", born: "c. 1147", place: "c" } },
    ],
    relationships: [
      { key: "r0", start: 0, end: 1, type: "MEETS", properties: { said: "2025", count: null } },
      { key: "r1", start: 1, end: 0, type: "MEETS", properties: { said: null, count: null } },
      { key: "r2", start: 1, end: 2, type: "VISITS", properties: { said: null, count: 2 } },
    ],
  });
  // "Ann" of both files is one value.
  expect(graph.nodes.properties.get("name")?.values).toEqual([null, "Ann", "Bob"]);
});

test("a key that has a type and a name is a property of that type", async () => {
  const graph = await importGraphText({
    nodes: [source("nodes.csv", "id:ID(Person){id-type:long}\n7\n08\n")],
  });
  expect(plainGraph(graph).nodes).toEqual([
    { key: "7", labels: [], properties: { id: 7 } },
    { key: "08", labels: [], properties: { id: 8 } },
  ]);
});

test("nodes that only relationships name are created on request", async () => {
  const sources = () => ({
    nodes: [source("nodes.csv", "id:ID,:LABEL\na,Person\n")],
    relationships: [source("claims.csv", ":START_ID,:TYPE,:END_ID\na,MEETS,b\nc,MEETS,b\n")],
  });
  await expect(importGraphText(sources())).rejects.toThrow(ImportError);
  const { nodes, relationships } = plainGraph(await importGraphText(sources(), { createMissingNodes: true }));
  expect(nodes[0]).toEqual({ key: "a", labels: ["Person"], properties: { id: "a" } });
  // The order of the created nodes is unspecified.
  expect(nodes).toHaveLength(3);
  for (const key of ["b", "c"]) expect(nodes).toContainEqual({ key, labels: [], properties: { id: key } });
  expect(relationships.map(({ start, end }) => [nodes[start ?? 0]?.key, nodes[end ?? 0]?.key])).toEqual([
    ["a", "b"],
    ["c", "b"],
  ]);
});

test("JSON lines in the format of apoc.export.json", async () => {
  const lines = [
    '\ufeff{"type":"node","id":"0","labels":["Person","Leader"],"properties":{"name":"Ann","born":1953,"aliases":["A.","Annie"]}}',
    '{"type":"node","id":"1","labels":["Person"],"properties":{"name":"Bob","share":1.0,"large":9007199254740993,"text":"1.0"}}',
    "",
    '{"id":"0","type":"relationship","label":"KNOWS","properties":{"since":1993,"true":true},"start":{"id":"0","labels":["Person"]},"end":{"id":"1","labels":["Person"]}}',
    '{"id":"5","type":"relationship","label":"KNOWS","start":1,"end":"0"}',
  ];
  const read = (text: string) => importGraphText({ nodes: [source("graph.JSONL", text)] });
  const graph = await read(lines.join("\r\n"));
  const nothing = { name: null, born: null, aliases: null, share: null, large: null, text: null };
  expect(plainGraph(graph)).toEqual({
    nodes: [
      {
        key: "0",
        labels: ["Person", "Leader"],
        properties: { ...nothing, name: "Ann", born: 1953, aliases: ["A.", "Annie"] },
      },
      {
        key: "1",
        labels: ["Person"],
        properties: { ...nothing, name: "Bob", share: new Float(1), large: 9007199254740993n, text: "1.0" },
      },
    ],
    relationships: [
      { key: "0", start: 0, end: 1, type: "KNOWS", properties: { since: 1993, true: true } },
      { key: "5", start: 1, end: 0, type: "KNOWS", properties: { since: null, true: null } },
    ],
  });
});

test("progress is reported for all files together", async () => {
  const reported: [file: string, bytes: number, rows: number][] = [];
  await importGraphText(
    {
      nodes: [source("nodes.csv", ":ID\na\n", "b\n")],
      relationships: [source("claims.csv", ":START_ID,:TYPE,:END_ID\n", "a,MEETS,b\n")],
    },
    { progress: ({ file, bytes, rows }) => reported.push([file, bytes, rows]) },
  );
  expect(reported.at(0)).toEqual(["nodes.csv", 8, 2]);
  expect(reported.at(-1)).toEqual(["claims.csv", 42, 1]);
});
