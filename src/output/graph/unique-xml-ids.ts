import { xmlText } from "./xml-text.ts";

/** Keys of nodes or relationships as ids for XML: the key itself, but for characters that XML cannot hold. */
export class UniqueXmlIds {
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  /**
   * The id for `key`: always the same for one key, and never the same for two.
   *
   * @param text what to make it of, where that is not the key
   */
  of(key: string, text = key): string {
    let id = this.#ids.get(key);
    if (id === undefined) {
      id = xmlText(text);
      while (id === "" || this.#taken.has(id)) id += "_";
      this.#taken.add(id);
      this.#ids.set(key, id);
    }
    return id;
  }
}
