import { expect, test } from "vitest";
import type { GraphColumns } from "../../src/graph/graph-columns.ts";
import { importGraphText } from "../../src/ingest/import-graph.ts";
import { Float } from "../../src/values/float.ts";
import { CypherDate } from "../../src/values/temporal/date.ts";

const NODES = `id:ID,:LABEL,name,aliases:string[],born:int,active:boolean
xi,Person;Leader,"Xi Jinping",Xi;"Xi",1953,true
`.replace('Xi;"Xi"', "Xi;President Xi");

const source = (name: string, ...chunks: (string | Uint8Array)[]) => ({ name, chunks });

function properties(graph: GraphColumns, kind: "nodes" | "relationships", entity: number) {
  return Object.fromEntries(
    [...graph[kind].properties].map(([name, column]) => [name, column.valueOf(entity)]),
  );
}

test("nodes and relationships in the manner of neo4j-admin", async () => {
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
