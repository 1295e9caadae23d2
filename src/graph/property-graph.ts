import type { Value } from "../values/value.ts";
import { attributeName, LABELS, mayBeUnquoted, TYPE } from "./attribute-names.ts";
import { ChangeLog, type Changes } from "./change-log.ts";
import { isColumns, isMultiDirected } from "./check-graph.ts";
import { changesOf, type GraphChanges } from "./graph-changes.ts";
import type { GraphColumns } from "./graph-columns.ts";
import { type Attributes, MultiDirectedGraph } from "./graphology.ts";
import { graphologyKey } from "./graphology-keys.ts";
import { materialiseColumns } from "./materialise-columns.ts";
import { labelsOf, propertiesOf } from "./read-attributes.ts";
import { relationshipCount } from "./relationship-count.ts";
import { subgraph, subgraphOfColumns } from "./subgraph.ts";
import { NO_TRAITS, type TypeTraits, typeTraitsOf } from "./type-traits.ts";

/** A node to create. */
export interface NewNode {
  /** Omitted: the graph chooses a key. */
  readonly key?: string;
  readonly labels: readonly string[];
  readonly properties: Readonly<Record<string, Value>>;
}

/** A relationship to create. */
export interface NewRelationship {
  /** Omitted: the graph chooses a key. */
  readonly key?: string;
  readonly type: string;
  /** Keys of existing nodes. */
  readonly start: string;
  readonly end: string;
  readonly properties: Readonly<Record<string, Value>>;
}

/** An entity of the graph, by its key. For a node this is its id, which graphology may have in backquotes. */
export interface EntityKey {
  readonly kind: "node" | "relationship";
  readonly key: string;
}

/**
 * A graphology graph used as a property graph (see `attribute-names.ts` for the layout). It keeps no state except a
 * change log while a query writes, so a program may continue to change the graphology graph through graphology's
 * methods. Changes inside an attribute's value, or in an attributes object that the program holds, are not detected.
 *
 * A graph imported as columns is converted to graphology on first use, by a program or a write. That takes ten times
 * the time and memory of the columns.
 */
export class PropertyGraph {
  #columns: GraphColumns | undefined;
  #graphology: MultiDirectedGraph | undefined;
  #changes: GraphChanges | undefined;
  #nextKey = 0;
  /** The logs of the open transactions, each nested in the one before. */
  readonly #logs: ChangeLog[] = [];

  /**
   * @throws TypeError if `source` is neither, as can happen in a program without types; or if it has a node whose key
   * breaks graphology, see `graphology-keys.ts`
   */
  constructor(source: MultiDirectedGraph | GraphColumns = new MultiDirectedGraph()) {
    if (isColumns(source)) this.#columns = source;
    else if (isMultiDirected(source)) this.#take(source);
    else throw wrongSource(source);
  }

  /** The imported columns, while the graph exists only as columns. */
  get columns(): GraphColumns | undefined {
    return this.#columns;
  }

  get graphology(): MultiDirectedGraph {
    return this.#graphology ?? this.#materialise(this.#columns as GraphColumns);
  }

  #materialise(columns: GraphColumns): MultiDirectedGraph {
    // Start after the imported entities, whose keys may have the same form: this avoids trying each used key.
    this.#nextKey = Math.max(columns.nodes.count, columns.relationships.count);
    return this.#take(materialiseColumns(columns));
  }

  #take(graphology: MultiDirectedGraph): MultiDirectedGraph {
    this.#columns = undefined;
    this.#graphology = graphology;
    this.#changes = changesOf(graphology);
    return graphology;
  }

  /** The known traits of relationship types. */
  get typeTraits(): TypeTraits {
    return this.#columns === undefined
      ? typeTraitsOf(this.graphology)
      : (this.#columns.typeTraits ?? NO_TRAITS);
  }

  /**
   * The change tracker, including changes made outside the engine. Undefined while the graph is column-only
   * (immutable).
   */
  get changes(): GraphChanges | undefined {
    return this.#changes;
  }

  /** Increases with each change of the graph, including changes made outside the engine. */
  get version(): number {
    return this.#changes?.version ?? 0;
  }

  /** A copy of the subgraph with these nodes and relationships, by their keys, and the ends of the relationships. */
  subgraph(nodes: Iterable<string>, relationships: Iterable<string>): MultiDirectedGraph {
    return this.#columns === undefined
      ? subgraph(this.graphology, nodes, relationships)
      : subgraphOfColumns(this.#columns, nodes, relationships);
  }

  /**
   * Runs `write` atomically: if it throws, all its changes are rolled back. A nested transaction is part of the outer
   * one.
   *
   * @returns the result of `write`, and its changes
   */
  transaction<Outcome>(write: () => Outcome): { readonly outcome: Outcome; readonly changes: Changes } {
    const log = new ChangeLog(this.graphology);
    this.#logs.push(log);
    try {
      const outcome = write();
      return { outcome, changes: log.changes() };
    } catch (error) {
      log.rollBack();
      throw error;
    } finally {
      this.#logs.pop();
    }
  }

  /** Whether the entity is in the graph now. */
  has(entity: EntityKey): boolean {
    const { graphology } = this;
    return entity.kind === "node"
      ? graphology.hasNode(graphologyKeyOf(entity))
      : graphology.hasEdge(entity.key);
  }

  /** The current attributes of the entity; undefined if it is not in the graph. */
  attributesOf(entity: EntityKey): Attributes | undefined {
    if (!this.has(entity)) return undefined;
    const { graphology } = this;
    const key = graphologyKeyOf(entity);
    return entity.kind === "node" ? graphology.getNodeAttributes(key) : graphology.getEdgeAttributes(key);
  }

  /** The number of relationships of a node; 0 if there is no such node. */
  relationshipCount(node: string): number {
    return relationshipCount(this.graphology, graphologyKey(node));
  }

  /** Adds a node and returns its key. */
  createNode(node: NewNode): string {
    const key = node.key ?? this.#freshKey("node");
    this.#touch({ kind: "node", key });
    const attributes: Attributes = { [LABELS]: [...node.labels] };
    assignProperties(attributes, node.properties, LABELS);
    this.graphology.addNode(graphologyKey(key), attributes);
    return key;
  }

  /** Adds a relationship and returns its key. */
  createRelationship({ key: given, type, start, end, properties }: NewRelationship): string {
    const key = given ?? this.#freshKey("relationship");
    const [source, target] = [graphologyKey(start), graphologyKey(end)];
    for (const log of this.#logs) log.touchRelationship(key, [source, target]);
    const attributes: Attributes = { [TYPE]: type };
    assignProperties(attributes, properties, TYPE);
    return this.graphology.addEdgeWithKey(key, source, target, attributes);
  }

  /** Sets properties; null removes one. With `replaces`, all other properties are removed. */
  setProperties(entity: EntityKey, properties: Readonly<Record<string, Value>>, replaces = false): void {
    const { graphology } = this;
    const key = graphologyKeyOf(entity);
    const isNode = entity.kind === "node";
    const reserved = isNode ? LABELS : TYPE;
    this.#touch(entity);
    // Set them one by one, so that holders of the attributes object, such as an index, see the change.
    const set = (name: string, value: Value) =>
      isNode ? graphology.setNodeAttribute(key, name, value) : graphology.setEdgeAttribute(key, name, value);
    const remove = (name: string) =>
      isNode ? graphology.removeNodeAttribute(key, name) : graphology.removeEdgeAttribute(key, name);
    const old = isNode ? graphology.getNodeAttributes(key) : graphology.getEdgeAttributes(key);
    for (const property of replaces ? [...propertiesOf(old, reserved)].map(([name]) => name) : []) {
      if (Object.hasOwn(properties, property)) continue;
      remove(attributeName(property, reserved));
      if (mayBeUnquoted(property)) remove(property);
    }
    for (const [property, value] of Object.entries(properties)) {
      if (value === null) remove(attributeName(property, reserved));
      else set(attributeName(property, reserved), value);
      if (mayBeUnquoted(property) && Object.hasOwn(old, property)) remove(property);
    }
  }

  /** Adds labels to a node, except those it already has. */
  addLabels(node: string, labels: readonly string[]): void {
    this.#touch({ kind: "node", key: node });
    const key = graphologyKey(node);
    const old = labelsOf(this.graphology.getNodeAttributes(key));
    this.graphology.setNodeAttribute(key, LABELS, [...new Set([...old, ...labels])]);
  }

  removeLabels(node: string, labels: readonly string[]): void {
    this.#touch({ kind: "node", key: node });
    const key = graphologyKey(node);
    const old = labelsOf(this.graphology.getNodeAttributes(key));
    this.graphology.setNodeAttribute(
      key,
      LABELS,
      old.filter((label) => !labels.includes(label)),
    );
  }

  deleteRelationship(key: string): void {
    if (!this.graphology.hasEdge(key)) return;
    this.#touch({ kind: "relationship", key });
    this.graphology.dropEdge(key);
  }

  /** Deletes a node with all its remaining relationships. */
  deleteNode(node: string): void {
    const entity: EntityKey = { kind: "node", key: node };
    if (!this.has(entity)) return;
    const key = graphologyKey(node);
    for (const relationship of this.graphology.edges(key)) this.deleteRelationship(relationship);
    this.#touch(entity);
    this.graphology.dropNode(key);
  }

  #touch(entity: EntityKey): void {
    for (const log of this.#logs) {
      if (entity.kind === "node") log.touchNode(graphologyKeyOf(entity));
      else log.touchRelationship(entity.key);
    }
  }

  /**
   * Returns a key that is neither in use nor was used by an entity that an open transaction has changed: the query's
   * rows may still hold deleted entities.
   */
  #freshKey(kind: EntityKey["kind"]): string {
    const { graphology } = this;
    const isTaken = (key: string) =>
      (kind === "node" ? graphology.hasNode(key) : graphology.hasEdge(key)) ||
      this.#logs.some((log) => log.hasTouched(kind, key));
    let key: string;
    do key = `${kind === "node" ? "n" : "r"}${this.#nextKey++}`;
    while (isTaken(key));
    return key;
  }
}

function graphologyKeyOf({ kind, key }: EntityKey): string {
  return kind === "node" ? graphologyKey(key) : key;
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

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function wrongSource(source: unknown): TypeError {
  const met = isObject(source) ? (source.constructor?.name ?? "an object") : String(source);
  return new TypeError(
    `expected a graphology MultiDirectedGraph, or columns as importGraph returns them, but got ${met}`,
  );
}
