import { joinSpans, type Span } from "../diagnostics/span.ts";

/**
 * Helpers of the grammar's postprocessors. nearley passes each postprocessor an array with an entry for every symbol of
 * its rule: a {@link Token}, the result of another postprocessor, or null for a missing optional (`:?`) part.
 */

/** A list of one item, the last part of the rule: parts before it are delimiters. */
export function single<Item>(parts: [...unknown[], Item]): Item[] {
  return [parts.at(-1) as Item];
}

/** `list separator item`: appends the last part; there may be several separators. */
export function append<Item>(parts: [Item[], ...unknown[]]): Item[] {
  return grown(parts[0], parts.at(-1) as Item);
}

/**
 * Appends an item and returns the list. The list is changed in place, since a copy for each item would take n² steps:
 * only this rule holds the list, and the shorter list is not needed again.
 */
export function grown<Item>(list: readonly Item[], item: Item): Item[] {
  const own = list as Item[];
  own.push(item);
  return own;
}

/** The last part of a rule: `WHERE expression` → the expression. */
export function last<Item>(parts: [...unknown[], Item]): Item {
  return parts.at(-1) as Item;
}

/** The smallest span that contains all `parts`. Missing parts are skipped; a list counts as its items. */
export function spanOf(...parts: readonly unknown[]): Span {
  return spanOfAll(parts) ?? { start: 0, end: 0 };
}

function spanOfAll(parts: readonly unknown[]): Span | undefined {
  let span: Span | undefined;
  for (const part of parts) {
    const next = Array.isArray(part) ? spanOfAll(part) : spanOfPart(part);
    if (next !== undefined) span = span === undefined ? next : joinSpans(span, next);
  }
  return span;
}

function spanOfPart(part: unknown): Span | undefined {
  if (typeof part !== "object" || part === null) return undefined;
  if ("span" in part) return part.span as Span;
  return "start" in part && "end" in part ? { start: Number(part.start), end: Number(part.end) } : undefined;
}
