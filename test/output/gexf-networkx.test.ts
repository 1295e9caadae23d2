import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { toGexf } from "../../src/output/graph/gexf.ts";
import { Float } from "../../src/values/float.ts";
import { runs } from "../random-runs.ts";
import { anyGraph, sampleGraph } from "./sample-graph.ts";

const script = join(import.meta.dirname, "read-with-networkx.py");
/** Debian's Python first: that is where `apt-get install python3-networkx` puts it. */
const python = ["/usr/bin/python3", "python3"].find(
  (command) => spawnSync(command, ["-c", "import networkx"]).status === 0,
);
const reason = python === undefined ? " (skipped: no python3 with networkx, see python3-networkx)" : "";

describe.skipIf(python === undefined)(`GEXF in NetworkX${reason}`, () => {
  test("has the same nodes, relationships and attributes", () => {
    const read = readWithNetworkX(sampleGraph());
    expect(read).toMatchObject({ directed: true, multigraph: true });
    expect(Object.keys(read.nodes)).toEqual(["xi-jinping", "moscow", "value:3.5 hours"]);
    expect(read.nodes["xi-jinping"]).toEqual({
      label: "Xi Jinping",
      type: "Person",
      labels: '["Person"]',
      name: "Xi Jinping",
      aliases: '["Xi", "the \\"core\\", leader"]',
      viz: {
        color: { r: 213, g: 94, b: 0, a: 1 },
        size: expect.any(Number),
        position: { x: expect.any(Number), y: expect.any(Number), z: 0 },
      },
    });
    expect(read.nodes["value:3.5 hours"]).toMatchObject({ value: 3.5 });
    expect(read.edges.map(({ attributes }) => attributes["id"])).toEqual([
      "000#1",
      "000#2",
      "000#4",
      "000#3",
    ]);
    expect(read.edges[0]).toEqual({
      source: "xi-jinping",
      target: "moscow",
      attributes: {
        id: "000#1",
        label: "VISITS",
        claim: "000#1",
        article: "000",
        stance: "affirmed",
        modality: "actual",
        start: 10,
        end: 42,
        gist: 'He "visits".',
      },
    });
  });

  test("keeps properties with names of method parameters, and the types of numbers", () => {
    const graph = new MultiDirectedGraph();
    const names = [
      "self",
      "node_for_adding",
      "u_for_edge",
      "v_for_edge",
      "key",
      "attr",
      "id",
      "label",
      "pid",
      "for",
    ];
    const properties = {
      ...Object.fromEntries(names.map((name) => [name, name])),
      big: 2 ** 40,
      whole: new Float(2),
    };
    graph.addNode("a", { labels: ["A"], ...properties });
    graph.addEdgeWithKey("r", "a", "a", { type: "R", ...properties });
    const { nodes, edges } = readWithNetworkX(graph);
    for (const read of [nodes["a"] ?? {}, edges[0]?.attributes ?? {}]) {
      expect(read).toMatchObject({ big: 2 ** 40, whole: 2, self_: "self", attr: "attr" });
      for (const name of names) expect(Object.values(read)).toContain(name);
    }
  });

  test("is read for any graph", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const read = readWithNetworkX(graph);
        expect([Object.keys(read.nodes).length, read.edges.length]).toEqual([graph.order, graph.size]);
      }),
      { numRuns: runs(5) },
    );
  });
});

interface Read {
  nodes: Record<string, Record<string, unknown>>;
  edges: { source: string; target: string; attributes: Record<string, unknown> }[];
}

function readWithNetworkX(graph: MultiDirectedGraph): Read {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-gexf-"));
  try {
    const file = join(folder, "graph.gexf");
    writeFileSync(file, toGexf(graph));
    return JSON.parse(execFileSync(python ?? "", [script, file], { encoding: "utf8" }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
