import type { Column } from "../graph/column.ts";
import type { PropertyGraph } from "../graph/property-graph.ts";
import { Node, Relationship, type Value } from "../values/value.ts";
import type { Adjacency, Direction } from "./adjacency.ts";
import {
  attachGraphology,
  emptyParts,
  type IndexParts,
  importedParts,
  patchParts,
  rebuildParts,
} from "./index-parts.ts";
import type { Postings } from "./postings.ts";
import { SecondaryIndexes } from "./secondary-indexes.ts";
import type { SortedOrder } from "./sorted-order.ts";
import type { TextIndex } from "./text-index.ts";
import { ValueMemo } from "./value-memo.ts";
import type { ValueOrder } from "./value-order.ts";

/**
 * A graph as numbers, for scans and expands: nodes and relationships are integers from 0, initially in the order of the
 * graph. A graph has one index. After changes, {@link refresh} brings it up to date. Every entity keeps its number; a
 * deleted one keeps only its number and its key.
 *
 * Everything but the structure is built on first use, and then maintained: a change costs a few microseconds for each
 * structure that contains the entity, whatever the size of the graph (see `Postings`, `Adjacency`). Only sorted orders
 * and text indexes are rebuilt, on their first use after a change that affects them. The returned objects stay the
 * same; their arrays do not, so read the arrays again after a change.
 */
export class GraphIndex {
  readonly #graph: PropertyGraph;
  readonly #parts: IndexParts;
  /** The version of the graph that the index is up to date with. */
  #version: number;
  /** Whether properties exist only in imported columns. */
  #isImported: boolean;
  readonly #derived: SecondaryIndexes;
  /** The number of nodes and relationships materialised as values so far. */
  entitiesMade = 0;
  readonly #nodeValues = new ValueMemo<Node>();
  readonly #relationshipValues = new ValueMemo<Relationship>();

  constructor(graph: PropertyGraph) {
    this.#graph = graph;
    this.#version = graph.version;
    this.#isImported = graph.columns !== undefined;
    this.#parts = graph.columns === undefined ? emptyParts() : importedParts(graph.columns);
    this.#derived = new SecondaryIndexes(this.#parts);
    if (!this.#isImported) rebuildParts(this.#parts, graph.graphology);
    this.#parts.nodeMaintainers.push(this.#nodeValues);
    this.#parts.relationshipMaintainers.push(this.#relationshipValues);
  }

  /** The version of the graph that the index is up to date with. */
  get version(): number {
    return this.#version;
  }

  /**
   * Brings the index up to date with its graph: patches the changed entities, or rebuilds everything if these are
   * unknown.
   */
  refresh(): void {
    const { changes } = this.#graph;
    if (changes === undefined || changes.version === this.#version) return;
    const { graphology } = this.#graph;
    if (this.#isImported) attachGraphology(this.#parts, graphology);
    this.#isImported = false;
    const changed = changes.since(this.#version);
    this.#version = changes.version;
    if (changed === undefined) rebuildParts(this.#parts, graphology);
    else patchParts(this.#parts, graphology, changed);
  }

  /** The number of node numbers assigned, including those of deleted nodes. */
  get nodeCount(): number {
    return this.#parts.nodes.count;
  }

  get relationshipCount(): number {
    return this.#parts.relationships.count;
  }

  /** Whether some numbers belong to deleted entities. */
  get hasDeleted(): boolean {
    return this.#parts.nodes.deletedCount + this.#parts.relationships.deletedCount > 0;
  }

  /** Whether most numbers belong to deleted entities: a new index would be smaller. */
  get isMostlyDeleted(): boolean {
    const { nodes, relationships } = this.#parts;
    return 2 * (nodes.deletedCount + relationships.deletedCount) > nodes.count + relationships.count;
  }

  isNodeDeleted(node: number): boolean {
    return this.#parts.nodes.isDeleted(node);
  }

  isRelationshipDeleted(relationship: number): boolean {
    return this.#parts.relationships.isDeleted(relationship);
  }

  /**
   * By relationship: the nodes that it starts and ends at. The arrays may be longer than the number of relationships.
   */
  get starts(): Uint32Array {
    return this.#parts.structure.starts;
  }

  get ends(): Uint32Array {
    return this.#parts.structure.ends;
  }

  /** By relationship: the index of its type in `typeNames`. */
  get types(): Uint32Array {
    return this.#parts.structure.types;
  }

  /** Types in order of appearance, including those that no relationship has any more. */
  get typeNames(): readonly string[] {
    return this.#parts.structure.typeNames;
  }

  /** The index of a type in `typeNames`; undefined if no relationship ever had it. */
  typeNumber(type: string): number | undefined {
    return this.#parts.structure.findType(type);
  }

  /** The number of the node with that key, even if it has been deleted. */
  findNode(key: string): number | undefined {
    return this.#parts.nodes.find(key);
  }

  findRelationship(key: string): number | undefined {
    return this.#parts.relationships.find(key);
  }

  nodeKey(node: number): string {
    return this.#parts.nodes.keyOf(node);
  }

  relationshipKey(relationship: number): string {
    return this.#parts.relationships.keyOf(relationship);
  }

  relationshipType(relationship: number): string {
    return this.typeNames[this.types[relationship] as number] as string;
  }

  /** The labels that any node has, and the types that any relationship has, in order of appearance. */
  labels(): string[] {
    return this.#derived.labelCounts().labels();
  }

  relationshipTypes(): string[] {
    return this.typeNames.filter((_, type) => this.#derived.typeCounts().of(type) > 0);
  }

  /** Every property key that any entity has, or has had since the first call. */
  propertyKeys(): ReadonlySet<string> {
    return new Set([...this.#parts.nodes.propertyKeys(), ...this.#parts.relationships.propertyKeys()]);
  }

  nodeCountWithLabel(label: string): number {
    return this.#derived.labelCounts().of(label);
  }

  relationshipCountOfType(type: string): number {
    const number = this.typeNumber(type);
    return number === undefined ? 0 : this.#derived.typeCounts().of(number);
  }

  /** Whether any relationship of `type` is a loop (ends where it starts). Omitted: of any type. */
  hasLoops(type: string | undefined): boolean {
    const counts = this.#derived.typeCounts();
    if (type === undefined) return counts.loops(undefined) > 0;
    const number = this.typeNumber(type);
    return number !== undefined && counts.loops(number) > 0;
  }

  /**
   * The number of distinct nodes that relationships of `type` start at; approximate (up to a tenth off) after writes.
   * Undefined: of any type.
   */
  distinctStarts(type: string | undefined): number {
    return this.#derived.distinctEnds("outgoing", type);
  }

  /** As {@link distinctStarts}, for the nodes that they end at. */
  distinctEnds(type: string | undefined): number {
    return this.#derived.distinctEnds("incoming", type);
  }

  hasLabel(node: number, label: string): boolean {
    return this.#parts.labels.has(node, label);
  }

  labelsOf(node: number): readonly string[] {
    return this.#parts.labels.labelsOf(node);
  }

  /** The nodes with that label, or all, ascending. A view: read it before the next change. */
  nodesWithLabel(label: string | undefined): Uint32Array {
    return this.#derived.withLabel(label);
  }

  /** The relationships of that type, or all, ascending. A view: read it before the next change. */
  relationshipsOfType(type: string | undefined): Uint32Array {
    return this.#derived.ofType(type);
  }

  /** @throws CypherError if the node has been deleted */
  nodeProperty(node: number, key: string): Value {
    return this.#parts.nodes.property(node, key);
  }

  /** @throws CypherError if the relationship has been deleted */
  relationshipProperty(relationship: number, key: string): Value {
    return this.#parts.relationships.property(relationship, key);
  }

  /** A property of all nodes. Every node number has a code; a deleted node has no value. */
  nodeColumn(key: string): Column {
    return this.#parts.nodes.column(key);
  }

  /** As {@link nodeColumn}, for relationships. */
  relationshipColumn(key: string): Column {
    return this.#parts.relationships.column(key);
  }

  /** Nodes with that label, or all, by the code of a property. Nodes without the property are not listed. */
  nodesByCode(key: string, label?: string): Postings {
    return this.#derived.byCode("nodes", key, label);
  }

  /** As {@link nodesByCode}, for relationships of that type, or all. */
  relationshipsByCode(key: string, type?: string): Postings {
    return this.#derived.byCode("relationships", key, type);
  }

  /** The nodes whose property equals `value`, ascending. */
  nodesWithProperty(key: string, value: Value): Uint32Array {
    const codes = this.nodeColumn(key).codesEqualTo(value);
    const postings = this.nodesByCode(key);
    if (codes.length === 1) return postings.list(codes[0] as number);
    return Uint32Array.from(codes.flatMap((code) => [...postings.list(code)])).sort();
  }

  /** Nodes with that label, or all, in the order of a property. */
  nodesByOrder(key: string, label?: string): SortedOrder {
    return this.#derived.byOrder("nodes", key, label);
  }

  /** Relationships of that type, or all, in the order of a property. */
  relationshipsByOrder(key: string, type?: string): SortedOrder {
    return this.#derived.byOrder("relationships", key, type);
  }

  /** The order of all values that a node property has, or has had. A new object after a new value has appeared. */
  nodeValueOrder(key: string): ValueOrder {
    return this.#derived.valueOrder("nodes", key);
  }

  relationshipValueOrder(key: string): ValueOrder {
    return this.#derived.valueOrder("relationships", key);
  }

  /** A text index of all strings that a node property has, or has had. A new object after a new value has appeared. */
  nodeTextIndex(key: string): TextIndex {
    return this.#derived.textIndex("nodes", key);
  }

  relationshipTextIndex(key: string): TextIndex {
    return this.#derived.textIndex("relationships", key);
  }

  /**
   * Relationships by the node that they start at (outgoing) or end at (incoming), of one type or of all. For a type
   * that no relationship has yet, it is empty and is maintained from then on.
   */
  adjacency(direction: Direction, type: string | undefined): Adjacency {
    return this.#derived.adjacency(direction, type);
  }

  /** The node as a value. A deleted node has only its key. */
  node(node: number): Node {
    const known = this.#nodeValues.get(node);
    if (known !== undefined) return known;
    const { nodes, labels } = this.#parts;
    const ownLabels = nodes.isDeleted(node) ? [] : [...labels.labelsOf(node)];
    this.entitiesMade++;
    return this.#nodeValues.keep(node, new Node(nodes.keyOf(node), ownLabels, nodes.properties(node)));
  }

  /** The relationship as a value. A deleted relationship has no properties. */
  relationship(relationship: number): Relationship {
    const known = this.#relationshipValues.get(relationship);
    if (known !== undefined) return known;
    this.entitiesMade++;
    const made = new Relationship(
      this.relationshipKey(relationship),
      this.relationshipType(relationship),
      this.nodeKey(this.starts[relationship] as number),
      this.nodeKey(this.ends[relationship] as number),
      this.#parts.relationships.properties(relationship),
    );
    return this.#relationshipValues.keep(relationship, made);
  }
}
