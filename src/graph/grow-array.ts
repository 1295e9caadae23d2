/** `array`, or a larger copy with zeros at its end; it grows by doubling, so that growing one by one is cheap. */
export function growArray(array: Uint32Array, length: number): Uint32Array {
  if (length <= array.length) return array;
  const larger = new Uint32Array(Math.max(length, array.length * 2, 16));
  larger.set(array);
  return larger;
}
