import fc from "fast-check";
import { parse } from "graphology-gexf/node/index.js";
import { describe, expect, test } from "vitest";
import { type Attributes, MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { toGexf } from "../../src/output/graph/gexf.ts";
import { Float } from "../../src/values/float.ts";
import type { Value } from "../../src/values/value.ts";
import { gexfFaults } from "./gexf-structure.ts";
import { anyGraph, sampleGraph } from "./sample-graph.ts";
import { parseXml } from "./xml-tree.ts";

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

  test("in version 1.2 has another namespace and no kinds, and is otherwise the same", () => {
    const older = toGexf(sampleGraph(), { version: "1.2" });
    expect(older).toContain('xmlns="http://www.gexf.net/1.2draft"');
    expect(older).not.toContain("kind=");
    const read = readBack(older);
    const newer = readBack(toGexf(sampleGraph()));
    expect(read.nodes()).toEqual(newer.nodes());
    expect(read.edges()).toEqual(newer.edges());
    expect(read.getEdgeAttribute("000#1", "gist")).toBe(newer.getEdgeAttribute("000#1", "gist"));
  });

  test("the grammar check finds spoilt elements", () => {
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

  test("a column of integers is long, of floats double, and of other mixtures string", () => {
    const types = (...values: readonly Value[]) => {
      const graph = new MultiDirectedGraph();
      for (const [at, x1] of values.entries()) graph.addNode(at, { labels: ["A"], x1 });
      const gexf = toGexf(graph);
      const written = Array.from(gexf.matchAll(/for="x1" value="([^"]*)"/g), ([, value]) => value);
      return [/title="x1" type="(\w+)"/.exec(gexf)?.[1], ...written];
    };
    expect(types(5, 2 ** 31, -(2 ** 31))).toEqual(["long", "5", "2147483648", "-2147483648"]);
    expect(types(9_007_199_254_740_993n)).toEqual(["long", "9007199254740993"]);
    expect(types(new Float(2), new Float(-3))).toEqual(["double", "2.0", "-3.0"]);
    expect(types(0.5, new Float(2), 7, -0)).toEqual(["double", "0.5", "2.0", "7.0", "-0.0"]);
    expect(types(Number.NaN, 1)).toEqual(["double", "1.0"]);
    expect(types(Number.POSITIVE_INFINITY, 1e300)).toEqual(["double", "Infinity", "1e+300"]);
    expect(types(0.5, 9_007_199_254_740_993n)).toEqual(["string", "0.5", "9007199254740993"]);
    expect(types(0.5, 2n ** 60n)).toEqual(["double", "0.5", "1152921504606846976"]);
    expect(types(true, false, null)).toEqual(["boolean", "true", "false"]);
    expect(types(1, "1")).toEqual(["string", "1", "1"]);
    expect(types(null)).toEqual([undefined]);
  });

  test("a column's type does not depend on its name, or on values that look like a declaration", () => {
    const names = ["10", "2", "a&b", "a<b", 'a"b', "a\tb", "a\nb", "a\rb", "a$&b", "$1"];
    const graph = new MultiDirectedGraph();
    const text = '<attributes class="node"><attribute id="2" title="2" type="string"/></attributes>';
    graph.addNode("a", { text, ...Object.fromEntries(names.map((name) => [name, 1])) });
    graph.addEdgeWithKey("r", "a", "a", { text, n: new Float(1) });
    const gexf = toGexf(graph, { description: text });
    const types = Array.from(
      gexf.matchAll(/<attribute id="([^"]*)" title="\1" type="(\w+)"/g),
      ([, , type]) => type,
    );
    expect(types.filter((type) => type === "long")).toHaveLength(names.length);
    expect(types.filter((type) => type === "double")).toHaveLength(1);
    expect(readBack(gexf).getNodeAttributes("a")).toMatchObject({ "10": 1, "2": 1, "a&b": 1, text });
    expect(readBack(gexf).getEdgeAttributes("r")).toMatchObject({ n: 1, text });
  });

  test("a list is written in Gephi's form: line breaks unescaped, backslashes only before quotes and backslashes", () => {
    const graph = new MultiDirectedGraph();
    const aliases = ["two\nlines", "a\\nb", 'say "x"', "tab\there", "a, b", "it's"];
    graph.addNode("a", { labels: ["A"], aliases });
    const gexf = toGexf(graph);
    // Gephi's reader (graphstore's ArraysParser) returns these six elements for this text.
    const value = '["two\nlines", "a\\\\nb", "say \\"x\\"", "tab\there", "a, b", "it\'s"]';
    expect(nodeValue(gexf, "aliases")).toBe(value);
    expect(readBack(gexf).getNodeAttribute("a", "aliases")).toEqual(aliases);
    expect(nodeValue(toGexf(graph, { version: "1.2" }), "aliases")).toBe(value);
  });

  test("unprintable characters are character references, and read back", () => {
    const nasty = "a\u202eb\u009b31mc\u2066\ufeff\u{e0041}\u007f\u2028";
    const graph = new MultiDirectedGraph();
    graph.addNode(`n${nasty}`, { labels: [nasty], name: nasty, aliases: [nasty, "x"], [nasty]: 1 });
    graph.addEdgeWithKey("r", `n${nasty}`, `n${nasty}`, { type: nasty });
    const gexf = toGexf(graph, { description: nasty });
    expect(gexf).not.toMatch(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\u{e0041}\ufeff]/u);
    expect(gexf).toContain("&#x202E;");
    const read = readBack(gexf);
    expect(read.getNodeAttributes(read.nodes()[0])).toMatchObject({ label: nasty, aliases: [nasty, "x"] });
    expect(gexfFaults(gexf)).toEqual([]);
  });

  test("the same graph produces the same file", () => {
    expect(toGexf(sampleGraph())).toBe(toGexf(sampleGraph()));
  });

  test("any graph reads back: nodes, ends, types, and properties that XML can represent", () => {
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

  test("line ends other than \\n read back, alone and in lists", () => {
    const texts = ["\u0085", "a\u2028b", "\u2029", "\r", "\r\n"];
    const graph = new MultiDirectedGraph();
    graph.addNode("a", { labels: ["A"], aliases: texts, note: texts.join("") });
    expect(readBack(toGexf(graph)).getNodeAttributes("a")).toMatchObject({
      aliases: texts,
      note: texts.join(""),
    });
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

/** The value of an attribute of the only node, as an XML parser reads it. */
function nodeValue(gexf: string, name: string): string | undefined {
  const [value = ""] = gexf.match(new RegExp(`(?<=for="${name}" value=")[^"]*`)) ?? [];
  return parseXml(`<value text="${value}"/>`).attributes.get("text");
}

function readBack(gexf: string): MultiDirectedGraph {
  return parse(MultiDirectedGraph, gexf, { respectInputGraphType: true }) as MultiDirectedGraph;
}

/** Expects each text of `written` among the values that were read, under the same name or a changed one. */
function expectTexts(written: Attributes, read: Attributes) {
  const values = Object.values(read).map(String);
  for (const [name, value] of Object.entries(written)) {
    if (typeof value === "string" && value !== "") expect(values, name).toContain(readable(value));
  }
}

/** A text as read back from XML: without forbidden characters. */
function readable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");
}
