/**
 * A limit on the part of a value that is written for people. Omitted parts are counted, as in `[1, 2, … 999,998 more]`.
 */
export interface TextRoom {
  /** The number of list items, map entries and path steps that may still be written, in the whole value. */
  items: number;
}

/** Longer texts are truncated for people. */
const MAX_CHARACTERS = 10_000;
const MAX_ITEMS = 100;

/** The limit for one cell. */
export function cellRoom(): TextRoom {
  return { items: MAX_ITEMS };
}

/** The first items, up to the limit, which is reduced by their number. */
export function firstItems<Item>(items: readonly Item[], room: TextRoom | undefined): readonly Item[] {
  if (room === undefined) return items;
  const first = items.slice(0, Math.max(0, room.items));
  room.items -= first.length;
  return first;
}

/** The items separated by commas, up to the limit, and the number of omitted ones. */
export function itemsText<Item>(
  items: readonly Item[],
  write: (item: Item) => string,
  room: TextRoom | undefined,
): string {
  const texts = firstItems(items, room).map(write);
  const left = items.length - texts.length;
  if (left > 0) texts.push(`… ${moreText(left)}`);
  return texts.join(", ");
}

export function moreText(count: number): string {
  return `${count.toLocaleString("en")} more`;
}

/** A text for people: long ones are truncated. */
export function shortText(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  return `${text.slice(0, MAX_CHARACTERS)}… ${moreText(text.length - MAX_CHARACTERS)}`;
}
