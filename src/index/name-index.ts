import { foldName } from "../graph/fold-name.ts";
import type { GraphIndex } from "./graph-index.ts";

/** Canonical names by any name: how `("Kiev")` finds the node that is called Kyiv. */
export class NameIndex {
  readonly #namesByFolded = new Map<string, Set<string>>();
  readonly #known = new Set<string>();

  /** Reads `name` and `aliases` of every node. */
  constructor(index: GraphIndex) {
    for (let node = 0; node < index.nodeCount; node++) {
      const name = index.nodeProperty(node, "name");
      if (typeof name !== "string") continue;
      const aliases = index.nodeProperty(node, "aliases");
      for (const text of [name, ...(Array.isArray(aliases) ? aliases : [])]) {
        if (typeof text === "string") this.#add(text, name);
      }
    }
  }

  #add(text: string, name: string): void {
    this.#known.add(text);
    const folded = foldName(text);
    const names = this.#namesByFolded.get(folded);
    if (names === undefined) this.#namesByFolded.set(folded, new Set([name]));
    else names.add(name);
  }

  /** The canonical names of all nodes that `text` names, without regard to case and diacritics. */
  resolve(text: string): string[] {
    return [...(this.#namesByFolded.get(foldName(text)) ?? [])];
  }

  /** Every name and alias. */
  known(): ReadonlySet<string> {
    return this.#known;
  }
}
