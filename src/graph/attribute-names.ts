/**
 * How a property graph lies in graphology. Attributes are flat, so that every graphology tool reads them:
 * a node's labels are its attribute `labels` (an array), a relationship's type is the edge's attribute
 * `type`, and each property is an attribute of its own name. A property that is itself called `labels` (of
 * a node) or `type` (of a relationship) is written in backquotes, as Cypher quotes names; and so is one of the
 * names that an attributes object cannot have without harm.
 */
import { isQuoted, quoted, withoutQuotes } from "./quoted-name.ts";

export const LABELS = "labels";
export const TYPE = "type";

/**
 * Whether an attributes object must not have it: graphology writes `attributes[name] = value`, which for `__proto__` is
 * lost or gives the object another prototype, and calls `attributes.hasOwnProperty(name)`.
 */
function isHarmful(name: string): boolean {
  return name === "__proto__" || name === "hasOwnProperty";
}

/** The attribute that holds property `key`, where `reserved` is {@link LABELS} or {@link TYPE}. */
export function attributeName(key: string, reserved: string): string {
  const name = withoutQuotes(key);
  return name === reserved || isHarmful(name) ? quoted(key) : key;
}

/** Whether a program's own graph may hold this property without the backquotes that `attributeName` gives it. */
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
