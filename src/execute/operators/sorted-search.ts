/** The first position from `first` up to `last` whose value is not less than `wanted`; `last` if there is none. */
export function firstNotBelow(values: Uint32Array, first: number, last: number, wanted: number): number {
  let low = first;
  let high = last;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Same as {@link firstNotBelow}, for a position that is probably near `first`: steps of doubling length, then a binary
 * search inside the last step. Repeated from position to position, it traverses a long list in the time of a short one.
 */
export function gallop(values: Uint32Array, first: number, last: number, wanted: number): number {
  let step = 1;
  let low = first;
  while (low + step < last && (values[low + step] as number) < wanted) {
    low += step;
    step *= 2;
  }
  return firstNotBelow(values, low, Math.min(last, low + step + 1), wanted);
}

/** The number of entries that a binary search among `count` entries reads. */
export function searchLength(count: number): number {
  return 32 - Math.clz32(count);
}
