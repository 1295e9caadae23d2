import { CypherError } from "../../src/diagnostics/cypher-error.ts";
import type { Engine } from "../../src/engine.ts";
import { GraphIndex } from "../../src/storage/graph-index.ts";

/** Names that a statement has. */
export interface Names {
  readonly keys: Iterable<string>;
  /** Also types. */
  readonly labels: Iterable<string>;
}

/**
 * Makes all that any query could have an engine's index make, so that from then on nothing is read from the graph
 * itself any more: every column, list, order, text index, count and adjacency.
 *
 * @param names what else there may be, beside what the graph has
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
  // The values that are remembered.
  for (let node = 0; node < index.nodeCount; node++) whereReadable(() => index.node(node));
  for (let one = 0; one < index.relationshipCount; one++) whereReadable(() => index.relationship(one));
}

/** Leaves out properties that have no counterpart in Cypher. */
function whereReadable(build: () => void): void {
  try {
    build();
  } catch (error) {
    if (!(error instanceof CypherError)) throw error;
  }
}

/** The index that an engine keeps, caught while the engine looks whether it is up to date. */
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
  if (found === undefined) throw new Error("the engine has not asked its index for its version");
  return found;
}
