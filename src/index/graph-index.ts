import { CypherError } from "../diagnostics/cypher-error.ts";
import { attributeName, LABELS, propertyKey, TYPE } from "../graph/attribute-names.ts";
import { Column } from "../graph/column.ts";
import type { Attributes } from "../graph/graphology.ts";
import type { PropertyGraph } from "../graph/property-graph.ts";
import { labelsOf, propertiesOf, typeOf } from "../graph/read-attributes.ts";
import { fromJavaScript } from "../values/from-javascript.ts";
import { Node, Relationship, type Value, type ValueMap } from "../values/value.ts";
import { type Adjacency, buildAdjacency } from "./adjacency.ts";

/**
 * A graph as numbers, for scans and expands: nodes and relationships are 0-based integers in the order of the
 * graph. It is a snapshot of the structure, made for one version of the graph; properties are read from the
 * graph itself.
 *
 * Made with the snapshot before it, every entity keeps its number, so that a query can go on with the numbers
 * it holds after it has written. An entity that was deleted keeps its number too, and nothing else.
 */
export class GraphIndex {
  readonly nodeCount: number;
  readonly relationshipCount: number;
  /** Whether some numbers stand for what has been deleted. */
  readonly hasDeleted: boolean;
  /** For each relationship, the nodes that it starts and ends at. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;

  readonly #nodeKeys: string[] = [];
  /** Undefined for a node that was deleted. */
  readonly #nodeAttributes: (Attributes | undefined)[] = [];
  readonly #nodeByKey = new Map<string, number>();
  readonly #relationshipKeys: string[] = [];
  readonly #relationshipAttributes: (Attributes | undefined)[] = [];
  readonly #relationshipByKey = new Map<string, number>();
  /** Types in order of appearance. */
  readonly typeNames: string[] = [];
  #propertyKeys: Set<string> | undefined;
  readonly #typeCounts: number[] = [];
  readonly #typeByName = new Map<string, number>();
  /** For each relationship, the place of its type in `typeNames`. */
  readonly types: Uint32Array;
  readonly #nodesByLabel = new Map<string, number[]>();
  readonly #adjacency = new Map<string, Adjacency>();
  readonly #seeks = new Map<string, Map<Value, number[]>>();
  readonly #nodeColumns = new Map<string, Column>();
  readonly #relationshipColumns = new Map<string, Column>();
  readonly #nodeValues: (Node | undefined)[] = [];
  readonly #relationshipValues: (Relationship | undefined)[] = [];

  constructor(graph: PropertyGraph, before?: GraphIndex) {
    const { graphology } = graph;
    const deletedNodes = before?.deletedNodes(graph) ?? [];
    const deletedRelationships = before?.deletedRelationships(graph) ?? [];
    this.nodeCount = graphology.order + deletedNodes.length;
    this.relationshipCount = graphology.size + deletedRelationships.length;
    this.hasDeleted = deletedNodes.length + deletedRelationships.length > 0;
    this.starts = new Uint32Array(this.relationshipCount);
    this.ends = new Uint32Array(this.relationshipCount);
    this.types = new Uint32Array(this.relationshipCount);
    if (before !== undefined) this.#keepNumbers(before);
    graphology.forEachNode((key, attributes) => this.#addNode(key, attributes));
    graphology.forEachEdge((key, attributes, source, target) =>
      this.#addRelationship(key, attributes, source, target),
    );
  }

  #keepNumbers(before: GraphIndex): void {
    for (const key of before.#nodeKeys) this.#nodeByKey.set(key, this.#nodeKeys.push(key) - 1);
    for (const [relationship, key] of before.#relationshipKeys.entries()) {
      this.#relationshipByKey.set(key, this.#relationshipKeys.push(key) - 1);
      this.starts[relationship] = before.starts[relationship] as number;
      this.ends[relationship] = before.ends[relationship] as number;
      this.types[relationship] = this.#typeNumber(before.relationshipType(relationship));
    }
  }

  /** Keys of the nodes of this snapshot that the graph no longer has. */
  deletedNodes({ graphology }: PropertyGraph): string[] {
    return this.#nodeKeys.filter((key) => !graphology.hasNode(key));
  }

  deletedRelationships({ graphology }: PropertyGraph): string[] {
    return this.#relationshipKeys.filter((key) => !graphology.hasEdge(key));
  }

  isNodeDeleted(node: number): boolean {
    return this.#nodeAttributes[node] === undefined;
  }

  isRelationshipDeleted(relationship: number): boolean {
    return this.#relationshipAttributes[relationship] === undefined;
  }

  #addNode(key: string, attributes: Attributes): void {
    let node = this.#nodeByKey.get(key);
    if (node === undefined) {
      node = this.#nodeKeys.push(key) - 1;
      this.#nodeByKey.set(key, node);
    }
    this.#nodeAttributes[node] = attributes;
    for (const label of labelsOf(attributes)) {
      const nodes = this.#nodesByLabel.get(label);
      if (nodes === undefined) this.#nodesByLabel.set(label, [node]);
      else if (nodes.at(-1) !== node) nodes.push(node);
    }
  }

  #addRelationship(key: string, attributes: Attributes, source: string, target: string): void {
    let relationship = this.#relationshipByKey.get(key);
    if (relationship === undefined) {
      relationship = this.#relationshipKeys.push(key) - 1;
      this.#relationshipByKey.set(key, relationship);
    }
    this.#relationshipAttributes[relationship] = attributes;
    this.starts[relationship] = this.#nodeByKey.get(source) as number;
    this.ends[relationship] = this.#nodeByKey.get(target) as number;
    const type = this.#typeNumber(typeOf(attributes));
    this.types[relationship] = type;
    this.#typeCounts[type] = (this.#typeCounts[type] as number) + 1;
  }

  #typeNumber(name: string): number {
    const known = this.#typeByName.get(name);
    if (known !== undefined) return known;
    const type = this.typeNames.push(name) - 1;
    this.#typeByName.set(name, type);
    this.#typeCounts.push(0);
    return type;
  }

  /** The number of the node with that key. */
  findNode(key: string): number | undefined {
    return this.#nodeByKey.get(key);
  }

  /** The number of the relationship with that key. */
  findRelationship(key: string): number | undefined {
    return this.#relationshipByKey.get(key);
  }

  nodeKey(node: number): string {
    return this.#nodeKeys[node] as string;
  }

  relationshipKey(relationship: number): string {
    return this.#relationshipKeys[relationship] as string;
  }

  relationshipType(relationship: number): string {
    return this.typeNames[this.types[relationship] as number] as string;
  }

  /** The labels that any node has, and the types that any relationship has, in order of appearance. */
  labels(): string[] {
    return [...this.#nodesByLabel.keys()];
  }

  relationshipTypes(): readonly string[] {
    return this.typeNames;
  }

  /** Every property key that any entity has. Read through once for a snapshot. */
  propertyKeys(): ReadonlySet<string> {
    if (this.#propertyKeys === undefined) {
      this.#propertyKeys = new Set();
      this.#collectKeys(this.#nodeAttributes, LABELS, this.#propertyKeys);
      this.#collectKeys(this.#relationshipAttributes, TYPE, this.#propertyKeys);
    }
    return this.#propertyKeys;
  }

  #collectKeys(all: readonly (Attributes | undefined)[], reserved: string, keys: Set<string>): void {
    for (const attributes of all) {
      for (const name in attributes) {
        const key = propertyKey(name, reserved);
        if (key !== undefined) keys.add(key);
      }
    }
  }

  /** How many relationships have that type. */
  relationshipCountOfType(type: string): number {
    const number = this.#typeByName.get(type);
    return number === undefined ? 0 : (this.#typeCounts[number] as number);
  }

  /** The nodes with that label, ascending. */
  nodesWithLabel(label: string): readonly number[] {
    return this.#nodesByLabel.get(label) ?? [];
  }

  hasLabel(node: number, label: string): boolean {
    return labelsOf(present(this.#nodeAttributes[node])).includes(label);
  }

  nodeProperty(node: number, key: string): Value {
    return property(present(this.#nodeAttributes[node]), key, LABELS);
  }

  relationshipProperty(relationship: number, key: string): Value {
    return property(present(this.#relationshipAttributes[relationship]), key, TYPE);
  }

  /** A property of all nodes. Built when first asked for. */
  nodeColumn(key: string): Column {
    return columnOf(key, LABELS, this.#nodeAttributes, this.#nodeColumns);
  }

  /** A property of all relationships. Built when first asked for. */
  relationshipColumn(key: string): Column {
    return columnOf(key, TYPE, this.#relationshipAttributes, this.#relationshipColumns);
  }

  /** The nodes whose property `key` is that string, ascending. Built for a key when it is first asked for. */
  nodesWithProperty(key: string, value: string): readonly number[] {
    let nodesByValue = this.#seeks.get(key);
    if (nodesByValue === undefined) {
      nodesByValue = new Map();
      for (let node = 0; node < this.nodeCount; node++) {
        if (this.isNodeDeleted(node)) continue;
        const held = this.nodeProperty(node, key);
        if (typeof held !== "string") continue;
        const nodes = nodesByValue.get(held);
        if (nodes === undefined) nodesByValue.set(held, [node]);
        else nodes.push(node);
      }
      this.#seeks.set(key, nodesByValue);
    }
    return nodesByValue.get(value) ?? [];
  }

  /**
   * Relationships by the node that they start at (outgoing) or end at (incoming), of one type or of all.
   * Built when first asked for.
   */
  adjacency(direction: "outgoing" | "incoming", type: string | undefined): Adjacency {
    const key = `${direction} ${type ?? ""}`;
    let adjacency = this.#adjacency.get(key);
    if (adjacency === undefined) {
      const near = direction === "outgoing" ? this.starts : this.ends;
      const far = direction === "outgoing" ? this.ends : this.starts;
      adjacency = buildAdjacency(this.nodeCount, this.#relationshipsByType(type), near, far);
      this.#adjacency.set(key, adjacency);
    }
    return adjacency;
  }

  /** The relationships of one type or of all, sorted by type, then by number. */
  #relationshipsByType(type: string | undefined): Uint32Array {
    const wanted = type === undefined ? undefined : (this.#typeByName.get(type) ?? -1);
    const byType: number[][] = this.typeNames.map(() => []);
    for (let relationship = 0; relationship < this.relationshipCount; relationship++) {
      const number = this.types[relationship] as number;
      if (wanted !== undefined && number !== wanted) continue;
      if (!this.isRelationshipDeleted(relationship)) byType[number]?.push(relationship);
    }
    return Uint32Array.from(byType.flat());
  }

  /** The node as a value, the same one each time it is asked for; a deleted one has lost all but its key. */
  node(node: number): Node {
    const known = this.#nodeValues[node];
    if (known !== undefined) return known;
    const attributes = this.#nodeAttributes[node] ?? {};
    const made = new Node(this.nodeKey(node), labelsOf(attributes), propertyMap(attributes, LABELS));
    this.#nodeValues[node] = made;
    return made;
  }

  /** The relationship as a value; the same one each time it is asked for. */
  relationship(relationship: number): Relationship {
    const known = this.#relationshipValues[relationship];
    if (known !== undefined) return known;
    const made = new Relationship(
      this.relationshipKey(relationship),
      this.relationshipType(relationship),
      this.nodeKey(this.starts[relationship] as number),
      this.nodeKey(this.ends[relationship] as number),
      propertyMap(this.#relationshipAttributes[relationship] ?? {}, TYPE),
    );
    this.#relationshipValues[relationship] = made;
    return made;
  }
}

/** @throws CypherError where the entity has been deleted */
function present(attributes: Attributes | undefined): Attributes {
  if (attributes !== undefined) return attributes;
  throw new CypherError("DeletedEntityAccess", "this entity has been deleted by the query", {
    hint: "read what you need of it in a WITH before DELETE",
  });
}

function columnOf(
  key: string,
  reserved: string,
  all: readonly (Attributes | undefined)[],
  columns: Map<string, Column>,
): Column {
  const known = columns.get(key);
  if (known !== undefined) return known;
  const column = new Column(new Uint32Array(all.length));
  for (const [entity, attributes] of all.entries())
    if (attributes !== undefined) column.set(entity, property(attributes, key, reserved));
  columns.set(key, column);
  return column;
}

function property(attributes: Attributes, key: string, reserved: string): Value {
  const name = key.includes(reserved) ? attributeName(key, reserved) : key;
  return Object.hasOwn(attributes, name) ? fromJavaScript(attributes[name]) : null;
}

function propertyMap(attributes: Attributes, reserved: string): ValueMap {
  const map: Record<string, Value> = Object.create(null);
  for (const [key, value] of propertiesOf(attributes, reserved)) {
    const converted = fromJavaScript(value);
    if (converted !== null) map[key] = converted;
  }
  return map;
}
