import type { MultiDirectedGraph } from "./graphology.ts";
import { checkAddedKey, checkKeys, idOfKey } from "./graphology-keys.ts";

/** The number of changes remembered. A reader that is further behind must read the whole graph. */
const LOG_SIZE = 1 << 18;

/** Keys of entities that were created, changed or deleted, in any combination. */
export interface ChangedKeys {
  /** Ids of nodes. */
  readonly nodes: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
}

/**
 * Tracks all changes to a graph through graphology's events, including those made outside the engine: a version number
 * that increases with each change, and the entities of the most recent changes.
 */
export class GraphChanges {
  #version = 0;
  /** The latest version at which any entity may have changed. */
  #wholeAt = 0;
  /** A ring buffer: the change that led to version `v` is at `(v - 1) % LOG_SIZE`. */
  readonly #keys: string[] = [];
  readonly #isNode: boolean[] = [];

  /** @throws TypeError if the graph has a node that breaks graphology, see `graphology-keys.ts` */
  constructor(graph: MultiDirectedGraph) {
    checkKeys(graph);
    const node = ({ key }: { readonly key: string }) => this.#touch(idOfKey(key), true);
    const relationship = ({ key }: { readonly key: string }) => this.#touch(key, false);
    const whole = () => {
      this.#wholeAt = ++this.#version;
    };
    graph.on("nodeAdded", ({ key }) => {
      checkAddedKey(graph, key);
      node({ key });
    });
    for (const event of ["nodeDropped", "nodeAttributesUpdated"] as const) graph.on(event, node);
    for (const event of ["edgeAdded", "edgeDropped", "edgeAttributesUpdated"] as const)
      graph.on(event, relationship);
    for (const event of [
      "cleared",
      "edgesCleared",
      "eachNodeAttributesUpdated",
      "eachEdgeAttributesUpdated",
    ] as const)
      graph.on(event, whole);
  }

  /** Increases with each change. */
  get version(): number {
    return this.#version;
  }

  /** The entities changed after `version`, in the order of their first change; undefined if that is no longer known. */
  since(version: number): ChangedKeys | undefined {
    if (version < this.#wholeAt || this.#version - version > LOG_SIZE) return undefined;
    const nodes = new Set<string>();
    const relationships = new Set<string>();
    for (let at = version; at < this.#version; at++) {
      const key = this.#keys[at % LOG_SIZE] as string;
      if (this.#isNode[at % LOG_SIZE]) nodes.add(key);
      else relationships.add(key);
    }
    return { nodes, relationships };
  }

  #touch(key: string, isNode: boolean): void {
    const at = this.#version++ % LOG_SIZE;
    this.#keys[at] = key;
    this.#isNode[at] = isNode;
  }
}

const CHANGES = new WeakMap<MultiDirectedGraph, GraphChanges>();

/**
 * The change tracker of a graph. All callers share one, so a graph has one set of listeners, whatever the number of
 * engines.
 */
export function changesOf(graph: MultiDirectedGraph): GraphChanges {
  const known = CHANGES.get(graph);
  if (known !== undefined) return known;
  const changes = new GraphChanges(graph);
  CHANGES.set(graph, changes);
  return changes;
}
