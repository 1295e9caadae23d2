import fc from "fast-check";
import { parse } from "graphology-gexf/node/index.js";
import { describe, expect, test } from "vitest";
import { type Attributes, MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { toGexf } from "../../src/output/gexf.ts";
import { gexfFaults } from "./gexf-structure.ts";
import { anyGraph, sampleGraph } from "./sample-graph.ts";

describe("GEXF", () => {
  test("follows the grammar of GEXF 1.3", () => {
    expect(gexfFaults(toGexf(sampleGraph(), { description: "a < b & c", modified: "2025-05-07" }))).toEqual(
      [],
    );
    expect(gexfFaults(toGexf(new MultiDirectedGraph()))).toEqual([]);
    fc.assert(
      fc.property(anyGraph, (graph) => {
        expect(gexfFaults(toGexf(graph))).toEqual([]);
      }),
    );
  });

  test("in version 1.2 has its namespace, no kinds, and else the same", () => {
    const older = toGexf(sampleGraph(), { version: "1.2" });
    expect(older).toContain('xmlns="http://www.gexf.net/1.2draft"');
    expect(older).not.toContain("kind=");
    const read = readBack(older);
    const newer = readBack(toGexf(sampleGraph()));
    expect(read.nodes()).toEqual(newer.nodes());
    expect(read.edges()).toEqual(newer.edges());
    expect(read.getEdgeAttribute("000#1", "gist")).toBe(newer.getEdgeAttribute("000#1", "gist"));
  });

  test("the check of the grammar finds what is spoilt", () => {
    const spoilt: [RegExp, string][] = [
      [/id="moscow"/, 'id="moscov"'],
      [/<viz:color r="\d+"/, '<viz:color r="256"'],
      [/<viz:size value="[^"]*"\/>/, ""],
      [/id="000#2"/, 'id="000#1"'],
      [/for="start" value="10"/, 'for="start" value="ten"'],
      [/type="liststring"/, 'type="listtext"'],
      [/for="gist"/, 'for="jist"'],
      [/<nodes>/, "<nodes><edge/>"],
      [/ version="1.3"/, ""],
      [/x="/, 'x="NaN'],
    ];
    const faultless = toGexf(sampleGraph());
    const unnoticed = spoilt.filter(([what, by]) => gexfFaults(faultless.replace(what, by)).length === 0);
    expect(unnoticed).toEqual([[/<viz:size value="[^"]*"\/>/, ""]]);
    expect(() => gexfFaults(faultless.replace("</node>", ""))).toThrow();
  });

  test("reads back with the same nodes, relationships and attributes", () => {
    const graph = readBack(toGexf(sampleGraph()));
    expect(graph.getNodeAttributes("xi-jinping")).toEqual({
      label: "Xi Jinping",
      type: "Person",
      labels: ["Person"],
      name: "Xi Jinping",
      aliases: ["Xi", 'the "core", leader'],
      color: "rgb(213,94,0)",
      size: expect.any(Number),
      x: expect.any(Number),
      y: expect.any(Number),
    });
    expect(graph.getNodeAttributes("value:3.5 hours")).toMatchObject({ type: "Value", value: 3.5 });
    expect(graph.edges("xi-jinping", "moscow").sort()).toEqual(["000#1", "000#2"]);
    expect(graph.getEdgeAttributes("000#1")).toEqual({
      label: "VISITS",
      kind: "VISITS",
      claim: "000#1",
      article: "000",
      stance: "affirmed",
      modality: "actual",
      start: 10,
      end: 42,
      gist: 'He "visits".',
    });
  });

  test("an attribute of several types is text, a property with a reserved name is renamed", () => {
    const graph = readBack(toGexf(sampleGraph()));
    expect(graph.getEdgeAttribute("000#3", "commodity")).toBe("['gas', 'oil, crude']");
    expect(graph.getEdgeAttribute("000#4", "commodity")).toBe("gas");
    expect(graph.getEdgeAttributes("000#4")).toMatchObject({ label: "PRAISES", label_: "qualifier" });
  });

  test("the same graph gives the same file", () => {
    expect(toGexf(sampleGraph())).toBe(toGexf(sampleGraph()));
  });

  test("any graph reads back: nodes, ends, types, and properties as far as XML can hold them", () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const read = readBack(toGexf(graph));
        expect([read.order, read.size]).toEqual([graph.order, graph.size]);
        const indexes = (of: MultiDirectedGraph) =>
          of.mapEdges((_key, _attributes, source, target) => [
            of.nodes().indexOf(source),
            of.nodes().indexOf(target),
          ]);
        expect(indexes(read)).toEqual(indexes(graph));
        for (const [i, key] of graph.nodes().entries()) {
          expectTexts(graph.getNodeAttributes(key), read.getNodeAttributes(read.nodes()[i]));
        }
        for (const [i, key] of graph.edges().entries()) {
          expectTexts(graph.getEdgeAttributes(key), read.getEdgeAttributes(read.edges()[i]));
        }
      }),
    );
  });

  test("lists of any texts read back", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 }), (aliases) => {
        const graph = new MultiDirectedGraph();
        graph.addNode("a", { labels: ["A"], aliases: [...aliases, "x"] });
        const read = readBack(toGexf(graph)).getNodeAttribute("a", "aliases");
        expect(read).toEqual([...aliases, "x"].map(readable));
      }),
    );
  });
});

function readBack(gexf: string): MultiDirectedGraph {
  return parse(MultiDirectedGraph, gexf, { respectInputGraphType: true }) as MultiDirectedGraph;
}

/** Each text of `written` is among the values that were read, under its own name or a changed one. */
function expectTexts(written: Attributes, read: Attributes) {
  const values = Object.values(read).map(String);
  for (const [name, value] of Object.entries(written)) {
    if (typeof value === "string" && value !== "") expect(values, name).toContain(readable(value));
  }
}

/** What a text is after XML: without what XML forbids, and without the two line ends that xmldom normalizes. */
function readable(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
      .replace(/[\u0085\u2028]/g, " ")
  );
}
