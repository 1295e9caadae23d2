import { tableFromIPC } from "@uwdata/flechette";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { graphFromArrow } from "../../src/arrow/read-arrow.ts";
import { graphToArrow } from "../../src/arrow/write-arrow.ts";
import { Column } from "../../src/graph/column.ts";
import { columnsOfGraph } from "../../src/graph/columns-of-graph.ts";
import { ListedKeys, NumberedKeys } from "../../src/graph/entity-keys.ts";
import { materialiseColumns } from "../../src/graph/materialise-columns.ts";
import { ImportError } from "../../src/import/import-faults.ts";
import { importGraphText } from "../../src/import/import-graph.ts";
import { float } from "../../src/values/float.ts";
import { integer } from "../../src/values/numbers.ts";
import { toTaggedJson } from "../../src/values/tagged-json.ts";
import { arbitraryColumns, plainGraph, texts } from "../graph/arbitrary-columns.ts";
import { runs, sample } from "../random-runs.ts";
import { arbitraryLiteral } from "../values/arbitrary-value.ts";
import {
  dates,
  dateTimes,
  durations,
  localDateTimes,
  localTimes,
  temporals,
  times,
} from "../values/temporal/arbitraries.ts";

/** Properties of each form in `arrow-layout.ts`, and of mixed types. */
const PROPERTIES = {
  text: texts,
  integer: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(integer),
  float: fc.double().map(float),
  boolean: fc.boolean(),
  date: dates,
  localTime: localTimes,
  time: times,
  localDateTime: localDateTimes,
  dateTime: dateTimes,
  duration: durations,
  list: fc.array(texts, { maxLength: 3 }),
  mixed: fc.oneof(
    // Arrow's texts are UTF-8, which has no lone surrogates.
    arbitraryLiteral.filter((value) => !/\\ud[89a-f]/.test(toTaggedJson(value))),
    temporals,
  ),
};

const opened = ({ nodes, relationships }: { nodes: Uint8Array; relationships: Uint8Array }) =>
  graphFromArrow(
    { name: "nodes.arrow", bytes: nodes },
    { name: "relationships.arrow", bytes: relationships },
  );

test("a graph written as Arrow is read back unchanged", () => {
  fc.assert(
    fc.property(arbitraryColumns(PROPERTIES), (graph) => {
      const plain = plainGraph(graph);
      const read = opened(graphToArrow(graph, "1"));
      expect(plainGraph(read)).toEqual(plain);
      // Again, from columns that are views of a file's bytes.
      expect(plainGraph(opened(graphToArrow(read, "2")))).toEqual(plain);
      expect(plainGraph(graph)).toEqual(plain);
    }),
    { numRuns: runs(50) },
  );
});

test("distinct texts are stored without a dictionary only if their codes are in order", () => {
  const graph = {
    nodes: {
      count: 2,
      keys: new ListedKeys(["a", "b"]),
      labelCodes: new Uint32Array(2),
      labelSets: [[]],
      properties: new Map([
        ["counting", new Column(Uint32Array.of(1, 2), [null, "x", "y"])],
        ["turned", new Column(Uint32Array.of(2, 1), [null, "x", "y"])],
        ["short", new Column(Uint32Array.of(1), [null, "x"])],
        ["roomy", new Column(Uint32Array.of(1, 2, 0, 0), [null, "x", "y"])],
      ]),
    },
    relationships: {
      count: 0,
      keys: new NumberedKeys(0),
      starts: new Uint32Array(0),
      ends: new Uint32Array(0),
      types: new Uint32Array(0),
      typeNames: [],
      properties: new Map(),
    },
  };
  const files = graphToArrow(graph, "1");
  expect(plainGraph(opened(files)).nodes.map(({ properties }) => properties)).toEqual([
    { counting: "x", turned: "y", short: "x", roomy: "x" },
    { counting: "y", turned: "x", short: null, roomy: "y" },
  ]);
  const { fields } = tableFromIPC(files.nodes).schema;
  const forms = fields.slice(2).map(({ metadata }) => JSON.parse(metadata?.get("hearsay") ?? "").form);
  expect(forms).toEqual(["DistinctStrings", "String", "String", "DistinctStrings"]);
});

const claims = {
  nodes: [
    {
      name: "nodes.csv",
      chunks: ["id:ID,:LABEL,aliases:string[],born:int\na,Person;Leader,x;y,1953\nb,,,\n"],
    },
  ],
  relationships: [
    {
      name: "claims.csv",
      chunks: [
        ":START_ID,:TYPE,:END_ID,said:date,confidence:float,reviewed:boolean,stance\n",
        "a,MEETS,b,2025-05-07,0.5,true,denied\nb,MEETS,a,,,,denied\nb,VISITS,a,1969-12-31,1,false,\n",
      ],
    },
  ],
};

test("another reader sees plain columns", async () => {
  const files = graphToArrow(await importGraphText(claims), "1");
  const rows = (bytes: Uint8Array) => tableFromIPC(bytes).toArray();
  expect(rows(files.nodes)).toEqual([
    { ":ID": "a", ":LABEL": "Person;Leader", id: "a", aliases: ["x", "y"], born: 1953 },
    { ":ID": "b", ":LABEL": "", id: "b", aliases: null, born: null },
  ]);
  const day = 24 * 60 * 60 * 1000;
  expect(rows(files.relationships)).toEqual([
    {
      ":START_ID": "a",
      ":TYPE": "MEETS",
      ":END_ID": "b",
      said: Date.UTC(2025, 4, 7),
      confidence: 0.5,
      reviewed: true,
      stance: "denied",
    },
    {
      ":START_ID": "b",
      ":TYPE": "MEETS",
      ":END_ID": "a",
      said: null,
      confidence: null,
      reviewed: null,
      stance: "denied",
    },
    {
      ":START_ID": "b",
      ":TYPE": "VISITS",
      ":END_ID": "a",
      said: -day,
      confidence: 1,
      reviewed: false,
      stance: null,
    },
  ]);
});

test("a graph converted to graphology and back to columns is unchanged", () => {
  fc.assert(
    fc.property(arbitraryColumns(PROPERTIES), (graph) => {
      const properties = (record: object) =>
        Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
      const held = ({ nodes, relationships }: ReturnType<typeof plainGraph>) => ({
        nodes: nodes.map((node) => ({ ...node, properties: properties(node.properties) })),
        relationships: relationships.map((one) => ({ ...one, properties: properties(one.properties) })),
      });
      expect(held(plainGraph(columnsOfGraph(materialiseColumns(graph))))).toEqual(held(plainGraph(graph)));
    }),
  );
});

describe("a file that is not part of a saved graph", () => {
  const messageFor = (nodes: Uint8Array, relationships: Uint8Array): string => {
    try {
      opened({ nodes, relationships });
    } catch (error) {
      if (error instanceof ImportError) return error.message;
      throw error;
    }
    return "";
  };

  test("is reported with the reason", async () => {
    const graph = await importGraphText(claims);
    const one = graphToArrow(graph, "1");
    const other = graphToArrow(graph, "2");
    expect(messageFor(one.nodes, one.relationships)).toBe("");
    expect(messageFor(one.nodes, other.relationships)).toBe(
      "relationships.arrow:1:1: error: this is not part of a saved graph: it belongs to another graph than nodes.arrow [bad-arrow]",
    );
    expect(messageFor(one.relationships, one.nodes)).toContain(
      "nodes.arrow:1:1: error: this is not part of a saved graph: it holds relationships, not nodes",
    );
    expect(messageFor(new Uint8Array(0), one.relationships)).toContain(
      "nodes.arrow:1:1: error: this is not part of a saved graph: it is not an Arrow file, or is incomplete",
    );
    expect(messageFor(one.nodes, new TextEncoder().encode("a,b\n1,2\n"))).toContain(
      "relationships.arrow:1:1",
    );
  });

  test("is reported if truncated anywhere, and is not trusted if changed anywhere", async () => {
    const { nodes, relationships } = graphToArrow(await importGraphText(claims), "1");
    for (let length = 0; length < relationships.length; length += 7) {
      expect(messageFor(nodes, relationships.slice(0, length))).toContain("[bad-arrow]");
    }
    const changedAt = (bytes: Uint8Array, at: number) =>
      bytes.map((byte, place) => (place === at ? byte ^ 0xd5 : byte));
    const files = [
      ...Array.from(nodes, (_, at) => ({ nodes: changedAt(nodes, at), relationships })),
      ...Array.from(relationships, (_, at) => ({ nodes, relationships: changedAt(relationships, at) })),
    ];
    for (const changed of sample(files)) {
      try {
        const graph = opened(changed);
        for (const end of [...graph.relationships.starts, ...graph.relationships.ends])
          expect(end).toBeLessThan(2);
        graph.nodes.keys.find("a");
        expect(
          plainGraph({ ...graph, nodes: { ...graph.nodes, keys: new NumberedKeys(2) } }).nodes,
        ).toHaveLength(2);
      } catch (error) {
        if (!(error instanceof ImportError)) throw error;
      }
    }
  });
});
