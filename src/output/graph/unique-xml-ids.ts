import { xmlText } from "./xml-text.ts";

/** Ids in XML for keys of nodes or relationships: the key itself, without characters that XML cannot represent. */
export class UniqueXmlIds {
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  /**
   * The id for `key`: always the same for one key, and different for different keys.
   *
   * @param text the text to make the id from, if it is not the key
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
