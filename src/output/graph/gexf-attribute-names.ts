import { xmlText } from "./xml-text.ts";

/**
 * Names with a special meaning for readers of GEXF: an attribute of that name would overwrite a node's id (Gephi),
 * its label or position (graphology), or raise an error (NetworkX passes attributes as keyword arguments, which clash
 * with the parameters of its methods, such as `self`).
 */
const RESERVED = new Set(
  (
    "id label kind type weight source target pid for viz color size x y z position shape thickness " +
    "timeset interval spells parents slices mode key networkx_key self node_for_adding u_for_edge v_for_edge"
  ).split(" "),
);

/**
 * Names of GEXF attributes for property keys; use one instance for nodes and one for relationships. A key that is
 * reserved, or that differs from an earlier one only in case (Gephi ignores case), gets underscores at its end: the
 * qualifier `label` becomes the attribute `label_`.
 */
export class GexfAttributeNames {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set(RESERVED);

  /** The attribute name for property `key`; always the same for one key. */
  of(key: string): string {
    let name = this.#names.get(key);
    if (name === undefined) {
      name = xmlText(key).trim();
      while (name === "" || name in Object.prototype || this.#taken.has(name.toLowerCase())) name += "_";
      this.#taken.add(name.toLowerCase());
      this.#names.set(key, name);
    }
    return name;
  }
}
