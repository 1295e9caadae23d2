import write from "graphology-gexf/common/writer.js";
import { checkMembers, checkOption, wrongArgument } from "../../diagnostics/check-argument.ts";
import { LABELS, TYPE } from "../../graph/attribute-names.ts";
import { checkMultiDirected } from "../../graph/check-graph.ts";
import { type Attributes, MultiDirectedGraph } from "../../graph/graphology.ts";
import { graphologyKey, idOfKey } from "../../graph/graphology-keys.ts";
import { labelsOf, propertiesOf, typeOf } from "../../graph/read-attributes.ts";
import type { Value } from "../../values/value.ts";
import { mostSpecificLabel, typeColor } from "../colors.ts";
import { GexfAttributeNames } from "./gexf-attribute-names.ts";
import { type GexfType, gexfColumn } from "./gexf-values.ts";
import { layoutPositions, type Position } from "./layout.ts";
import { UniqueXmlIds } from "./unique-xml-ids.ts";
import { printableXml, xmlText } from "./xml-text.ts";

/** 1.3 is the current standard; 1.2 is for readers that do not know its namespace, and has no relationship kinds. */
export type GexfVersion = "1.3" | "1.2";

export interface GexfOptions {
  /** Omitted: 1.3. */
  readonly version?: GexfVersion | undefined;
  /** Description of the graph for the file's `meta`, such as a query. */
  readonly description?: string | undefined;
  /** Date of the file, `YYYY-MM-DD`, for its `meta`. Omitted: equal graphs always produce equal files. */
  readonly modified?: string | undefined;
}

/** A node or a relationship, in the form that the writer's formatters return. */
interface GexfElement {
  readonly label?: string;
  readonly kind?: string;
  readonly viz?: Readonly<Record<string, string | number>>;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The attributes of all nodes, or of all relationships. */
interface GexfAttributes {
  readonly types: ReadonlyMap<string, GexfType>;
  /** By element: its values, by attribute name. */
  readonly texts: readonly Readonly<Record<string, string>>[];
}

/**
 * `graph` as a GEXF document. A node has its name as label, its most specific label as attribute `type`,
 * all its labels as `labels`, a colour by type, a size by degree and a position by ForceAtlas2; a relationship
 * has its type as kind and label. Each property is an attribute (see {@link GexfAttributeNames} for the few
 * that are renamed and {@link gexfColumn} for the types); a node's `id` is the id of its element. Colours are
 * written as `r`, `g` and `b` because NetworkX cannot read the hexadecimal form.
 *
 * @throws TypeError if an argument has the wrong type, or an option is unknown
 */
export function toGexf(graph: MultiDirectedGraph, options: GexfOptions = {}): string {
  checkMultiDirected("toGexf", graph);
  checkMembers("toGexf", "its options", options, ["version", "description", "modified"]);
  if (options.version !== undefined && !["1.3", "1.2"].includes(options.version)) {
    throw wrongArgument("toGexf: version", '"1.3" or "1.2"', options.version);
  }
  checkOption("toGexf", "description", options.description, "string");
  checkOption("toGexf", "modified", options.modified, "string");
  const document = new MultiDirectedGraph();
  document.setAttribute("creator", "Hearsay");
  if (options.description !== undefined) document.setAttribute("description", xmlText(options.description));
  if (options.modified !== undefined) document.setAttribute("lastModifiedDate", options.modified);

  const { ids, types: nodeTypes } = addNodes(document, graph);
  const version = options.version ?? "1.3";
  const types = addRelationships(document, graph, ids, version);
  const asIs = (_key: string, element: Attributes) => ({ ...element });
  const written = write(document, { version, pedantic: true, formatNode: asIs, formatEdge: asIs });
  return `${printableXml(withTypes(withTypes(written, "node", nodeTypes), "edge", types))}\n`;
}

/**
 * The document with the right attribute types. The writer infers types from values, which here are all text, because
 * it supports no integers beyond 2^31 and no whole floats, and writes line breaks in lists in a form that Gephi cannot
 * read.
 */
function withTypes(document: string, part: "node" | "edge", types: ReadonlyMap<string, GexfType>): string {
  const byId = new Map(Array.from(types, ([name, type]) => [attributeText(name), type]));
  return document.replace(new RegExp(`<attributes class="${part}">.*?</attributes>`, "s"), (declarations) =>
    declarations.replace(/id="([^"]*)"( title="[^"]*") type="string"/g, (_, id, title) => {
      return `id="${id}"${title} type="${byId.get(id)}"`;
    }),
  );
}

/** `text` as the writer escapes it in an XML attribute. */
function attributeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#x9;")
    .replaceAll("\n", "&#xA;")
    .replaceAll("\r", "&#xD;");
}

function addNodes(
  document: MultiDirectedGraph,
  graph: MultiDirectedGraph,
): { readonly ids: UniqueXmlIds; readonly types: ReadonlyMap<string, GexfType> } {
  const ids = new UniqueXmlIds();
  const positions = layoutPositions(graph);
  const keys = graph.nodes();
  const { types, texts } = gexfAttributes(
    keys.map((key) => nodeProperties(key, graph.getNodeAttributes(key))),
    ["labels"],
  );
  for (const [i, key] of keys.entries()) {
    const element = nodeElement(key, graph, texts[i] ?? {}, positions.get(key) ?? { x: 0, y: 0 });
    document.addNode(ids.of(key, safeKey(key)), element);
  }
  // The type of a node is not among its properties.
  return { ids, types: new Map([...types, ["type", "string"]]) };
}

/**
 * A graph from a program may have a key that breaks `document`, which is a graphology graph, and the graphs of its
 * readers.
 */
function safeKey(key: string): string {
  return graphologyKey(idOfKey(key));
}

function addRelationships(
  document: MultiDirectedGraph,
  graph: MultiDirectedGraph,
  nodeIds: UniqueXmlIds,
  version: GexfVersion,
): ReadonlyMap<string, GexfType> {
  const ids = new UniqueXmlIds();
  const keys = graph.edges();
  const { types, texts } = gexfAttributes(
    keys.map((key) => new Map(propertiesOf(graph.getEdgeAttributes(key), TYPE) as Iterable<[string, Value]>)),
    [],
  );
  for (const [i, key] of keys.entries()) {
    const type = xmlText(typeOf(graph.getEdgeAttributes(key)));
    const kind = version === "1.3" ? { kind: type } : {};
    const element: GexfElement = { label: type, ...kind, attributes: texts[i] ?? {} };
    const [start, end] = graph.extremities(key);
    document.addEdgeWithKey(ids.of(key), nodeIds.of(start), nodeIds.of(end), element);
  }
  return types;
}

function nodeElement(
  key: string,
  graph: MultiDirectedGraph,
  attributes: Readonly<Record<string, string>>,
  position: Position,
): GexfElement {
  const source = graph.getNodeAttributes(key);
  const name: unknown = source["name"];
  const type = mostSpecificLabel(labelsOf(source));
  return {
    label: xmlText(typeof name === "string" && name !== "" ? name : idOfKey(key)),
    attributes: type === undefined ? attributes : { type: xmlText(type), ...attributes },
    viz: {
      color: rgb(typeColor(type)),
      size: rounded(4 + 3 * Math.sqrt(graph.degree(key))),
      x: rounded(position.x),
      y: rounded(position.y),
    },
  };
}

function nodeProperties(key: string, source: Attributes): Map<string, Value> {
  const properties = new Map<string, Value>([[LABELS, labelsOf(source)]]);
  for (const [name, value] of propertiesOf(source, LABELS)) {
    if (name === "id" && value === key) continue;
    properties.set(name === LABELS ? `${LABELS}_` : name, value as Value);
  }
  return properties;
}

/** The attributes of elements with these properties; the properties in `unchanged` always keep their names. */
function gexfAttributes(
  elements: readonly ReadonlyMap<string, Value>[],
  unchanged: readonly string[],
): GexfAttributes {
  const names = new GexfAttributeNames();
  const types = new Map<string, GexfType>();
  const result: Record<string, string>[] = elements.map(() => ({}));
  for (const key of new Set([...unchanged, ...elements.flatMap((properties) => [...properties.keys()])])) {
    const name = names.of(key);
    const { type, texts } = gexfColumn(elements.map((properties) => properties.get(key) ?? null));
    types.set(name, type);
    for (const [i, text] of texts.entries()) {
      if (text !== undefined) (result[i] as Record<string, string>)[name] = text;
    }
  }
  return { types, texts: result };
}

/** `#d55e00` as `rgb(213, 94, 0)`. */
function rgb(hexadecimal: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hexadecimal.slice(at, at + 2), 16));
  return `rgb(${channels.join(", ")})`;
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
