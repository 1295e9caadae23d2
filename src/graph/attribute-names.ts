/**
 * The layout of a property graph in graphology. Attributes are flat, so that every graphology tool reads them: a node's
 * labels are its attribute `labels` (an array), a relationship's type is the edge's attribute `type`, and each property
 * is an attribute with the property's name. Two kinds of property names are written in backquotes, as Cypher quotes
 * names: `labels` (of a node) or `type` (of a relationship), and names that are harmful in an attributes object.
 */
import { isQuoted, quoted, withoutQuotes } from "./quoted-name.ts";

export const LABELS = "labels";
export const TYPE = "type";

/**
 * Whether the name must not occur in an attributes object. Graphology writes `attributes[name] = value`, which for
 * `__proto__` loses the value or replaces the object's prototype; and it calls `attributes.hasOwnProperty(name)`.
 */
function isHarmful(name: string): boolean {
  return name === "__proto__" || name === "hasOwnProperty";
}

/** The attribute that holds property `key`. `reserved` is {@link LABELS} or {@link TYPE}. */
export function attributeName(key: string, reserved: string): string {
  const name = withoutQuotes(key);
  return name === reserved || isHarmful(name) ? quoted(key) : key;
}

/** Whether a graph made by a program may hold this property without the backquotes that `attributeName` adds. */
export function mayBeUnquoted(key: string): boolean {
  return isHarmful(key);
}

/** The property that attribute `name` holds; `undefined` for the reserved attribute itself. */
export function propertyKey(name: string, reserved: string): string | undefined {
  if (name === reserved) return undefined;
  if (!isQuoted(name)) return name;
  const inner = withoutQuotes(name);
  return inner === reserved || isHarmful(inner) ? name.slice(1, -1) : name;
}
