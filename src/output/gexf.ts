import write from "graphology-gexf/common/writer.js";
import { LABELS, TYPE } from "../graph/attribute-names.ts";
import { type Attributes, MultiDirectedGraph } from "../graph/graphology.ts";
import { labelsOf, propertiesOf, typeOf } from "../graph/read-attributes.ts";
import type { Value } from "../values/value.ts";
import { mostSpecificLabel, typeColor } from "./colors.ts";
import { GexfAttributeNames } from "./gexf-attribute-names.ts";
import { type GexfValue, gexfValues } from "./gexf-values.ts";
import { layoutPositions, type Position } from "./layout.ts";
import { UniqueXmlIds } from "./unique-xml-ids.ts";
import { xmlText } from "./xml-text.ts";

/** 1.3 is the standard; 1.2 is for readers that do not know its namespace yet, and has no kinds of relationships. */
export type GexfVersion = "1.3" | "1.2";

export interface GexfOptions {
  /** 1.3 where absent. */
  readonly version?: GexfVersion | undefined;
  /** What the graph is, for the file's `meta`; a query, say. */
  readonly description?: string | undefined;
  /** The day the file is made, `YYYY-MM-DD`, for its `meta`. Without it one graph always gives one file. */
  readonly modified?: string | undefined;
}

/** A node or a relationship in the form that the writer's formatters return. */
interface GexfElement {
  readonly label?: string;
  readonly kind?: string;
  readonly viz?: Readonly<Record<string, string | number>>;
  readonly attributes: Readonly<Record<string, GexfValue>>;
}

/**
 * `graph` as a GEXF document. A node has its name as label, its most specific label as attribute `type`,
 * all its labels as `labels`, a colour by type, a size by degree and a place by ForceAtlas2; a relationship
 * has its type as kind and label. Each property is an attribute (see {@link GexfAttributeNames} for the few
 * that are renamed and {@link gexfValues} for the types); a node's `id` is the element's own. Colours are
 * written as `r`, `g` and `b` because NetworkX cannot read the hexadecimal form.
 */
export function toGexf(graph: MultiDirectedGraph, options: GexfOptions = {}): string {
  const document = new MultiDirectedGraph();
  document.setAttribute("creator", "Hearsay");
  if (options.description !== undefined) document.setAttribute("description", xmlText(options.description));
  if (options.modified !== undefined) document.setAttribute("lastModifiedDate", options.modified);

  const nodeIds = addNodes(document, graph);
  const version = options.version ?? "1.3";
  addRelationships(document, graph, nodeIds, version);
  const asIs = (_key: string, element: Attributes) => ({ ...element });
  return `${write(document, { version, pedantic: true, formatNode: asIs, formatEdge: asIs })}\n`;
}

function addNodes(document: MultiDirectedGraph, graph: MultiDirectedGraph): UniqueXmlIds {
  const ids = new UniqueXmlIds();
  const positions = layoutPositions(graph);
  const keys = graph.nodes();
  const attributes = gexfAttributes(
    keys.map((key) => nodeProperties(key, graph.getNodeAttributes(key))),
    ["labels"],
  );
  for (const [i, key] of keys.entries()) {
    const element = nodeElement(key, graph, attributes[i] ?? {}, positions.get(key) ?? { x: 0, y: 0 });
    document.addNode(ids.of(key), element);
  }
  return ids;
}

function addRelationships(
  document: MultiDirectedGraph,
  graph: MultiDirectedGraph,
  nodeIds: UniqueXmlIds,
  version: GexfVersion,
) {
  const ids = new UniqueXmlIds();
  const keys = graph.edges();
  const attributes = gexfAttributes(
    keys.map((key) => new Map(propertiesOf(graph.getEdgeAttributes(key), TYPE) as Iterable<[string, Value]>)),
    [],
  );
  for (const [i, key] of keys.entries()) {
    const type = xmlText(typeOf(graph.getEdgeAttributes(key)));
    const kind = version === "1.3" ? { kind: type } : {};
    const element: GexfElement = { label: type, ...kind, attributes: attributes[i] ?? {} };
    const [start, end] = graph.extremities(key);
    document.addEdgeWithKey(ids.of(key), nodeIds.of(start), nodeIds.of(end), element);
  }
}

function nodeElement(
  key: string,
  graph: MultiDirectedGraph,
  attributes: Record<string, GexfValue>,
  position: Position,
): GexfElement {
  const source = graph.getNodeAttributes(key);
  const name: unknown = source["name"];
  const type = mostSpecificLabel(labelsOf(source));
  return {
    label: xmlText(typeof name === "string" && name !== "" ? name : key),
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

/** One record of GEXF attributes for each element's properties; `own` names keep their name in any case. */
function gexfAttributes(
  elements: readonly ReadonlyMap<string, Value>[],
  own: readonly string[],
): Record<string, GexfValue>[] {
  const names = new GexfAttributeNames();
  const result: Record<string, GexfValue>[] = elements.map(() => ({}));
  for (const key of new Set([...own, ...elements.flatMap((properties) => [...properties.keys()])])) {
    const name = names.of(key);
    const values = gexfValues(elements.map((properties) => properties.get(key) ?? null));
    for (const [i, value] of values.entries()) {
      if (value !== undefined) (result[i] as Record<string, GexfValue>)[name] = value;
    }
  }
  return result;
}

/** `#d55e00` as `rgb(213, 94, 0)`. */
function rgb(hexadecimal: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hexadecimal.slice(at, at + 2), 16));
  return `rgb(${channels.join(", ")})`;
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
