import fc from "fast-check";
import { type Attributes, MultiDirectedGraph } from "../../src/graph/graphology.ts";
import { graphologyKey } from "../../src/graph/graphology-keys.ts";

/** Three entities and four claims, two of them parallel, with every kind of property. */
export function sampleGraph(): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  graph.addNode("xi-jinping", {
    labels: ["Person"],
    id: "xi-jinping",
    name: "Xi Jinping",
    aliases: ["Xi", 'the "core", leader'],
  });
  graph.addNode("moscow", {
    labels: ["City", "Place"],
    id: "moscow",
    name: "Moscow & <Москва>",
    aliases: [],
  });
  graph.addNode("value:3.5 hours", {
    labels: ["Value"],
    id: "value:3.5 hours",
    name: "3.5 hours",
    value: 3.5,
  });
  const claim = { article: "000", stance: "affirmed", modality: "actual" };
  const claims: [string, string, string, Attributes][] = [
    ["000#1", "xi-jinping", "moscow", { ...claim, type: "VISITS", start: 10, end: 42, gist: 'He "visits".' }],
    ["000#2", "xi-jinping", "moscow", { ...claim, type: "VISITS", start: 50, end: 77, claimant: "Kremlin" }],
    ["000#3", "moscow", "value:3.5 hours", { ...claim, type: "LASTED", commodity: ["gas", "oil, crude"] }],
    [
      "000#4",
      "xi-jinping",
      "xi-jinping",
      { ...claim, type: "PRAISES", commodity: "gas", label: "qualifier" },
    ],
  ];
  for (const [key, source, target, attributes] of claims) {
    graph.addEdgeWithKey(key, source, target, { claim: key, ...attributes });
  }
  return graph;
}

const text = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "",
    "]",
    "a, b",
    "'",
    '"',
    "\\",
    "\\n",
    "\u0000",
    "\ud800",
    "]]>",
    "&amp;",
    "constructor",
    "__proto__",
    "Label",
  ),
);
const properties = fc.dictionary(
  fc.oneof(
    text,
    fc.constantFrom("name", "aliases", "start", "Start", "label", "x", "self", "constructor", "__proto__"),
  ),
  fc.oneof(text, fc.integer(), fc.double(), fc.boolean(), fc.array(text), fc.bigInt(), fc.constant(null)),
);

/** Any graph of a few nodes and relationships in Hearsay's form, with unusual keys, names and properties. */
export const anyGraph: fc.Arbitrary<MultiDirectedGraph> = fc
  .record({
    nodes: fc.uniqueArray(fc.tuple(text, fc.array(text, { maxLength: 2 }), properties), {
      selector: ([key]) => key,
      maxLength: 5,
    }),
    edges: fc.uniqueArray(fc.tuple(text, fc.nat(), fc.nat(), text, properties), {
      selector: ([key]) => key,
      maxLength: 8,
    }),
  })
  .map(({ nodes, edges }) => {
    const graph = new MultiDirectedGraph();
    for (const [key, labels, attributes] of nodes)
      graph.addNode(graphologyKey(key), { ...attributes, labels });
    for (const [key, source, target, type, attributes] of nodes.length === 0 ? [] : edges) {
      const at = (index: number) => graphologyKey(nodes[index % nodes.length]?.[0] ?? "");
      graph.addEdgeWithKey(key, at(source), at(target), { ...attributes, type });
    }
    return graph;
  });
