/** Returns `array`, or a larger copy padded with zeros. The capacity doubles, so growing one by one is cheap. */
export function growArray(array: Uint32Array, length: number): Uint32Array {
  if (length <= array.length) return array;
  const larger = new Uint32Array(Math.max(length, array.length * 2, 16));
  larger.set(array);
  return larger;
}
