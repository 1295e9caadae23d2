import type { TypeName } from "../values/type-name.ts";

/**
 * What is known at compile time of the type of a value. Every type includes null. `Any` is what nothing is
 * known of; of a list's items as much is known as of any value.
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

/** What holds of a value that is of the one type or of the other. */
export function joinTypes(one: StaticType, other: StaticType): StaticType {
  if (one.kind === "Null") return other;
  if (other.kind === "Null") return one;
  if (one.kind === "List" && other.kind === "List") return listType(joinTypes(one.item, other.item));
  return one.kind === other.kind ? one : ANY;
}

/** Whether a value of this type may be one of `kinds`: false only where it surely is none of them, and not null. */
export function mayBe(type: StaticType, kinds: readonly TypeName[]): boolean {
  return type.kind === "Any" || type.kind === "Null" || kinds.includes(type.kind);
}
