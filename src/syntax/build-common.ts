import { joinSpans, type Span } from "../diagnostics/span.ts";

/**
 * What the grammar's postprocessors share. nearley hands each one an array with an entry for every symbol of
 * its rule: a {@link Token}, what another postprocessor made, or null for a part marked `:?` that is absent.
 */

/** The start of a list: its first item, after what opens it. */
export function single<Item>(parts: [...unknown[], Item]): Item[] {
  return [parts.at(-1) as Item];
}

/** `list separator item`, or with more between them: the last is the new item. */
export function append<Item>(parts: [Item[], ...unknown[]]): Item[] {
  return grown(parts[0], parts.at(-1) as Item);
}

/**
 * The list with one item more. It grows in place, since a copy for each item would take n² steps: what a rule
 * was handed belongs to it alone, and the shorter list is not needed again.
 */
export function grown<Item>(list: readonly Item[], item: Item): Item[] {
  const own = list as Item[];
  own.push(item);
  return own;
}

/** What follows a keyword: `WHERE expression` → the expression. */
export function last<Item>(parts: [...unknown[], Item]): Item {
  return parts.at(-1) as Item;
}

/** The span from the first to the last of `parts` that is there; lists count by their members. */
export function spanOf(...parts: readonly unknown[]): Span {
  return spanOfAll(parts) ?? { start: 0, end: 0 };
}

function spanOfAll(parts: readonly unknown[]): Span | undefined {
  let span: Span | undefined;
  for (const part of parts) {
    const next = Array.isArray(part) ? spanOfAll(part) : isSpanned(part);
    if (next !== undefined) span = span === undefined ? next : joinSpans(span, next);
  }
  return span;
}

function isSpanned(part: unknown): Span | undefined {
  if (typeof part !== "object" || part === null) return undefined;
  if ("span" in part) return part.span as Span;
  return "start" in part && "end" in part ? { start: Number(part.start), end: Number(part.end) } : undefined;
}
