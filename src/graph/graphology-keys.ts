/**
 * Keys of nodes in graphology. Graphology, its layouts and sigma store nodes in plain objects by key. There, names that
 * every object inherits, such as `constructor` and `toString`, look like existing nodes, and a write to `__proto__`
 * changes all objects of the process. A node with such an id therefore has its key in backquotes in graphology;
 * everywhere else its id is used. Relationships need no such conversion, because graphology stores them in a Map.
 */
import type { MultiDirectedGraph } from "./graphology.ts";
import { isQuoted, quoted, withoutQuotes } from "./quoted-name.ts";

const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The graphology key of the node with this id. */
export function graphologyKey(id: string): string {
  return INHERITED.has(withoutQuotes(id)) ? quoted(id) : id;
}

/** The id of the node with this key in graphology. */
export function idOfKey(key: string): string {
  return isQuoted(key) && INHERITED.has(withoutQuotes(key)) ? key.slice(1, -1) : key;
}

/** @throws TypeError if a program's graph has a node that breaks graphology */
export function checkKeys(graph: MultiDirectedGraph): void {
  for (const key of INHERITED) if (graph.hasNode(key)) throw inheritedKey(key);
}

/**
 * Call this after a program has added a node to its graph.
 *
 * @throws TypeError if the node breaks graphology; it is then removed from the graph
 */
export function checkAddedKey(graph: MultiDirectedGraph, key: string): void {
  if (!INHERITED.has(key)) return;
  graph.dropNode(key);
  throw inheritedKey(key);
}

function inheritedKey(key: string): TypeError {
  return new TypeError(
    `a node has the key ${key}, which is a member of every JavaScript object, so graphology cannot store its edges; ` +
      `use the key ${graphologyKey(key)}, in backquotes: Hearsay shows it without them`,
  );
}
