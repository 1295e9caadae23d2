/** A file of nodes or relationships, as whoever opened it hands it on. */
export interface TextSource {
  /** As the user named it; shown, never opened. */
  readonly name: string;
  /** Its text in pieces of any length, or the UTF-8 bytes of it. */
  readonly chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
  /** Absent: JSON lines where the name ends in `.jsonl`, `.ndjson` or `.json`, else CSV. */
  readonly format?: "csv" | "json-lines";
}

export function formatOf({ name, format }: TextSource): "csv" | "json-lines" {
  return format ?? (/\.(?:jsonl|ndjson|json)$/i.test(name) ? "json-lines" : "csv");
}

/** What is read of a file at once: whole lines, but for what a quoted cell may go on with. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Behind the last line break. */
  readonly limit: number;
  readonly isLast: boolean;
}

const NEWLINE = 10;

/**
 * Hands the pieces of a file on, as UTF-8 bytes without a byte order mark. What `take` leaves, from the place that it
 * returns on, begins the next piece; the last one ends in a line break, whether the file does or not.
 */
export async function forEachPiece(source: TextSource, take: (piece: Piece) => number): Promise<void> {
  let rest = new Uint8Array(0);
  let isFirst = true;
  const next = (chunk: Uint8Array, isLast: boolean) => {
    let bytes = rest.length === 0 ? chunk : joined(rest, chunk);
    if (isFirst && bytes.length < 3 && !isLast) {
      rest = bytes.slice();
      return;
    }
    if (isFirst && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) bytes = bytes.subarray(3);
    isFirst = false;
    if (isLast && bytes.length > 0 && bytes.at(-1) !== NEWLINE) bytes = joined(bytes, Uint8Array.of(NEWLINE));
    const done = take({ bytes, limit: bytes.lastIndexOf(NEWLINE) + 1, isLast });
    rest = bytes.slice(done);
  };
  const encode = textEncoder();
  for await (const chunk of source.chunks) {
    next(typeof chunk === "string" ? encode(chunk) : plainBytes(chunk), false);
  }
  next(new Uint8Array(0), true);
}

/** Not Node's `Buffer`: one kind of array is faster to read than two. */
function plainBytes({ buffer, byteOffset, byteLength }: Uint8Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** Encodes the pieces of a text; a character that is cut between two of them stays whole. */
function textEncoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder();
  let half = "";
  return (chunk) => {
    const text = half + chunk;
    half = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : "";
    return encoder.encode(half === "" ? text : text.slice(0, -1));
  };
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
