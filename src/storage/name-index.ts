import type { Column } from "../graph/column.ts";
import { foldName } from "../graph/fold-name.ts";
import type { GraphIndex } from "./graph-index.ts";

/** Maps a name or alias to canonical names: how `("Kiev")` finds the node named Kyiv. */
export class NameIndex {
  readonly #namesByFolded = new Map<string, Set<string>>();
  readonly #known = new Set<string>();
  /** The columns read, and their versions at that time. */
  readonly #read: readonly { readonly column: Column; readonly version: number }[];

  /** Reads `name` and `aliases` of every node. */
  constructor(index: GraphIndex) {
    const columns = columnsOf(index);
    const [names, aliases] = columns;
    for (let node = 0; node < index.nodeCount; node++) {
      const name = names.valueOf(node);
      if (typeof name !== "string") continue;
      const others = aliases.valueOf(node);
      for (const text of [name, ...(Array.isArray(others) ? others : [])]) {
        if (typeof text === "string") this.#add(text, name);
      }
    }
    this.#read = columns.map((column) => ({ column, version: column.version }));
  }

  /** Whether the names are those of the current state of `index`. */
  isUpToDate(index: GraphIndex): boolean {
    const columns = columnsOf(index);
    return this.#read.every(
      ({ column, version }, at) => column === columns[at] && version === column.version,
    );
  }

  #add(text: string, name: string): void {
    this.#known.add(text);
    const folded = foldName(text);
    const names = this.#namesByFolded.get(folded);
    if (names === undefined) this.#namesByFolded.set(folded, new Set([name]));
    else names.add(name);
  }

  /** The canonical names of all nodes with the name or alias `text`, ignoring case and diacritics. */
  resolve(text: string): string[] {
    return [...(this.#namesByFolded.get(foldName(text)) ?? [])];
  }

  /** Every name and alias. */
  known(): ReadonlySet<string> {
    return this.#known;
  }
}

function columnsOf(index: GraphIndex): readonly [names: Column, aliases: Column] {
  return [index.nodeColumn("name"), index.nodeColumn("aliases")];
}
