import { isFloat, isInteger } from "./numbers.ts";
import { isTemporal } from "./temporal/temporal.ts";
import { Node, Path, Relationship, type Value } from "./value.ts";

const TYPE_NAMES = [
  "Null",
  "Boolean",
  "Integer",
  "Float",
  "String",
  "List",
  "Map",
  "Node",
  "Relationship",
  "Path",
  "Date",
  "LocalTime",
  "Time",
  "LocalDateTime",
  "DateTime",
  "Duration",
] as const;

/** The openCypher name of a type. */
export type TypeName = (typeof TYPE_NAMES)[number];

export function isTypeName(name: string): name is TypeName {
  return (TYPE_NAMES as readonly string[]).includes(name);
}

export function typeName(value: Value): TypeName {
  if (value === null) return "Null";
  if (typeof value === "string") return "String";
  if (typeof value === "boolean") return "Boolean";
  if (isInteger(value)) return "Integer";
  if (isFloat(value)) return "Float";
  if (Array.isArray(value)) return "List";
  if (value instanceof Node) return "Node";
  if (value instanceof Relationship) return "Relationship";
  if (value instanceof Path) return "Path";
  if (isTemporal(value)) return value.type;
  return "Map";
}

/** "a String", "an Integer". */
export function withArticle(name: TypeName | "Any"): string {
  return `${/^[AEIOU]/.test(name) ? "an" : "a"} ${name}`;
}

/** The type of `value` with its article. */
export function typeWithArticle(value: Value): string {
  return withArticle(typeName(value));
}

/** Whether `value` is a map. Lists, entities and boxed floats are not. */
export function isMap(value: Value): value is { readonly [key: string]: Value } {
  return typeof value === "object" && value !== null && typeName(value) === "Map";
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
