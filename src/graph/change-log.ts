import { LABELS, TYPE } from "./attribute-names.ts";
import type { Attributes, MultiDirectedGraph } from "./graphology.ts";
import { labelsOf, propertiesOf } from "./read-attributes.ts";

/** The net changes of a query. A property with a new value counts as one removed and one added. */
export interface Changes {
  readonly nodesAdded: number;
  readonly nodesRemoved: number;
  readonly relationshipsAdded: number;
  readonly relationshipsRemoved: number;
  readonly propertiesAdded: number;
  readonly propertiesRemoved: number;
  /** By label: the change in the number of nodes with it; negative if fewer have it than before. */
  readonly labels: ReadonlyMap<string, number>;
}

interface NodeBefore {
  /** Undefined if the node did not exist. */
  readonly attributes: Attributes | undefined;
}

interface RelationshipBefore {
  readonly attributes: Attributes | undefined;
  readonly source: string;
  readonly target: string;
}

/**
 * The state of a graph before a query: a copy of each node and relationship, taken before its first change. It is used
 * to roll the query back and to count its net changes.
 */
export class ChangeLog {
  readonly #graph: MultiDirectedGraph;
  readonly #nodes = new Map<string, NodeBefore>();
  readonly #relationships = new Map<string, RelationshipBefore>();

  constructor(graph: MultiDirectedGraph) {
    this.#graph = graph;
  }

  /**
   * Whether the query has changed the entity with this key. Such a key is not reused for a new entity, because rows may
   * still hold the deleted one.
   */
  hasTouched(kind: "node" | "relationship", key: string): boolean {
    return kind === "node" ? this.#nodes.has(key) : this.#relationships.has(key);
  }

  /** Call this before the node is created, changed or deleted. */
  touchNode(key: string): void {
    if (this.#nodes.has(key)) return;
    const exists = this.#graph.hasNode(key);
    this.#nodes.set(key, { attributes: exists ? { ...this.#graph.getNodeAttributes(key) } : undefined });
  }

  /** Call this before the relationship is created (then with its ends), changed or deleted. */
  touchRelationship(key: string, ends?: readonly [source: string, target: string]): void {
    if (this.#relationships.has(key)) return;
    const exists = this.#graph.hasEdge(key);
    const [source, target] = ends ?? this.#graph.extremities(key);
    const attributes = exists ? { ...this.#graph.getEdgeAttributes(key) } : undefined;
    this.#relationships.set(key, { attributes, source, target });
  }

  /** Restores the graph. Restored entities that had been deleted come last in its order. */
  rollBack(): void {
    const graph = this.#graph;
    for (const [key, { attributes }] of this.#relationships) {
      if (attributes === undefined && graph.hasEdge(key)) graph.dropEdge(key);
    }
    for (const [key, { attributes }] of this.#nodes) {
      if (attributes === undefined) {
        if (graph.hasNode(key)) graph.dropNode(key);
      } else if (graph.hasNode(key)) graph.replaceNodeAttributes(key, attributes);
      else graph.addNode(key, attributes);
    }
    for (const [key, { attributes, source, target }] of this.#relationships) {
      if (attributes === undefined) continue;
      if (graph.hasEdge(key)) graph.replaceEdgeAttributes(key, attributes);
      else graph.addEdgeWithKey(key, source, target, attributes);
    }
  }

  changes(): Changes {
    const graph = this.#graph;
    const nodes = [...this.#nodes].map(([key, { attributes }]) => ({
      before: attributes,
      after: graph.hasNode(key) ? graph.getNodeAttributes(key) : undefined,
    }));
    const relationships = [...this.#relationships].map(([key, { attributes }]) => ({
      before: attributes,
      after: graph.hasEdge(key) ? graph.getEdgeAttributes(key) : undefined,
    }));
    const properties = [
      ...nodes.map((change) => propertyChanges(change, LABELS)),
      ...relationships.map((change) => propertyChanges(change, TYPE)),
    ];
    return {
      nodesAdded: nodes.filter(isAdded).length,
      nodesRemoved: nodes.filter(isRemoved).length,
      relationshipsAdded: relationships.filter(isAdded).length,
      relationshipsRemoved: relationships.filter(isRemoved).length,
      propertiesAdded: properties.reduce((sum, { added }) => sum + added, 0),
      propertiesRemoved: properties.reduce((sum, { removed }) => sum + removed, 0),
      labels: labelChanges(nodes),
    };
  }
}

interface Change {
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
}

function isAdded({ before, after }: Change): boolean {
  return before === undefined && after !== undefined;
}

function isRemoved({ before, after }: Change): boolean {
  return before !== undefined && after === undefined;
}

function propertyChanges(
  { before = {}, after = {} }: Change,
  reserved: string,
): { added: number; removed: number } {
  const old = new Map(propertiesOf(before, reserved));
  const current = new Map(propertiesOf(after, reserved));
  const differs = (key: string) => !sameValue(old.get(key), current.get(key));
  return {
    added: [...current.keys()].filter((key) => !old.has(key) || differs(key)).length,
    removed: [...old.keys()].filter((key) => !current.has(key) || differs(key)).length,
  };
}

/** Compares values by their text: stored values are primitive, or objects with a `toString` that identifies them. */
function sameValue(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => sameValue(item, other[at]));
  }
  return (
    Object.is(one, other) ||
    (typeof one === "object" && typeof other === "object" && String(one) === String(other))
  );
}

function labelChanges(nodes: readonly Change[]): Map<string, number> {
  const changes = new Map<string, number>();
  const add = (attributes: Attributes | undefined, count: number) => {
    for (const label of new Set(labelsOf(attributes ?? {})))
      changes.set(label, (changes.get(label) ?? 0) + count);
  };
  for (const { before, after } of nodes) {
    add(before, -1);
    add(after, 1);
  }
  return changes;
}
