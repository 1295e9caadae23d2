import { attributeName, mayBeUnquoted, propertyKey } from "../graph/attribute-names.ts";
import type { Column } from "../graph/column.ts";
import type { Attributes } from "../graph/graphology.ts";
import { propertiesOf } from "../graph/read-attributes.ts";
import { fromJavaScript } from "../values/from-javascript.ts";
import type { Value, ValueMap } from "../values/value.ts";

/**
 * The property `key` from attributes.
 *
 * @throws CypherError if its value has no Cypher counterpart
 */
export function readProperty(attributes: Attributes, key: string, reserved: string): Value {
  const name = attributeName(key, reserved);
  if (Object.hasOwn(attributes, name)) return fromJavaScript(attributes[name]);
  return mayBeUnquoted(key) && Object.hasOwn(attributes, key) ? fromJavaScript(attributes[key]) : null;
}

/** All properties from attributes, in their order. */
export function readProperties(attributes: Attributes, reserved: string): ValueMap {
  const map: Record<string, Value> = Object.create(null);
  for (const [key, value] of propertiesOf(attributes, reserved)) {
    const converted = fromJavaScript(value);
    if (converted !== null) map[key] = converted;
  }
  return map;
}

/** The keys of all properties of any of these attributes. */
export function collectKeys(all: Iterable<Attributes | undefined>, reserved: string): Set<string> {
  const keys = new Set<string>();
  for (const attributes of all) {
    for (const name in attributes) {
      const key = propertyKey(name, reserved);
      if (key !== undefined) keys.add(key);
    }
  }
  return keys;
}

/** All properties of an entity, in the order of the columns. */
export function columnProperties(columns: ReadonlyMap<string, Column>, entity: number): ValueMap {
  const map: Record<string, Value> = Object.create(null);
  for (const [key, column] of columns) {
    const value = column.valueOf(entity);
    if (value !== null) map[key] = value;
  }
  return map;
}
