import { wrongArgument } from "../diagnostics/check-argument.ts";
import { type ForeignFile, knownFormat, SIGNATURE_BYTES } from "./foreign-file.ts";

/** An opened file of nodes or relationships. */
export interface TextSource {
  /** As the user named it; shown, never opened. */
  readonly name: string;
  /** Its text, or its UTF-8 bytes, in pieces of any length. */
  readonly chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
  /** Omitted: JSON lines if the name ends in `.jsonl`, `.ndjson` or `.json`, otherwise CSV. */
  readonly format?: "csv" | "json-lines";
}

export function formatOf({ name, format }: TextSource): "csv" | "json-lines" {
  return format ?? (/\.(?:jsonl|ndjson|json)$/i.test(name) ? "json-lines" : "csv");
}

/** A piece of a file: complete lines up to `limit`, although a quoted cell may go on after it. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Offset after the last line break. */
  readonly limit: number;
  readonly isLast: boolean;
}

/**
 * Passes a file to `take` in pieces, as UTF-8 bytes without a byte order mark. `take` returns the offset up to which it
 * has read; the rest begins the next piece. The last piece always ends in a line break, even if the file does not. The
 * bytes are valid only until `take` returns, because the buffer is reused.
 *
 * @param refuse called for a file that is not text; must throw
 */
export async function forEachPiece(
  source: TextSource,
  take: (piece: Piece) => number,
  refuse: (file: ForeignFile) => never,
): Promise<void> {
  let buffer = new Uint8Array(0);
  let held = 0;
  let isFirst = true;
  const hold = (chunk: Uint8Array) => {
    if (held + chunk.length > buffer.length) {
      const larger = new Uint8Array(Math.max(held + chunk.length, buffer.length * 2));
      larger.set(buffer.subarray(0, held));
      buffer = larger;
    }
    buffer.set(chunk, held);
    held += chunk.length;
  };
  const passOn = (isLast: boolean) => {
    if (isFirst && held < SIGNATURE_BYTES && !isLast) return;
    const foreign = isFirst ? knownFormat(buffer.subarray(0, Math.min(held, SIGNATURE_BYTES))) : undefined;
    if (foreign !== undefined) refuse(foreign);
    if (isFirst && MARK.every((byte, at) => at < held && buffer[at] === byte)) {
      buffer.copyWithin(0, MARK.length, held);
      held -= MARK.length;
    }
    isFirst = false;
    const bytes = buffer.subarray(0, held);
    const done = take({ bytes, limit: lastLineEnd(bytes), isLast });
    buffer.copyWithin(0, done, held);
    held -= done;
  };
  const encode = textEncoder();
  for await (const chunk of source.chunks) {
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) {
      throw wrongArgument("importGraphText", "a chunk of a file as a string or a Uint8Array", chunk);
    }
    hold(typeof chunk === "string" ? encode(chunk) : chunk);
    passOn(false);
  }
  // Add the missing last line break; a CR that was held back because an LF might follow becomes CR LF.
  if (held > 0 && buffer[held - 1] !== NEWLINE) hold(Uint8Array.of(NEWLINE));
  passOn(true);
}

/** Offset after the last line break. A CR at the very end is not counted: it may be the first half of CR LF. */
function lastLineEnd(bytes: Uint8Array): number {
  const limit = bytes.lastIndexOf(NEWLINE) + 1;
  const after = bytes.subarray(limit, -1).lastIndexOf(RETURN);
  return after === -1 ? limit : limit + after + 1;
}

const NEWLINE = 10;
const RETURN = 13;
/** The byte order mark in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];

/** Returns an encoder for the pieces of a text; a surrogate pair split between two pieces is kept together. */
function textEncoder(): (text: string) => Uint8Array {
  const encoder = new TextEncoder();
  let half = "";
  return (chunk) => {
    const text = half + chunk;
    half = /[\ud800-\udbff]$/.test(text) ? text.slice(-1) : "";
    return encoder.encode(half === "" ? text : text.slice(0, -1));
  };
}
