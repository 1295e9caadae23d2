import type { TypeName } from "../values/type-name.ts";

/**
 * The type of a value, as far as it is known at compile time. Every type includes null. `Any` is an unknown type. A
 * list type includes the type of its items.
 */
export type StaticType =
  | { readonly kind: "Any" | Exclude<TypeName, "List"> }
  | { readonly kind: "List"; readonly item: StaticType };

export const ANY: StaticType = { kind: "Any" };
export const NULL: StaticType = { kind: "Null" };

export function simpleType(kind: Exclude<TypeName, "List"> | "Any"): StaticType {
  return { kind };
}

export function listType(item: StaticType): StaticType {
  return { kind: "List", item };
}

/** The type of a value that has one of two types. */
export function joinTypes(one: StaticType, other: StaticType): StaticType {
  if (one.kind === "Null") return other;
  if (other.kind === "Null") return one;
  if (one.kind === "List" && other.kind === "List") return listType(joinTypes(one.item, other.item));
  return one.kind === other.kind ? one : ANY;
}

/** Whether a value of this type may be one of `kinds` or null. False only if that is impossible. */
export function mayBe(type: StaticType, kinds: readonly TypeName[]): boolean {
  return type.kind === "Any" || type.kind === "Null" || kinds.includes(type.kind);
}
