/** The number of bytes to decode at once. The texts of one piece share its memory. */
const PIECE = 16_384;

/**
 * Decodes consecutive UTF-8 texts: text n is at `offsets[n]` (inclusive) to `offsets[n + 1]` (exclusive). Decoding many
 * at once and slicing takes a tenth of the time of decoding each.
 *
 * @throws TypeError if the bytes are not UTF-8
 */
export function decodeTexts(bytes: Uint8Array, offsets: Uint32Array | Int32Array, count: number): string[] {
  const texts = new Array<string>(count);
  for (let first = 0; first < count; ) {
    const start = offsets[first] as number;
    let last = first + 1;
    while (last < count && (offsets[last + 1] as number) - start <= PIECE) last++;
    const part = bytes.subarray(start, offsets[last]);
    const text = DECODER.decode(part);
    if (text.length === part.length) {
      for (let number = first; number < last; number++) {
        texts[number] = text.slice(
          (offsets[number] as number) - start,
          (offsets[number + 1] as number) - start,
        );
      }
    } else {
      let at = 0;
      for (let number = first; number < last; number++) {
        const length = lengthInUtf16(bytes, offsets[number] as number, offsets[number + 1] as number);
        texts[number] = text.slice(at, at + length);
        at += length;
      }
    }
    first = last;
  }
  return texts;
}

const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The length in UTF-16 code units. The first byte of a character counts one, or two if the character has four bytes;
 * continuation bytes count zero.
 */
function lengthInUtf16(bytes: Uint8Array, start: number, end: number): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte < 0x80 || byte >= 0xc0) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}
