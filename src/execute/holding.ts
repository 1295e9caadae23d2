/**
 * What a value holds of what the query has made. Values share what they hold: two rows with the same list, a list in
 * another one, the items of a list. What has been kept once is therefore taken out, and not counted again.
 */
export interface Holding {
  /** What was made for this value alone. */
  bytes: number;
  /** What other values hold that this one holds as well. */
  readonly parts: readonly Holding[];
  /** For an item of a list: what the list holds, which the item's bytes are a share of. */
  readonly within: Holding | undefined;
}

export const NO_PARTS: readonly Holding[] = [];

/** All bytes that a value holds and nobody has kept. */
export function heldBytes({ bytes, parts, within }: Holding): number {
  if (within !== undefined) return Math.min(bytes, heldBytes(within));
  return parts.length === 0 ? bytes : parts.reduce((sum, part) => sum + heldBytes(part), bytes);
}

/** {@link heldBytes}, which are kept from now on. */
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
