import { describe, expect, it } from "vitest";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { Float } from "../../src/values/float.ts";
import { Duration } from "../../src/values/temporal/duration.ts";
import { parseDate, parseDateTime, parseTime } from "../../src/values/temporal/read-instant.ts";
import { readSceneData, writeSceneData } from "../../src/viewer/scene-data.ts";
import { hostileGraph, INJECTION } from "./invented-graph.ts";

describe("writeSceneData", () => {
  it("contains no characters that could end a script element or a line", () => {
    const json = writeSceneData({ graph: hostileGraph(), title: INJECTION, query: INJECTION });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
  });

  it("is read back as the same graph, title and query", () => {
    const graph = hostileGraph();
    const read = readSceneData(writeSceneData({ graph, title: INJECTION, query: "RETURN 1" }));
    expect(read.graph.export()).toEqual(graph.export());
    expect([read.title, read.query]).toEqual([INJECTION, "RETURN 1"]);
  });

  it("keeps the words of passages, with any characters", () => {
    const words = "</script><!-- \u2028 “so”";
    const passages = new Map([["a#1", { kind: "words", words, line: 2 } as const]]);
    const json = writeSceneData({ graph: new MultiDirectedGraph(), passages });
    expect(json).not.toMatch(/[<\u2028]/);
    expect(readSceneData(json).passages).toEqual(passages);
  });

  it("keeps temporal values", () => {
    const times = {
      day: parseDate("2025-05-07"),
      at: [parseTime("12:00+03:00"), parseDateTime("2025-05-07T12:00[Europe/Moscow]")],
      lasted: new Duration(0, 0, 12_600),
    };
    const graph = new MultiDirectedGraph();
    graph.addNode("n", times);
    expect(readSceneData(writeSceneData({ graph })).graph.getNodeAttributes("n")).toEqual(times);
  });

  it("keeps numbers that JSON cannot represent", () => {
    const numbers = {
      a: 2n ** 60n,
      b: new Float(1),
      c: new Float(-0),
      d: Number.NaN,
      e: Number.POSITIVE_INFINITY,
      f: 3,
    };
    const graph = new MultiDirectedGraph();
    graph.addNode("n", { ...numbers, list: [2n ** 60n, new Float(2)] });
    const read = readSceneData(writeSceneData({ graph })).graph.getNodeAttributes("n");
    expect(read).toEqual({ ...numbers, list: [2n ** 60n, new Float(2)] });
    expect(Object.is((read["c"] as Float).value, -0)).toBe(true);
  });

  it("keeps properties whose names or values look like its type tags", () => {
    const attributes = { name: "A", $float: 3, Float: "1", $Date: ["2025-05-07"], map: { Integer: "7" } };
    const graph = new MultiDirectedGraph();
    graph.replaceAttributes({ ...attributes });
    graph.addNode("n", { ...attributes });
    graph.addEdgeWithKey("r", "n", "n", { ...attributes });
    const read = readSceneData(writeSceneData({ graph }));
    expect(read.graph.export()).toEqual(graph.export());
  });
});
