/**
 * Texts → their concatenated UTF-8 bytes, and the offset of each text, plus the end of the last. A lone surrogate,
 * which is not valid Unicode, becomes U+FFFD.
 */
export function encodeTexts(texts: readonly string[]): { bytes: Uint8Array; offsets: Int32Array } {
  const encoder = new TextEncoder();
  const offsets = new Int32Array(texts.length + 1);
  let bytes = new Uint8Array(1024);
  let end = 0;
  for (const [number, text] of texts.entries()) {
    // A UTF-16 unit takes at most three bytes.
    const most = end + text.length * 3;
    if (most > bytes.length) {
      const larger = new Uint8Array(Math.max(most, bytes.length * 2));
      larger.set(bytes);
      bytes = larger;
    }
    end += encoder.encodeInto(text, bytes.subarray(end)).written;
    offsets[number + 1] = end;
  }
  return { bytes: bytes.subarray(0, end), offsets };
}
