import { isTemporal } from "../values/temporal/temporal.ts";
import { isList } from "../values/type-name.ts";
import type { Value } from "../values/value.ts";
import { valueText } from "../values/value-text.ts";

/** A property as text; `undefined` if it has no value. */
export function optionalText(value: Value | undefined): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (typeof value === "string") return value;
  return isTemporal(value) ? String(value) : valueText(value);
}

/** A property that may be one value or a list of values, as texts. */
export function texts(value: Value | undefined): string[] {
  const items: readonly (Value | undefined)[] = value !== undefined && isList(value) ? value : [value];
  return items.flatMap((item) => optionalText(item) ?? []);
}
