import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import type { Engine } from "../../src/engine.ts";
import { GraphIndex } from "../../src/storage/graph-index.ts";

/** The names in a statement. */
export interface Names {
  readonly keys: Iterable<string>;
  /** Labels and relationship types. */
  readonly labels: Iterable<string>;
}

/**
 * Builds every part of an engine's index that a query could need, so that later queries do not read the graph itself:
 * all columns, lists, orders, text indexes, counts and adjacency lists.
 *
 * @param names further names to index, which need not be in the graph
 */
export function buildIndexes(engine: Engine, names: Names): void {
  const index = indexOf(engine);
  const labels = [...new Set([...index.labels(), ...names.labels]), undefined];
  const types = [...new Set([...index.relationshipTypes(), ...names.labels]), undefined];
  for (const label of labels) index.nodesWithLabel(label);
  for (const type of types) {
    index.relationshipsOfType(type);
    index.adjacency("outgoing", type);
    index.adjacency("incoming", type);
    index.distinctStarts(type);
    index.distinctEnds(type);
    index.hasLoops(type);
  }
  for (const key of new Set([...index.propertyKeys(), ...names.keys])) {
    whereReadable(() => {
      index.nodeColumn(key).codeOf(0);
      for (const label of labels) {
        index.nodesByCode(key, label);
        index.nodesByOrder(key, label).entities.at(0);
      }
      index.nodeTextIndex(key);
    });
    whereReadable(() => {
      index.relationshipColumn(key).codeOf(0);
      for (const type of types) {
        index.relationshipsByCode(key, type);
        index.relationshipsByOrder(key, type).entities.at(0);
      }
      index.relationshipTextIndex(key);
    });
  }
  // The cached values.
  for (let node = 0; node < index.nodeCount; node++) whereReadable(() => index.node(node));
  for (let one = 0; one < index.relationshipCount; one++) whereReadable(() => index.relationship(one));
}

/** Skips properties whose values have no Cypher counterpart. */
function whereReadable(build: () => void): void {
  try {
    build();
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
  }
}

/** The index of an engine, captured when the engine checks whether it is up to date. */
function indexOf(engine: Engine): GraphIndex {
  engine.run("RETURN 1");
  const version = Object.getOwnPropertyDescriptor(GraphIndex.prototype, "version");
  let found: GraphIndex | undefined;
  Object.defineProperty(GraphIndex.prototype, "version", {
    configurable: true,
    get(this: GraphIndex) {
      found ??= this;
      return version?.get?.call(this);
    },
  });
  try {
    engine.run("RETURN 1");
  } finally {
    if (version !== undefined) Object.defineProperty(GraphIndex.prototype, "version", version);
  }
  if (found === undefined) throw new Error("the engine did not read the version of its index");
  return found;
}
