import type { Value } from "../values/value.ts";
import { attributeName, LABELS, propertyKey, TYPE } from "./attribute-names.ts";
import { type Attributes, MultiDirectedGraph } from "./graphology.ts";

const STRUCTURE_EVENTS = [
  "nodeAdded",
  "edgeAdded",
  "nodeDropped",
  "edgeDropped",
  "cleared",
  "edgesCleared",
] as const;
const ATTRIBUTE_EVENTS = [
  "nodeAttributesUpdated",
  "edgeAttributesUpdated",
  "eachNodeAttributesUpdated",
  "eachEdgeAttributesUpdated",
] as const;

/** What can be said of a node before it is in the graph. */
export interface NewNode {
  /** Its key; the graph chooses one where absent. */
  readonly key?: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, Value>>;
}

/** What can be said of a relationship before it is in the graph. */
export interface NewRelationship {
  /** Its key; the graph chooses one where absent. */
  readonly key?: string;
  readonly type: string;
  /** Keys of nodes that the graph has. */
  readonly start: string;
  readonly end: string;
  readonly properties: Readonly<Record<string, Value>>;
}

/**
 * A graphology graph read and written as a property graph (see `attribute-names.ts` for the layout). It
 * holds nothing but a version: a program may go on changing the graphology graph itself.
 */
export class PropertyGraph {
  readonly graphology: MultiDirectedGraph;
  #version = 0;
  #nextKey = 0;

  constructor(graphology: MultiDirectedGraph = new MultiDirectedGraph()) {
    this.graphology = graphology;
    const changed = () => {
      this.#version++;
    };
    for (const event of [...STRUCTURE_EVENTS, ...ATTRIBUTE_EVENTS]) graphology.on(event, changed);
  }

  /** Grows with each change of the graph, whoever made it. */
  get version(): number {
    return this.#version;
  }

  /** Adds a node and returns its key. */
  createNode(node: NewNode): string {
    const key = node.key ?? this.#freshKey("n", (candidate) => this.graphology.hasNode(candidate));
    const attributes: Attributes = { [LABELS]: [...node.labels] };
    assignProperties(attributes, node.properties, LABELS);
    return this.graphology.addNode(key, attributes);
  }

  /** Adds a relationship and returns its key. */
  createRelationship(relationship: NewRelationship): string {
    const key = relationship.key ?? this.#freshKey("r", (candidate) => this.graphology.hasEdge(candidate));
    const attributes: Attributes = { [TYPE]: relationship.type };
    assignProperties(attributes, relationship.properties, TYPE);
    return this.graphology.addEdgeWithKey(key, relationship.start, relationship.end, attributes);
  }

  #freshKey(prefix: string, taken: (candidate: string) => boolean): string {
    let key: string;
    do key = `${prefix}${this.#nextKey++}`;
    while (taken(key));
    return key;
  }
}

/** A node's labels, from its graphology attributes. */
export function labelsOf(attributes: Attributes): readonly string[] {
  const labels: unknown = attributes[LABELS];
  if (Array.isArray(labels)) return labels.filter((label) => typeof label === "string");
  return typeof labels === "string" ? [labels] : [];
}

/** A relationship's type, from its graphology attributes; `RELATED_TO` where a program gave none. */
export function typeOf(attributes: Attributes): string {
  const type: unknown = attributes[TYPE];
  return typeof type === "string" && type !== "" ? type : "RELATED_TO";
}

/** The properties among the attributes of a node ({@link LABELS}) or a relationship ({@link TYPE}). */
export function* propertiesOf(
  attributes: Attributes,
  reserved: string,
): Iterable<[key: string, value: unknown]> {
  for (const name of Object.keys(attributes)) {
    const key = propertyKey(name, reserved);
    if (key !== undefined) yield [key, attributes[name]];
  }
}

function assignProperties(
  attributes: Attributes,
  properties: Readonly<Record<string, Value>>,
  reserved: string,
) {
  for (const [key, value] of Object.entries(properties)) {
    if (value !== null) attributes[attributeName(key, reserved)] = value;
  }
}
