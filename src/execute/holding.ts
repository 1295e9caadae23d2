/**
 * The memory that a value holds, of what the query has allocated. Values share memory: two rows with the same list, a
 * list in another list, the items of a list. Bytes that are kept are therefore taken out, so that they count once.
 */
export interface Holding {
  /** Bytes allocated for this value alone. */
  bytes: number;
  /** Holdings of other values that this one shares. */
  readonly parts: readonly Holding[];
  /** For an item of a list: the holding of the list, which includes the item's bytes. */
  readonly within: Holding | undefined;
}

export const NO_PARTS: readonly Holding[] = [];

/** All bytes that a value holds and that are not kept yet. */
export function heldBytes({ bytes, parts, within }: Holding): number {
  if (within !== undefined) return Math.min(bytes, heldBytes(within));
  return parts.length === 0 ? bytes : parts.reduce((sum, part) => sum + heldBytes(part), bytes);
}

/** Returns {@link heldBytes} and marks them as kept. */
export function takeBytes(holding: Holding): number {
  if (holding.within === undefined && holding.parts.length === 0) {
    const { bytes } = holding;
    holding.bytes = 0;
    return bytes;
  }
  const bytes = heldBytes(holding);
  takeOut(holding, bytes);
  return bytes;
}

function takeOut(holding: Holding, bytes: number): void {
  if (holding.within !== undefined) takeOut(holding.within, bytes);
  let left = bytes;
  for (const part of holding.parts) {
    const taken = Math.min(left, heldBytes(part));
    takeOut(part, taken);
    left -= taken;
  }
  holding.bytes = Math.max(0, holding.bytes - left);
}
