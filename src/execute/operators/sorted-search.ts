/** The first position from `first` up to `last` whose value is not less than `wanted`; `last` where there is none. */
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
 * As {@link firstNotBelow}, for a position that is thought to be near `first`: steps of doubling length, then a
 * search inside the last one. Going on from place to place, a long list is passed in the time of a short one.
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

/** How many entries a search among `count` looks at. */
export function searchLength(count: number): number {
  return 32 - Math.clz32(count);
}
