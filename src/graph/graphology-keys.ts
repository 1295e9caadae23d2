/**
 * Keys of nodes in graphology. Graphology keeps a node's neighbours in plain objects by their keys, and so do its
 * layouts and sigma. There `constructor`, `toString` and whatever else every object inherits look like a node that is
 * there already, and a write to `__proto__` changes all objects of the process. A node of such an id therefore has its
 * key in backquotes: everywhere but in graphology it goes by its id. Relationships need nothing of the kind, as
 * graphology keeps them in a Map.
 */
import type { MultiDirectedGraph } from "./graphology.ts";
import { isQuoted, quoted, withoutQuotes } from "./quoted-name.ts";

const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The key that the node of this id has in graphology. */
export function graphologyKey(id: string): string {
  return INHERITED.has(withoutQuotes(id)) ? quoted(id) : id;
}

/** The id of the node with this key in graphology. */
export function idOfKey(key: string): string {
  return isQuoted(key) && INHERITED.has(withoutQuotes(key)) ? key.slice(1, -1) : key;
}

/** @throws TypeError where a program's graph has a node that breaks graphology */
export function checkKeys(graph: MultiDirectedGraph): void {
  for (const key of INHERITED) if (graph.hasNode(key)) throw inheritedKey(key);
}

/**
 * To be called when a program has added a node to its graph.
 *
 * @throws TypeError where the node breaks graphology; then it is not in the graph
 */
export function checkAddedKey(graph: MultiDirectedGraph, key: string): void {
  if (!INHERITED.has(key)) return;
  graph.dropNode(key);
  throw inheritedKey(key);
}

function inheritedKey(key: string): TypeError {
  return new TypeError(
    `a node has the key ${key}, which is a member of every JavaScript object, so that graphology cannot hold its edges; ` +
      `give it the key ${graphologyKey(key)}, in backquotes: Hearsay shows it without them`,
  );
}
