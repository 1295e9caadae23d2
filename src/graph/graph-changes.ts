import type { MultiDirectedGraph } from "./graphology.ts";
import { checkAddedKey, checkKeys, idOfKey } from "./graphology-keys.ts";

/** So many changes are remembered; whoever is further behind reads the whole graph again. */
const LOG_SIZE = 1 << 18;

/** What has been created, changed or deleted: whatever became of it since. */
export interface TouchedKeys {
  /** Ids of nodes. */
  readonly nodes: ReadonlySet<string>;
  readonly relationships: ReadonlySet<string>;
}

/**
 * What happens to a graph, whoever does it, as graphology tells: a number that grows with each change, and which
 * entities the last changes were to.
 */
export class GraphChanges {
  #version = 0;
  /** The version at which everything may have changed. */
  #wholeAt = 0;
  /** A ring: the change that led to version `v` stands at `(v - 1) % LOG_SIZE`. */
  readonly #keys: string[] = [];
  readonly #isNode: boolean[] = [];

  /** @throws TypeError where the graph has a node that breaks graphology, see `graphology-keys.ts` */
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

  /** Grows with each change. */
  get version(): number {
    return this.#version;
  }

  /** What was touched after `version`, in the order of first touch; undefined where that is not known any more. */
  since(version: number): TouchedKeys | undefined {
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

/** The changes of a graph: one log for all that ask, so that a graph has one set of listeners however many engines. */
export function changesOf(graph: MultiDirectedGraph): GraphChanges {
  const known = CHANGES.get(graph);
  if (known !== undefined) return known;
  const changes = new GraphChanges(graph);
  CHANGES.set(graph, changes);
  return changes;
}
