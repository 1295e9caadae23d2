import { xmlText } from "./xml-text.ts";

/** Keys of nodes or relationships as ids for XML: the key itself, but for characters that XML cannot hold. */
export class UniqueXmlIds {
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** The id for `key`: always the same for one key, and never the same for two. */
  of(key: string): string {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = xmlText(key);
      while (id === "" || this.#taken.has(id)) id += "_";
      this.#taken.add(id);
      this.#ids.set(key, id);
    }
    return id;
  }
}
