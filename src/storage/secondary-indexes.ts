import type { Column } from "../graph/column.ts";
import { Adjacency, type Direction } from "./adjacency.ts";
import { DistinctEnds } from "./distinct-ends.ts";
import type { IndexMaintainer } from "./index-maintainer.ts";
import type { IndexParts } from "./index-parts.ts";
import { LabelCounts } from "./label-counts.ts";
import { type ListNumbers, Postings } from "./postings.ts";
import { SortedOrder } from "./sorted-order.ts";
import { TextIndex } from "./text-index.ts";
import { TypeCounts } from "./type-counts.ts";
import { ValueOrder } from "./value-order.ts";

export type EntityKind = "nodes" | "relationships";

const NONE: Uint32Array = new Uint32Array(0);

/**
 * Structures derived from the parts of an index. Each is built on first use, and notified of every change from then on.
 */
export class SecondaryIndexes {
  readonly #parts: IndexParts;
  /** By a text that identifies the structure. */
  readonly #made = new Map<string, IndexMaintainer>();
  readonly #ofValues = new Map<string, { readonly count: number; readonly made: ValueOrder | TextIndex }>();

  readonly #distinctEnds = new DistinctEnds();

  constructor(parts: IndexParts) {
    this.#parts = parts;
  }

  labelCounts(): LabelCounts {
    const { labels, nodes } = this.#parts;
    return this.#make("nodes", "counts", () => new LabelCounts(labels, nodes));
  }

  typeCounts(): TypeCounts {
    const { structure, relationships } = this.#parts;
    return this.#make("relationships", "counts", () => new TypeCounts(structure, relationships));
  }

  adjacency(direction: Direction, type: string | undefined): Adjacency {
    return this.#make("relationships", `${direction} ${type ?? ""}`, () => {
      const { nodes, structure, nodeMaintainers } = this.#parts;
      const adjacency = new Adjacency({
        structure,
        direction,
        nodeCount: () => nodes.count,
        chosen: () => (type === undefined ? this.#byType().inOrder() : this.ofType(type)),
        includes: this.#isOfType(type),
      });
      // Every node has a list from the start, even an empty one.
      nodeMaintainers.push({
        before: () => {},
        after: (node) => adjacency.ensureLists(node + 1),
        rebuild: () => {},
      });
      return adjacency;
    });
  }

  /**
   * The approximate number of distinct nodes that relationships of that type, or all, start at (outgoing) or end at
   * (incoming).
   */
  distinctEnds(direction: Direction, type: string | undefined): number {
    const { nodes, structure } = this.#parts;
    const nodeOf = direction === "outgoing" ? structure.starts : structure.ends;
    const relationships = this.ofType(type);
    return this.#distinctEnds.count(`${direction} ${type ?? ""}`, relationships, nodeOf, nodes.count);
  }

  /** All entities that are not deleted, ascending. */
  all(kind: EntityKind): Uint32Array {
    const entities = this.#parts[kind];
    const of = (entity: number) => (entities.isDeleted(entity) ? 0 : 1);
    return this.#postings(kind, "all", { lists: () => 2, of }).list(1);
  }

  /** The nodes with that label, or all, ascending. */
  withLabel(label: string | undefined): Uint32Array {
    if (label === undefined) return this.all("nodes");
    const hasLabel = this.#hasLabel(label);
    const of = (node: number) => (hasLabel(node) ? 1 : 0);
    return this.#postings("nodes", `label ${label}`, { lists: () => 2, of }).list(1);
  }

  /** The relationships of that type, or all, ascending. */
  ofType(type: string | undefined): Uint32Array {
    if (type === undefined) return this.all("relationships");
    // Also create the postings for a type that no relationship has yet: structures derived from them must be notified
    // after them.
    const byType = this.#byType();
    const number = this.#parts.structure.findType(type);
    return number === undefined ? NONE : byType.list(number + 1);
  }

  /** Entities by the code of their property: nodes with that label, or relationships of that type, or all. */
  byCode(kind: EntityKind, key: string, among: string | undefined): Postings {
    const column = this.#parts[kind].column(key);
    const lists = () => column.values.length;
    const of = (entity: number) => column.codes[entity] as number;
    const name = textOf("code", key, among);
    if (among === undefined) return this.#postings(kind, name, { lists, of, all: () => column.codes });
    const includes = this.#isAmong(kind, among);
    return this.#postings(kind, name, { lists, of: (entity) => (includes(entity) ? of(entity) : 0) });
  }

  /** Entities in the order of their property: nodes with that label, or relationships of that type, or all. */
  byOrder(kind: EntityKind, key: string, among: string | undefined): SortedOrder {
    const column = this.#parts[kind].column(key);
    return this.#make(
      kind,
      textOf("order", key, among),
      () =>
        new SortedOrder({
          column,
          valueOrder: () => this.valueOrder(kind, key),
          chosen: () => this.#among(kind, among),
          includes: this.#isAmong(kind, among),
        }),
    );
  }

  valueOrder(kind: EntityKind, key: string): ValueOrder {
    return this.#makeOfValues(kind, key, "order", ValueOrder);
  }

  textIndex(kind: EntityKind, key: string): TextIndex {
    return this.#makeOfValues(kind, key, "text", TextIndex);
  }

  /** List `n + 1`: the relationships of type `n`. */
  #byType(): Postings {
    const { relationships, structure } = this.#parts;
    const lists = () => structure.typeNames.length + 1;
    const of = (relationship: number) =>
      relationships.isDeleted(relationship) ? 0 : (structure.types[relationship] as number) + 1;
    return this.#postings("relationships", "type", { lists, of });
  }

  /** The nodes with that label, or relationships of that type, or all, ascending; for reading once. */
  #among(kind: EntityKind, among: string | undefined): Uint32Array {
    if (among !== undefined) return kind === "nodes" ? this.withLabel(among) : this.ofType(among);
    const entities = this.#parts[kind];
    const numbers = Uint32Array.from({ length: entities.count }, (_, entity) => entity);
    return entities.deletedCount === 0 ? numbers : numbers.filter((entity) => !entities.isDeleted(entity));
  }

  #isAmong(kind: EntityKind, among: string | undefined): (entity: number) => boolean {
    return kind === "nodes" ? this.#hasLabel(among) : this.#isOfType(among);
  }

  #hasLabel(label: string | undefined): (node: number) => boolean {
    const { nodes, labels } = this.#parts;
    if (label === undefined) return (node) => !nodes.isDeleted(node);
    return (node) => !nodes.isDeleted(node) && labels.has(node, label);
  }

  #isOfType(type: string | undefined): (relationship: number) => boolean {
    const { relationships, structure } = this.#parts;
    if (type === undefined) return (relationship) => !relationships.isDeleted(relationship);
    // Looked up on each call: a type that no relationship has yet may be added later.
    return (relationship) =>
      !relationships.isDeleted(relationship) && structure.types[relationship] === structure.findType(type);
  }

  #postings(kind: EntityKind, name: string, numbers: Omit<ListNumbers, "entities">): Postings {
    const entities = this.#parts[kind];
    return this.#make(kind, name, () => new Postings({ ...numbers, entities: () => entities.count }));
  }

  #make<Made extends IndexMaintainer>(kind: EntityKind, name: string, make: () => Made): Made {
    const fullName = `${kind} ${name}`;
    // The name determines the class.
    const known = this.#made.get(fullName) as Made | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.#made.set(fullName, made);
    const { nodeMaintainers, relationshipMaintainers } = this.#parts;
    (kind === "nodes" ? nodeMaintainers : relationshipMaintainers).push(made);
    return made;
  }

  /** A structure that depends only on the values of a column: rebuilt when a new value has appeared. */
  #makeOfValues<Made extends ValueOrder | TextIndex>(
    kind: EntityKind,
    key: string,
    what: string,
    Maker: new (column: Column) => Made,
  ): Made {
    const column = this.#parts[kind].column(key);
    const name = `${what} of ${kind} ${key}`;
    const known = this.#ofValues.get(name);
    if (known?.count === column.values.length) return known.made as Made;
    const made = new Maker(column);
    this.#ofValues.set(name, { count: column.values.length, made });
    return made;
  }
}

/** A unique text for these arguments. The length of `among` keeps it unambiguous. */
function textOf(what: string, key: string, among: string | undefined): string {
  return among === undefined ? `${what} ${key}` : `${what} among ${among.length} ${among} ${key}`;
}
