/**
 * How a property graph lies in graphology. Attributes are flat, so that every graphology tool reads them:
 * a node's labels are its attribute `labels` (an array), a relationship's type is the edge's attribute
 * `type`, and each property is an attribute of its own name. A property that is itself called `labels` (of
 * a node) or `type` (of a relationship) is written in backquotes, as Cypher quotes names; and so is one of the
 * names that an attributes object cannot have without harm.
 */
import { quotedName, unquotedName } from "./quoted-name.ts";

export const LABELS = "labels";
export const TYPE = "type";

/**
 * What an attributes object must not have: graphology writes `attributes[name] = value`, which for `__proto__` is lost
 * or gives the object another prototype, and calls `attributes.hasOwnProperty(name)`.
 */
const HARMFUL = new Set(["__proto__", "hasOwnProperty"]);

/** The attribute that holds property `key`, where `reserved` is {@link LABELS} or {@link TYPE}. */
export function attributeName(key: string, reserved: string): string {
  return quotedName(key, (name) => name === reserved || HARMFUL.has(name));
}

/** Whether a program's own graph may hold this property without the backquotes that `attributeName` gives it. */
export function mayBeUnquoted(key: string): boolean {
  return HARMFUL.has(key);
}

/** The property that attribute `name` holds; `undefined` for the reserved attribute itself. */
export function propertyKey(name: string, reserved: string): string | undefined {
  if (name === reserved) return undefined;
  return unquotedName(name, (inner) => inner === reserved || HARMFUL.has(inner));
}
