import fc from "fast-check";
import { expect, test } from "vitest";
import type { Column } from "../../src/graph/column.ts";
import { ImportError } from "../../src/import/import-faults.ts";
import { importGraphText } from "../../src/import/import-graph.ts";
import { float } from "../../src/values/float.ts";
import { integer } from "../../src/values/numbers.ts";
import type { Value } from "../../src/values/value.ts";
import { arbitraryColumns, plainGraph, texts } from "../graph/arbitrary-columns.ts";
import { runs } from "../random-runs.ts";
import { dates, dateTimes } from "../values/temporal/arbitraries.ts";
import { type CsvStyle, csvFile } from "./csv-file.ts";

const items = fc.constantFrom("a", "né", "x,y", 'say "yes"', "two words");

/** Cell values by header. */
const CELLS: Readonly<Record<string, fc.Arbitrary<Value>>> = {
  "name:string": texts,
  plain: texts,
  "born:int": fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(integer),
  "count:long": fc.integer({ min: -3, max: 3 }),
  "confidence:float": fc.double().map(float),
  "active:boolean": fc.boolean(),
  "said:date": dates,
  "at:datetime": dateTimes,
  "aliases:string[]": fc.array(items, { maxLength: 3 }),
  "scores:double[]": fc.array(fc.integer().map(float), { maxLength: 3 }),
};

const styles = fc.record({
  lineBreak: fc.constantFrom<CsvStyle["lineBreak"]>("\n", "\r\n", "\r", "mixed"),
  quotes: fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
  endsInLineBreak: fc.boolean(),
});

/** A file as read from disk: split into pieces at any byte, regardless of lines and characters. */
function inPieces(name: string, text: string, length: number, asText: boolean) {
  const whole = asText ? text : new TextEncoder().encode(text);
  const chunks = [];
  for (let at = 0; at < whole.length; at += length) chunks.push(whole.slice(at, at + length));
  return { name, chunks };
}

test("a graph written as CSV is read back unchanged, in pieces of any size", async () => {
  await fc.assert(
    fc.asyncProperty(
      arbitraryColumns(CELLS),
      styles,
      fc.integer({ min: 1, max: 80 }),
      fc.boolean(),
      async (graph, style, length, asText) => {
        const { nodes, relationships } = graph;
        const values = (columns: ReadonlyMap<string, Column>, entity: number) =>
          Array.from(columns.values(), (column) => column.valueOf(entity));
        const nodeRows = Array.from({ length: nodes.count }, (_, node) => [
          nodes.keys.keyOf(node),
          nodes.labelSets[nodes.labelCodes[node] as number]?.join(";") || null,
          ...values(nodes.properties, node),
        ]);
        const relationshipRows = Array.from({ length: relationships.count }, (_, relationship) => [
          nodes.keys.keyOf(relationships.starts[relationship] as number),
          nodes.keys.keyOf(relationships.ends[relationship] as number),
          relationships.typeNames[relationships.types[relationship] as number] as string,
          relationships.keys.keyOf(relationship),
          ...values(relationships.properties, relationship),
        ]);
        const header = Object.keys(CELLS);
        const nodeFile = csvFile([[":ID", ":LABEL", ...header], ...nodeRows], style);
        const relationshipFile = csvFile(
          [[":START_ID", ":END_ID", ":TYPE", ":KEY", ...header], ...relationshipRows],
          style,
        );
        const read = await importGraphText({
          nodes: [inPieces("nodes.csv", nodeFile, length, asText)],
          relationships: [inPieces("relationships.csv", relationshipFile, length, asText)],
        });
        const named = (record: Readonly<Record<string, Value>>) =>
          Object.fromEntries(Object.entries(record).map(([name, value]) => [name.replace(/:.*/, ""), value]));
        const expected = plainGraph(graph);
        // An import sorts relationships by start, end and type; equal ones keep the order of the file.
        const typeOrder = (type: string | undefined) => read.relationships.typeNames.indexOf(type ?? "");
        const ordered = expected.relationships.toSorted(
          (one, other) =>
            Number(one.start) - Number(other.start) ||
            Number(one.end) - Number(other.end) ||
            typeOrder(one.type) - typeOrder(other.type),
        );
        expect(plainGraph(read)).toEqual({
          nodes: expected.nodes.map((node) => ({ ...node, properties: named(node.properties) })),
          relationships: ordered.map((one) => ({ ...one, properties: named(one.properties) })),
        });
      },
    ),
    { numRuns: runs(60) },
  );
});

test("junk causes no error except ImportError", async () => {
  const scraps = fc.oneof(
    fc.constantFrom(":ID", ",", "\n", "\r\n", '"', '""', "a", "\ufeff", "name", ":int", "é", "{", ":LABEL\n"),
    fc.uint8Array({ maxLength: 4 }),
  );
  const junk = fc.array(scraps, { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(junk, fc.constantFrom("junk.csv", "junk.jsonl"), async (chunks, name) => {
      try {
        await importGraphText({
          nodes: [{ name, chunks: [":ID,x\n".slice(0, chunks.length % 7), ...chunks] }],
        });
      } catch (error) {
        expect(error).toBeInstanceOf(ImportError);
      }
    }),
    { numRuns: runs(200) },
  );
});

test("a file of many blocks is read completely, and faults have the right line", async () => {
  const row = (number: number) =>
    `${number},"a ""${number % 3}""${number % 7 === 0 ? "\n" : ""}",${number % 5}\n`;
  const rows = Array.from({ length: 7000 }, (_, number) => row(number));
  const read = (text: string) => importGraphText({ nodes: [inPieces("nodes.csv", text, 100_000, false)] });
  const { nodes } = await read(`:ID,name,rest:int\n${rows.join("")}`);
  expect(nodes.count).toBe(7000);
  expect(nodes.properties.get("name")?.values).toHaveLength(7);
  for (const node of [0, 2047, 2048, 4096, 6999]) {
    expect(nodes.keys.keyOf(node)).toBe(String(node));
    expect(nodes.properties.get("rest")?.valueOf(node)).toBe(node % 5);
  }
  // Every seventh of the 5000 rows before it takes two lines, and the header takes one.
  rows[5000] = "x,y,many\n";
  await expect(read(`:ID,name,rest:int\n${rows.join("")}`)).rejects.toThrow(
    `nodes.csv:${1 + 5000 + Math.ceil(5000 / 7) + 1}:5: error: a whole number of 64 bits is expected, not "many"`,
  );
});
