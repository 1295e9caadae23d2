/** Items in consecutive groups. */
export interface Grouped {
  readonly flat: Uint32Array;
  /** The position of each group in `flat`, followed by the total length. */
  readonly offsets: Uint32Array;
  readonly groups: readonly Uint32Array[];
  group(key: number): Uint32Array;
}

/** Stable counting sort of `items` by their keys, which are below `keyCount`. */
export function groupStable(items: Uint32Array, keys: ArrayLike<number>, keyCount: number): Grouped {
  const offsets = new Uint32Array(keyCount + 1);
  for (const item of items) {
    const after = (keys[item] as number) + 1;
    offsets[after] = (offsets[after] as number) + 1;
  }
  for (let key = 0; key < keyCount; key++) {
    offsets[key + 1] = (offsets[key + 1] as number) + (offsets[key] as number);
  }
  const flat = new Uint32Array(items.length);
  const next = offsets.slice(0, keyCount);
  for (const item of items) {
    const key = keys[item] as number;
    const at = next[key] as number;
    next[key] = at + 1;
    flat[at] = item;
  }
  const group = (key: number) => flat.subarray(offsets[key], offsets[key + 1]);
  return {
    flat,
    offsets,
    group,
    get groups() {
      return Array.from({ length: keyCount }, (_, key) => group(key));
    },
  };
}
