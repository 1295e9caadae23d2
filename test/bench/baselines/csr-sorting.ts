/** Items in groups one after the other. */
export interface Grouped {
  readonly flat: Uint32Array;
  /** Where each group begins in `flat`; one more than there are groups. */
  readonly offsets: Uint32Array;
  readonly groups: readonly Uint32Array[];
  group(key: number): Uint32Array;
}

/** Counting sort of `items` by the key of each, which is below `keyCount`; items of one key keep their order. */
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
