/** How much of a value is written for people: what is left out is counted, as in `[1, 2, … 999,998 more]`. */
export interface TextRoom {
  /** How many items of lists, entries of maps and steps of paths may still be written, of all that the value holds. */
  items: number;
}

/** Longer texts are cut for people. */
const MAX_CHARACTERS = 10_000;
const MAX_ITEMS = 100;

/** Room for one cell. */
export function cellRoom(): TextRoom {
  return { items: MAX_ITEMS };
}

/** The first items, as many as there is room for. */
export function firstItems<Item>(items: readonly Item[], room: TextRoom | undefined): readonly Item[] {
  if (room === undefined) return items;
  const first = items.slice(0, Math.max(0, room.items));
  room.items -= first.length;
  return first;
}

/** The items side by side, as many as there is room for, and the number of the others. */
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

/** A text for people: the beginning of a long one. */
export function shortText(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  return `${text.slice(0, MAX_CHARACTERS)}… ${moreText(text.length - MAX_CHARACTERS)}`;
}
