/**
 * How a property graph lies in graphology. Attributes are flat, so that every graphology tool reads them:
 * a node's labels are its attribute `labels` (an array), a relationship's type is the edge's attribute
 * `type`, and each property is an attribute of its own name. A property that is itself called `labels` (of
 * a node) or `type` (of a relationship) is written in backquotes, as Cypher quotes names.
 */
export const LABELS = "labels";
export const TYPE = "type";

/** The attribute that holds property `key`, where `reserved` is {@link LABELS} or {@link TYPE}. */
export function attributeName(key: string, reserved: string): string {
  return unquoted(key) === reserved ? `\`${key}\`` : key;
}

/** The property that attribute `name` holds; `undefined` for the reserved attribute itself. */
export function propertyKey(name: string, reserved: string): string | undefined {
  if (name === reserved) return undefined;
  return name.startsWith("`") && unquoted(name) === reserved ? name.slice(1, -1) : name;
}

function unquoted(name: string): string {
  return name.replace(/^`+|`+$/g, "");
}
