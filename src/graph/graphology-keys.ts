/**
 * Keys of nodes in graphology. Graphology keeps a node's neighbours in plain objects by their keys, and so do its
 * layouts and sigma. There `constructor`, `toString` and whatever else every object inherits look like a node that is
 * there already, and a write to `__proto__` changes all objects of the process. A node of such an id therefore has its
 * key in backquotes: everywhere but in graphology it goes by its id. Relationships need nothing of the kind, as
 * graphology keeps them in a Map.
 */
import type { MultiDirectedGraph } from "./graphology.ts";
import { quotedName, unquotedName } from "./quoted-name.ts";

const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

const isInherited = (name: string) => INHERITED.has(name);

/** The key that the node of this id has in graphology. */
export function graphologyKey(id: string): string {
  return quotedName(id, isInherited);
}

/** The id of the node with this key in graphology. */
export function idOfKey(key: string): string {
  return unquotedName(key, isInherited);
}

/** @throws TypeError where a program's graph has a node that breaks graphology */
export function checkKeys(graph: MultiDirectedGraph): void {
  for (const key of INHERITED) if (graph.hasNode(key)) throw inheritedKey(key);
}

/** The same, and from then on whenever such a node is added: then it is not in the graph. */
export function watchKeys(graph: MultiDirectedGraph): void {
  checkKeys(graph);
  graph.on("nodeAdded", ({ key }) => {
    if (!isInherited(key)) return;
    graph.dropNode(key);
    throw inheritedKey(key);
  });
}

function inheritedKey(key: string): TypeError {
  return new TypeError(
    `a node has the key ${key}, which is a member of every JavaScript object, so that graphology cannot hold its edges; ` +
      `give it the key ${graphologyKey(key)}, in backquotes: Hearsay shows it without them`,
  );
}
