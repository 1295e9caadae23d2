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
 * A graph as numbers, for scans and expands: nodes and relationships are integers from 0, at first in the order of
 * the graph. One object stays with a graph: after changes {@link refresh} brings it up to date, and every entity
 * keeps its number. What was deleted keeps its number too, and nothing else.
 *
 * Everything but the structure is made when first asked for, and follows from then on: a change costs a few
 * microseconds for each structure that the entity is in, however large the graph is (see `Postings`, `Adjacency`).
 * Sorted orders and text indexes alone are made anew when they are asked for after a change that concerns them.
 * The objects that are given out stay the same; their arrays do not, and are to be read anew after a change.
 */
export class GraphIndex {
  readonly #graph: PropertyGraph;
  readonly #parts: IndexParts;
  /** The version of the graph that the index is up to date with. */
  #version: number;
  /** Whether the properties still lie in imported columns alone. */
  #isImported: boolean;
  readonly #derived: SecondaryIndexes;
  /** How many nodes and relationships have been made as values, so far. */
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
    this.#parts.nodeFollowers.push(this.#nodeValues);
    this.#parts.relationshipFollowers.push(this.#relationshipValues);
  }

  /** The version of the graph that the index is up to date with. */
  get version(): number {
    return this.#version;
  }

  /** Brings the index up to date with its graph: what has been touched, or all where that is not known. */
  refresh(): void {
    const { changes } = this.#graph;
    if (changes === undefined || changes.version === this.#version) return;
    const { graphology } = this.#graph;
    if (this.#isImported) attachGraphology(this.#parts, graphology);
    this.#isImported = false;
    const touched = changes.since(this.#version);
    this.#version = changes.version;
    if (touched === undefined) rebuildParts(this.#parts, graphology);
    else patchParts(this.#parts, graphology, touched);
  }

  /** Numbers that have been given to nodes, also to deleted ones. */
  get nodeCount(): number {
    return this.#parts.nodes.count;
  }

  get relationshipCount(): number {
    return this.#parts.relationships.count;
  }

  /** Whether some numbers stand for what has been deleted. */
  get hasDeleted(): boolean {
    return this.#parts.nodes.deletedCount + this.#parts.relationships.deletedCount > 0;
  }

  /** Whether most numbers stand for what has been deleted: a new index would be smaller. */
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

  /** By relationship: the nodes that it starts and ends at. Longer than there are relationships. */
  get starts(): Uint32Array {
    return this.#parts.structure.starts;
  }

  get ends(): Uint32Array {
    return this.#parts.structure.ends;
  }

  /** By relationship: the place of its type in `typeNames`. */
  get types(): Uint32Array {
    return this.#parts.structure.types;
  }

  /** Types in order of appearance, also those that no relationship has any longer. */
  get typeNames(): readonly string[] {
    return this.#parts.structure.typeNames;
  }

  /** The place of a type in `typeNames`; undefined where no relationship ever had it. */
  typeNumber(type: string): number | undefined {
    return this.#parts.structure.findType(type);
  }

  /** The number of the node with that key, also of one that has been deleted. */
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

  /** Every property key that any entity has, or had since this was first asked. */
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

  /** Whether any relationship of the type, or of any, ends where it starts. */
  hasLoops(type: string | undefined): boolean {
    const counts = this.#derived.typeCounts();
    if (type === undefined) return counts.loops(undefined) > 0;
    const number = this.typeNumber(type);
    return number !== undefined && counts.loops(number) > 0;
  }

  /** How many nodes relationships of that type, or of any, start at; after writes it may be a tenth off. */
  distinctStarts(type: string | undefined): number {
    return this.#derived.distinctEnds("outgoing", type);
  }

  /** How many nodes they end at. */
  distinctEnds(type: string | undefined): number {
    return this.#derived.distinctEnds("incoming", type);
  }

  hasLabel(node: number, label: string): boolean {
    return this.#parts.labels.has(node, label);
  }

  labelsOf(node: number): readonly string[] {
    return this.#parts.labels.labelsOf(node);
  }

  /** The nodes with that label, or all, ascending: a view, for reading until the next change. */
  nodesWithLabel(label: string | undefined): Uint32Array {
    return this.#derived.withLabel(label);
  }

  /** The relationships of that type, or all, ascending: a view, for reading until the next change. */
  relationshipsOfType(type: string | undefined): Uint32Array {
    return this.#derived.ofType(type);
  }

  /** @throws CypherError where the node has been deleted */
  nodeProperty(node: number, key: string): Value {
    return this.#parts.nodes.property(node, key);
  }

  /** @throws CypherError where the relationship has been deleted */
  relationshipProperty(relationship: number, key: string): Value {
    return this.#parts.relationships.property(relationship, key);
  }

  /** A property of all nodes. It has codes for all of them; a deleted one has none of its values. */
  nodeColumn(key: string): Column {
    return this.#parts.nodes.column(key);
  }

  /** A property of all relationships, likewise. */
  relationshipColumn(key: string): Column {
    return this.#parts.relationships.column(key);
  }

  /** Nodes with that label, or all, by the code of a property; those without the property are not listed. */
  nodesByCode(key: string, label?: string): Postings {
    return this.#derived.byCode("nodes", key, label);
  }

  /** Relationships of that type, or all, likewise. */
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

  /** The order of the values that a property of nodes has, or had; another one when there is a new value. */
  nodeValueOrder(key: string): ValueOrder {
    return this.#derived.valueOrder("nodes", key);
  }

  relationshipValueOrder(key: string): ValueOrder {
    return this.#derived.valueOrder("relationships", key);
  }

  /** The strings that a property of nodes has, or had, to be searched; another one when there is a new value. */
  nodeTextIndex(key: string): TextIndex {
    return this.#derived.textIndex("nodes", key);
  }

  relationshipTextIndex(key: string): TextIndex {
    return this.#derived.textIndex("relationships", key);
  }

  /**
   * Relationships by the node that they start at (outgoing) or end at (incoming), of one type or of all. Of a type
   * that no relationship has it is empty, and follows should there be one.
   */
  adjacency(direction: Direction, type: string | undefined): Adjacency {
    return this.#derived.adjacency(direction, type);
  }

  /** The node as a value; a deleted one has lost all but its key. */
  node(node: number): Node {
    const known = this.#nodeValues.get(node);
    if (known !== undefined) return known;
    const { nodes, labels } = this.#parts;
    const ownLabels = nodes.isDeleted(node) ? [] : [...labels.labelsOf(node)];
    this.entitiesMade++;
    return this.#nodeValues.keep(node, new Node(nodes.keyOf(node), ownLabels, nodes.properties(node)));
  }

  /** The relationship as a value; a deleted one has lost its properties. */
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
