import { LABELS, propertyKey, TYPE } from "./attribute-names.ts";
import type { Attributes } from "./graphology.ts";

/** A node's labels, from its graphology attributes. */
export function labelsOf(attributes: Attributes): readonly string[] {
  const labels: unknown = attributes[LABELS];
  if (Array.isArray(labels)) return labels.filter((label) => typeof label === "string");
  return typeof labels === "string" ? [labels] : [];
}

/** A relationship's type, from its graphology attributes; `RELATED_TO` if it has none. */
export function typeOf(attributes: Attributes): string {
  const type: unknown = attributes[TYPE];
  return typeof type === "string" && type !== "" ? type : "RELATED_TO";
}

/** The properties among the attributes of a node ({@link LABELS}) or a relationship ({@link TYPE}). */
export function* propertiesOf(
  attributes: Attributes,
  reserved: string,
): Iterable<[key: string, value: unknown]> {
  for (const name of Object.keys(attributes)) {
    const key = propertyKey(name, reserved);
    if (key !== undefined) yield [key, attributes[name]];
  }
}

/** The display name of a node: its `name`, or its `title`, or its key. */
export function nameOf(key: string, attributes: Readonly<Record<string, unknown>>): string {
  for (const name of [attributes["name"], attributes["title"]]) {
    if (typeof name === "string" && name.trim() !== "") return name;
  }
  return key;
}
